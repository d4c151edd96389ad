package vn.tonghop.standalone.identity;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import vn.tonghop.schemas.topic.Asked;
import vn.tonghop.schemas.topic.Replication;
import vn.tonghop.schemas.topic.TopicAdmin;
import vn.tonghop.schemas.topic.Topics;

/** The topic of what administrators did; it is made when there is something to write. */
public final class AuditTopic {

  private AuditTopic() {}

  /** Makes it where it is missing. */
  public static void require(Admin admin) throws InterruptedException {
    new TopicAdmin(admin, replication(admin)).create(List.of(Topics.AUDIT));
  }

  /** As many copies as the reference data have: that topic is the first of every cluster. */
  static Replication replication(Admin admin) throws InterruptedException {
    String reference = Topics.REFERENCE.name();
    TopicDescription description =
        Asked.unless(
                UnknownTopicOrPartitionException.class,
                requireNonNull(
                    admin.describeTopics(List.of(reference)).topicNameValues().get(reference)))
            .orElse(null);
    if (description == null) {
      return Replication.SINGLE;
    }
    ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, reference);
    String inSync =
        requireNonNull(Asked.of(admin.describeConfigs(List.of(resource)).all()).get(resource))
            .get(TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG)
            .value();
    return new Replication(
        (short) description.partitions().get(0).replicas().size(), Integer.parseInt(inSync));
  }
}
