package vn.tonghop.monitor.log;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import vn.tonghop.schemas.topic.TopicEnd;

/**
 * Times of records at given offsets. Between offsets there are marks of transactions, records of
 * aborted ones, and gaps that compaction left: only reading tells what is there.
 */
public final class LogTimes implements AutoCloseable {

  private static final Duration POLL = Duration.ofMillis(100);

  /** Longest wait while nothing at all comes. */
  private static final Duration PATIENCE = Duration.ofSeconds(8);

  private static final int FETCH_BYTES = 64 * 1024;

  /** How many times further back each next attempt begins. */
  private static final int FURTHER = 8;

  private final KafkaConsumer<byte[], byte[]> consumer;

  /**
   * @param config of Kafka's clients
   * @param isolation whether records of open and aborted transactions are there
   */
  public LogTimes(Map<String, Object> config, IsolationLevel isolation) {
    // One record of each partition is asked for, and there may be a hundred of them.
    this.consumer = consumer(TopicEnd.reader(config), isolation, FETCH_BYTES);
  }

  /**
   * A consumer without a group, which stays where it is told to.
   *
   * @param fetchBytes what one partition hands out at once
   */
  public static KafkaConsumer<byte[], byte[]> consumer(
      Map<String, Object> config, IsolationLevel isolation, int fetchBytes) {
    Map<String, Object> reading = new HashMap<>(config);
    reading.remove("group.id");
    reading.remove("group.instance.id");
    reading.put("enable.auto.commit", "false");
    reading.put("auto.offset.reset", "earliest");
    reading.put("allow.auto.create.topics", "false");
    reading.put("isolation.level", isolation.toString().toLowerCase(Locale.ROOT));
    reading.put("max.partition.fetch.bytes", Integer.toString(fetchBytes));
    return new KafkaConsumer<>(reading, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }

  /**
   * Times of the first records at or after these offsets.
   *
   * @param from where each begins
   * @param until offset after the last that counts, of the same partitions
   * @return without those partitions that have none there
   * @throws TimeoutException if the broker does not hand out what it has
   */
  public Map<TopicPartition, Instant> first(
      Map<TopicPartition, Long> from, Map<TopicPartition, Long> until) {
    Map<TopicPartition, Instant> found = new HashMap<>();
    read(
        from,
        until,
        (partition, record) -> {
          if (found.putIfAbsent(partition, Instant.ofEpochMilli(record.timestamp())) == null) {
            consumer.pause(List.of(partition));
          }
        });
    return found;
  }

  /**
   * Times of the last records before these offsets.
   *
   * @return without those partitions that have none
   * @throws TimeoutException if the broker does not hand out what it has
   */
  public Map<TopicPartition, Instant> last(Map<TopicPartition, Long> until) {
    Map<TopicPartition, Instant> found = new HashMap<>();
    consumer.unsubscribe();
    consumer.assign(until.keySet());
    Map<TopicPartition, Long> begin = consumer.beginningOffsets(until.keySet());
    Map<TopicPartition, Long> left = new HashMap<>(until);
    for (long back = 1; !left.isEmpty(); back *= FURTHER) {
      Map<TopicPartition, Long> from = new HashMap<>();
      for (Map.Entry<TopicPartition, Long> each : left.entrySet()) {
        long first = begin.getOrDefault(each.getKey(), 0L);
        from.put(each.getKey(), Math.max(first, each.getValue() - back));
      }
      read(
          from,
          left,
          (partition, record) -> found.put(partition, Instant.ofEpochMilli(record.timestamp())));
      left.keySet().removeIf(each -> found.containsKey(each) || isAt(begin, from, each));
    }
    return found;
  }

  private static boolean isAt(
      Map<TopicPartition, Long> begin, Map<TopicPartition, Long> from, TopicPartition partition) {
    return from.getOrDefault(partition, 0L) <= begin.getOrDefault(partition, 0L);
  }

  private void read(
      Map<TopicPartition, Long> from,
      Map<TopicPartition, Long> until,
      BiConsumer<TopicPartition, ConsumerRecord<byte[], byte[]>> take) {
    Set<TopicPartition> left = new HashSet<>(from.keySet());
    left.removeIf(each -> from.getOrDefault(each, 0L) >= until.getOrDefault(each, 0L));
    if (left.isEmpty()) {
      return;
    }
    consumer.assign(left);
    try {
      left.forEach(each -> consumer.seek(each, from.getOrDefault(each, 0L)));
      readAll(left, until, take);
    } finally {
      // What stays assigned stays paused, and would count as read the next time.
      consumer.unsubscribe();
    }
  }

  private void readAll(
      Set<TopicPartition> left,
      Map<TopicPartition, Long> until,
      BiConsumer<TopicPartition, ConsumerRecord<byte[], byte[]>> take) {
    long movedAt = System.nanoTime();
    while (!left.isEmpty()) {
      int before = left.size();
      boolean any = false;
      for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
        TopicPartition partition = new TopicPartition(record.topic(), record.partition());
        if (record.offset() < until.getOrDefault(partition, 0L)) {
          take.accept(partition, record);
        }
        any = true;
      }
      Set<TopicPartition> done = new HashSet<>(consumer.paused());
      left.removeIf(
          each -> done.contains(each) || consumer.position(each) >= until.getOrDefault(each, 0L));
      pauseAllBut(left);
      if (any || left.size() < before) {
        movedAt = System.nanoTime();
      } else if (System.nanoTime() - movedAt > PATIENCE.toNanos()) {
        throw new TimeoutException("no record for " + PATIENCE.toMillis() + " ms from " + left);
      }
    }
  }

  private void pauseAllBut(Set<TopicPartition> left) {
    List<TopicPartition> others = new ArrayList<>(consumer.assignment());
    others.removeAll(left);
    consumer.pause(others);
  }

  @Override
  public void close() {
    consumer.close();
  }
}
