package vn.tonghop.monitor.lag;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.TopicPartitionInfo;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import vn.tonghop.schemas.topic.Asked;

/** Partitions of topics, as far as a leader can be asked about them. */
final class Partitions {

  private Partitions() {}

  static List<TopicPartition> of(Admin admin, Collection<String> topics)
      throws InterruptedException {
    List<TopicPartition> partitions = new ArrayList<>();
    for (var answer : admin.describeTopics(topics).topicNameValues().values()) {
      // Deleted since it was listed.
      Asked.unless(UnknownTopicOrPartitionException.class, answer)
          .ifPresent(topic -> addTo(partitions, topic));
    }
    partitions.sort(Groups.BY_NAME);
    return partitions;
  }

  private static void addTo(List<TopicPartition> partitions, TopicDescription topic) {
    for (TopicPartitionInfo each : topic.partitions()) {
      if (each.leader() != null && !each.leader().isEmpty()) {
        partitions.add(new TopicPartition(topic.name(), each.partition()));
      }
    }
  }
}
