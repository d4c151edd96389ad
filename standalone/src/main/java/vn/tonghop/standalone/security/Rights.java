package vn.tonghop.standalone.security;

import static org.apache.kafka.common.acl.AclOperation.CREATE;
import static org.apache.kafka.common.acl.AclOperation.DELETE;
import static org.apache.kafka.common.acl.AclOperation.DESCRIBE;
import static org.apache.kafka.common.acl.AclOperation.DESCRIBE_CONFIGS;
import static org.apache.kafka.common.acl.AclOperation.READ;
import static org.apache.kafka.common.acl.AclOperation.WRITE;
import static org.apache.kafka.common.resource.PatternType.LITERAL;
import static org.apache.kafka.common.resource.PatternType.PREFIXED;
import static org.apache.kafka.common.resource.ResourceType.CLUSTER;
import static org.apache.kafka.common.resource.ResourceType.GROUP;
import static org.apache.kafka.common.resource.ResourceType.TOPIC;
import static org.apache.kafka.common.resource.ResourceType.TRANSACTIONAL_ID;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.Resource;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import vn.tonghop.monitor.lag.Target;
import vn.tonghop.schemas.topic.Topic;
import vn.tonghop.schemas.topic.Topics;

/**
 * What each kind of principal may do; all else is refused. To read or to write includes to
 * describe, and an idempotent producer needs no right beside that on its topic (KIP-679).
 */
public final class Rights {

  private final String principal;
  private final Set<AclBinding> granted = new LinkedHashSet<>();

  private Rights(String name) {
    this.principal = principal(name);
  }

  /** As Kafka writes the principal of a name. */
  public static String principal(String name) {
    return "User:" + name;
  }

  /**
   * A unit's: to write its reports, to read them back, and to read its receipts.
   *
   * @param owner begins the names of its groups: they stay when a certificate under a name of its
   *     own takes the place of another
   */
  public static Set<AclBinding> ofUnit(String name, String owner, String unit) {
    return new Rights(name).sending(unit).ownGroups(owner).granted;
  }

  /** Those of a successor, on the topics of the unit that it succeeds. */
  public static Set<AclBinding> ofSuccessor(String name, String unit) {
    return new Rights(name).sending(unit).granted;
  }

  /**
   * Those of a system that consumes what comes out.
   *
   * @param owner as of {@link #ofUnit}
   */
  public static Set<AclBinding> ofReader(String name, String owner) {
    return new Rights(name).reading().ownGroups(owner).granted;
  }

  /** The roll-up's: what Kafka Streams does under this application id, and no more. */
  public static Set<AclBinding> ofRollUp(String name, String application) {
    Rights rights = new Rights(name);
    rights.allow(TOPIC, Topics.REPORTS_PREFIX, PREFIXED, READ);
    rights.allow(TOPIC, Topics.RECEIPTS_PREFIX, PREFIXED, WRITE, DESCRIBE_CONFIGS);
    for (Topic topic : Topics.shared()) {
      boolean isRead = topic.equals(Topics.REFERENCE);
      rights.allow(TOPIC, topic.name(), LITERAL, isRead ? READ : WRITE, DESCRIBE_CONFIGS);
    }
    String own = application + "-";
    // It deletes what it has read of a repartition topic.
    rights.allow(TOPIC, own, PREFIXED, CREATE, READ, WRITE, DELETE, DESCRIBE_CONFIGS);
    rights.allow(TRANSACTIONAL_ID, own, PREFIXED, WRITE);
    rights.allow(GROUP, application, LITERAL, READ);
    return rights.granted;
  }

  /**
   * The page's: to read all that comes out and the reports behind it, by their places and without a
   * group, since any number of pages each read all.
   */
  public static Set<AclBinding> ofConsole(String name) {
    Rights rights = new Rights(name).reading();
    rights.allow(TOPIC, Topics.RECEIPTS_PREFIX, PREFIXED, READ);
    rights.allow(TOPIC, Topics.REPORTS_PREFIX, PREFIXED, READ);
    return rights.granted;
  }

  /**
   * The monitor's: to read whatever anybody reads, since how long a record has waited stands in the
   * record; and to write nothing.
   */
  public static Set<AclBinding> ofMonitor(String name, String application) {
    Rights rights = new Rights(name).reading();
    rights.allow(TOPIC, Topics.REPORTS_PREFIX, PREFIXED, READ);
    rights.allow(TOPIC, Topics.RECEIPTS_PREFIX, PREFIXED, READ, DESCRIBE_CONFIGS);
    rights.allow(TOPIC, Topics.DEAD_LETTERS.name(), LITERAL, READ);
    rights.allow(TOPIC, application + "-", PREFIXED, READ);
    // Whether their copies are complete.
    rights.allow(TOPIC, "__consumer_offsets", LITERAL, DESCRIBE);
    rights.allow(TOPIC, "__transaction_state", LITERAL, DESCRIBE);
    rights.allow(GROUP, application, LITERAL, DESCRIBE);
    rights.allow(GROUP, Target.READERS, PREFIXED, DESCRIBE);
    // How full the brokers' disks are.
    rights.allow(CLUSTER, Resource.CLUSTER_NAME, LITERAL, DESCRIBE);
    return rights.granted;
  }

  private Rights sending(String unit) {
    allow(TOPIC, Topics.reports(unit).name(), LITERAL, READ, WRITE);
    allow(TOPIC, Topics.receipts(unit).name(), LITERAL, READ);
    return this;
  }

  private Rights reading() {
    for (Topic topic :
        List.of(
            Topics.REFERENCE,
            Topics.STANDINGS,
            Topics.STANDINGS_HISTORY,
            Topics.TABLES,
            Topics.TABLES_HISTORY)) {
      allow(TOPIC, topic.name(), LITERAL, READ);
    }
    return this;
  }

  /** With a dot behind the name: unit 4 must not get the groups of unit 40. */
  private Rights ownGroups(String owner) {
    allow(GROUP, owner + ".", PREFIXED, READ);
    return this;
  }

  private void allow(
      ResourceType type, String name, PatternType pattern, AclOperation... operations) {
    for (AclOperation operation : operations) {
      granted.add(
          new AclBinding(
              new ResourcePattern(type, name, pattern),
              new AccessControlEntry(principal, "*", operation, AclPermissionType.ALLOW)));
    }
  }
}
