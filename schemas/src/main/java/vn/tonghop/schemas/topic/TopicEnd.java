package vn.tonghop.schemas.topic;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Reads a topic to the end that it has now. Beside a broker that goes away meanwhile, or a topic
 * that somebody deletes, a plain loop would never end: this one gives up and says where it stood.
 */
public final class TopicEnd {

  /** Longest wait for the next record, where a caller has no other wish. */
  public static final Duration PATIENCE = Duration.ofSeconds(20);

  private static final Duration POLL = Duration.ofMillis(100);

  private static final int HELD_MS = 10;

  private TopicEnd() {}

  /**
   * How a consumer is configured that reads to the end: committed records only. Whenever it has got
   * some it asks for more; at the end the broker would hold that request for half a second, and all
   * that the consumer asks next, be it only to close, waits behind it.
   *
   * @param config of Kafka's clients
   */
  public static Map<String, Object> reader(Map<String, Object> config) {
    Map<String, Object> reader = new HashMap<>(config);
    reader.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    reader.putIfAbsent(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, HELD_MS);
    return reader;
  }

  /**
   * Takes every record from the beginning to the end.
   *
   * @param consumer of this reader alone; what it was assigned to is forgotten
   * @throws TimeoutException if nothing comes for longer than {@link #PATIENCE}
   */
  public static <K, V> void readAll(
      org.apache.kafka.clients.consumer.Consumer<K, V> consumer,
      Collection<TopicPartition> partitions,
      Consumer<ConsumerRecord<K, V>> take) {
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
    readOn(consumer, partitions, PATIENCE, take);
  }

  /**
   * Takes every record from where the consumer stands to the end.
   *
   * @param consumer assigned to these partitions; where it stops when {@code take} throws is for
   *     {@code take} to say, by a seek
   * @param patience longest wait for the next record
   * @throws TimeoutException if nothing comes for longer; what was taken stays taken
   */
  public static <K, V> void readOn(
      org.apache.kafka.clients.consumer.Consumer<K, V> consumer,
      Collection<TopicPartition> partitions,
      Duration patience,
      Consumer<ConsumerRecord<K, V>> take) {
    readOn(consumer, consumer.endOffsets(partitions), patience, take);
  }

  /**
   * The same to ends that are known already.
   *
   * @param ends offsets after the last record that is taken; the consumer is assigned to these
   *     partitions
   * @throws TimeoutException if nothing comes for longer than {@code patience}
   */
  public static <K, V> void readOn(
      org.apache.kafka.clients.consumer.Consumer<K, V> consumer,
      Map<TopicPartition, Long> ends,
      Duration patience,
      Consumer<ConsumerRecord<K, V>> take) {
    Map<TopicPartition, Long> unread = unread(consumer, ends);
    long movedAt = System.nanoTime();
    while (!unread.isEmpty()) {
      consumer.poll(POLL).forEach(take);
      Map<TopicPartition, Long> now = unread(consumer, ends);
      if (!now.equals(unread)) {
        movedAt = System.nanoTime();
      } else if (System.nanoTime() - movedAt > patience.toNanos()) {
        throw new TimeoutException(
            "no record for %d ms, but these are still to be read: %s"
                .formatted(patience.toMillis(), sorted(now)));
      }
      unread = now;
    }
  }

  /** Partitions of a topic; none if there is no such topic. */
  public static List<TopicPartition> partitions(
      org.apache.kafka.clients.consumer.Consumer<?, ?> consumer, String topic) {
    @Nullable List<PartitionInfo> found = consumer.partitionsFor(topic);
    return found == null
        ? List.of()
        : found.stream().map(each -> new TopicPartition(topic, each.partition())).toList();
  }

  /** How many offsets there are still to go. */
  private static Map<TopicPartition, Long> unread(
      org.apache.kafka.clients.consumer.Consumer<?, ?> consumer, Map<TopicPartition, Long> ends) {
    Map<TopicPartition, Long> unread = new HashMap<>();
    ends.forEach(
        (partition, end) -> {
          long left = end - consumer.position(partition);
          if (left > 0) {
            unread.put(partition, left);
          }
        });
    return unread;
  }

  private static Map<String, Long> sorted(Map<TopicPartition, Long> unread) {
    Map<String, Long> sorted = new TreeMap<>();
    unread.forEach((partition, left) -> sorted.put(partition.toString(), left));
    return sorted;
  }
}
