package vn.tonghop.standalone.identity;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.resource.PatternType;
import vn.tonghop.schemas.topic.Topics;

/**
 * One unit as the broker knows it.
 *
 * @param password whether it can come by password
 * @param writers names that may write to its reports topic
 */
public record Listed(String unit, boolean password, Set<String> writers) {

  static Listed of(Holder.Unit unit, Set<String> passwords, Map<String, Set<AclBinding>> rights) {
    String reports = Topics.reports(unit.code()).name();
    Set<String> writers = new TreeSet<>();
    rights.forEach(
        (name, theirs) -> {
          if (theirs.stream().anyMatch(each -> writes(each, reports))) {
            writers.add(name);
          }
        });
    return new Listed(unit.code(), passwords.contains(unit.name()), writers);
  }

  private static boolean writes(AclBinding right, String topic) {
    return right.entry().operation() == AclOperation.WRITE
        && right.pattern().patternType() == PatternType.LITERAL
        && right.pattern().name().equals(topic);
  }
}
