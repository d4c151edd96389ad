package vn.tonghop.standalone.identity;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.resource.PatternType;
import vn.tonghop.schemas.topic.Topic;
import vn.tonghop.schemas.topic.Topics;

/**
 * A unit or a system that reads, as the broker knows it.
 *
 * @param code by which the administrator calls it
 * @param password whether it can come by password
 * @param names those that may write to a unit's reports topic, its successor's among them; or under
 *     which a system may read tables
 */
public record Listed(String code, boolean password, Set<String> names) {

  static Listed of(Holder.Unit unit, Set<String> passwords, Map<String, Set<AclBinding>> rights) {
    return new Listed(
        unit.code(),
        passwords.contains(unit.name()),
        names(rights, AclOperation.WRITE, Topics.reports(unit.code())));
  }

  static Listed of(
      Holder.Reader reader, Set<String> passwords, Map<String, Set<AclBinding>> rights) {
    Set<String> names = names(rights, AclOperation.READ, Topics.TABLES);
    names.removeIf(name -> !reader.owns(name));
    return new Listed(reader.code(), passwords.contains(reader.name()), names);
  }

  private static Set<String> names(
      Map<String, Set<AclBinding>> rights, AclOperation operation, Topic topic) {
    Set<String> names = new TreeSet<>();
    rights.forEach(
        (name, theirs) -> {
          if (theirs.stream().anyMatch(each -> allows(each, operation, topic))) {
            names.add(name);
          }
        });
    return names;
  }

  private static boolean allows(AclBinding right, AclOperation operation, Topic topic) {
    return right.entry().operation() == operation
        && right.pattern().patternType() == PatternType.LITERAL
        && right.pattern().name().equals(topic.name());
  }
}
