package vn.tonghop.streams.runtime;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import vn.tonghop.schemas.serde.WireFormat;
import vn.tonghop.schemas.topic.Topics;

/**
 * Report partitions that wait for a schema. From the first record whose schema is not known yet a
 * partition's records are left on the broker, in their order, where lag shows them.
 */
final class HeldPartitions {

  private final SchemaGate schemas;
  private final Map<TopicPartition, Integer> held = new HashMap<>();

  HeldPartitions(SchemaGate schemas) {
    this.schemas = schemas;
  }

  /**
   * What may go on.
   *
   * @param newlyHeld partitions to stop at these offsets
   */
  record Sifted(ConsumerRecords<byte[], byte[]> records, Map<TopicPartition, Long> newlyHeld) {}

  Set<TopicPartition> partitions() {
    return Set.copyOf(held.keySet());
  }

  /** Forgets partitions that are no longer ours. */
  void keepOnly(Collection<TopicPartition> assigned) {
    held.keySet().retainAll(new HashSet<>(assigned));
  }

  /** Lets those go for which the registry has answered by now, and returns them. */
  Set<TopicPartition> release() {
    Set<TopicPartition> free = new HashSet<>();
    held.forEach(
        (partition, schema) -> {
          if (schemas.isAnswered(schema)) {
            free.add(partition);
          }
        });
    held.keySet().removeAll(free);
    return free;
  }

  /** Cuts each partition's records before the first whose schema is not known. */
  Sifted sift(ConsumerRecords<byte[], byte[]> records) {
    Map<TopicPartition, List<ConsumerRecord<byte[], byte[]>>> kept = new HashMap<>();
    Map<TopicPartition, OffsetAndMetadata> next = new HashMap<>(records.nextOffsets());
    Map<TopicPartition, Long> newlyHeld = new HashMap<>();
    for (TopicPartition partition : records.partitions()) {
      List<ConsumerRecord<byte[], byte[]>> all = records.records(partition);
      int passing = Topics.unitOf(partition.topic()).isPresent() ? passing(all) : all.size();
      if (passing < all.size()) {
        ConsumerRecord<byte[], byte[]> stop = all.get(passing);
        held.put(partition, WireFormat.schemaId(stop.value()));
        newlyHeld.put(partition, stop.offset());
        next.put(partition, new OffsetAndMetadata(stop.offset(), stop.leaderEpoch(), ""));
      }
      if (passing > 0) {
        kept.put(partition, all.subList(0, passing));
      }
    }
    return newlyHeld.isEmpty()
        ? new Sifted(records, Map.of())
        : new Sifted(new ConsumerRecords<>(kept, next), newlyHeld);
  }

  private int passing(List<ConsumerRecord<byte[], byte[]>> records) {
    for (int i = 0; i < records.size(); i++) {
      byte[] value = records.get(i).value();
      if (value != null
          && WireFormat.matches(value)
          && !schemas.isAnswered(WireFormat.schemaId(value))) {
        return i;
      }
    }
    return records.size();
  }
}
