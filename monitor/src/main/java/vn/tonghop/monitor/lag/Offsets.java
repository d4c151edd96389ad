package vn.tonghop.monitor.lag;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InvalidMetadataException;
import vn.tonghop.schemas.topic.Asked;

/**
 * Where partitions end.
 *
 * @param end offsets after the last records
 * @param stable offsets up to which no transaction is open
 */
record Offsets(Map<TopicPartition, Long> end, Map<TopicPartition, Long> stable) {

  /** Of those partitions that have a leader; a topic may be deleted at any moment. */
  static Offsets of(Admin admin, Collection<TopicPartition> partitions)
      throws InterruptedException {
    return new Offsets(
        latest(admin, partitions, IsolationLevel.READ_UNCOMMITTED),
        latest(admin, partitions, IsolationLevel.READ_COMMITTED));
  }

  private static Map<TopicPartition, Long> latest(
      Admin admin, Collection<TopicPartition> partitions, IsolationLevel isolation)
      throws InterruptedException {
    Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
    partitions.forEach(partition -> latest.put(partition, OffsetSpec.latest()));
    var answers = admin.listOffsets(latest, new ListOffsetsOptions(isolation));
    Map<TopicPartition, Long> offsets = new HashMap<>();
    for (TopicPartition partition : latest.keySet()) {
      KafkaFuture<ListOffsetsResultInfo> answer = answers.partitionResult(partition);
      Asked.unless(InvalidMetadataException.class, answer)
          .ifPresent(info -> offsets.put(partition, info.offset()));
    }
    return offsets;
  }

  Set<TopicPartition> known() {
    Set<TopicPartition> known = new HashSet<>(end.keySet());
    known.retainAll(stable.keySet());
    return known;
  }
}
