package vn.tonghop.monitor;

import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListTopicsOptions;
import org.apache.kafka.common.TopicPartitionInfo;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import vn.tonghop.schemas.topic.Asked;

/**
 * The brokers, as far as whoever looks may see their topics.
 *
 * @param brokers that are registered and alive
 * @param underReplicated partitions of which a copy is behind
 * @param offline partitions without a leader
 */
public record ClusterHealth(int brokers, int underReplicated, int offline) {

  /**
   * Asks.
   *
   * @throws org.apache.kafka.common.KafkaException if the broker cannot be reached or refuses
   */
  static ClusterHealth of(Admin admin) throws InterruptedException {
    Set<String> topics =
        Asked.of(admin.listTopics(new ListTopicsOptions().listInternal(true)).names());
    int underReplicated = 0;
    int offline = 0;
    for (var answer : admin.describeTopics(topics).topicNameValues().values()) {
      // Deleted since it was listed.
      for (var topic :
          Asked.unless(UnknownTopicOrPartitionException.class, answer).stream().toList()) {
        for (TopicPartitionInfo each : topic.partitions()) {
          underReplicated += each.isr().size() < each.replicas().size() ? 1 : 0;
          offline += each.leader() == null || each.leader().isEmpty() ? 1 : 0;
        }
      }
    }
    return new ClusterHealth(
        Asked.of(admin.describeCluster().nodes()).size(), underReplicated, offline);
  }
}
