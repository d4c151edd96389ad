package vn.tonghop.monitor.business;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import vn.tonghop.monitor.log.LogTimes;
import vn.tonghop.schemas.topic.TopicEnd;

/** Reads topics from their beginning, or from a little before their end, and then ever on. */
final class Follower implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(8);
  private static final int FETCH_BYTES = 1024 * 1024;

  /** A long topic is read in several looks: what else is looked at must not wait for it. */
  private final Duration turn;

  private final KafkaConsumer<byte[], byte[]> consumer;
  private final Consumer<ConsumerRecord<byte[], byte[]>> take;
  private final long back;
  private final Map<TopicPartition, Long> next = new HashMap<>();
  private long begun;

  /**
   * @param turn how long one reading may take
   * @param back how many offsets before its end a topic's reading begins
   * @param take is given each record once; what it throws ends the reading, and the record comes
   *     again
   */
  Follower(
      Map<String, Object> config,
      Duration turn,
      long back,
      Consumer<ConsumerRecord<byte[], byte[]>> take) {
    this.turn = turn;
    this.consumer =
        LogTimes.consumer(TopicEnd.reader(config), IsolationLevel.READ_COMMITTED, FETCH_BYTES);
    this.back = back;
    this.take = take;
  }

  /**
   * Takes all that these partitions hold by now.
   *
   * @throws org.apache.kafka.common.KafkaException if the broker cannot be reached or refuses, or
   *     this turn is over; the next one goes on from there
   */
  void readOn(Collection<TopicPartition> partitions) {
    Set<TopicPartition> wanted = new HashSet<>(partitions);
    if (!consumer.assignment().equals(wanted) || !next.keySet().containsAll(wanted)) {
      consumer.assign(wanted);
      Set<TopicPartition> fresh = new HashSet<>(wanted);
      fresh.removeAll(next.keySet());
      next.putAll(beginnings(fresh));
      seekToNext();
    }
    if (wanted.isEmpty()) {
      return;
    }
    Map<TopicPartition, Long> ends = consumer.endOffsets(wanted);
    beginAgainWhatIsNew(ends);
    begun = System.nanoTime();
    try {
      TopicEnd.readOn(consumer, ends, PATIENCE, this::takeOne);
    } catch (RuntimeException e) {
      // The rest of what was fetched has not been taken either.
      seekToNext();
      throw e;
    }
  }

  /** A topic that was made anew ends before the place that was reached in its predecessor. */
  private void beginAgainWhatIsNew(Map<TopicPartition, Long> ends) {
    ends.forEach(
        (partition, end) -> {
          if (next.getOrDefault(partition, 0L) > end) {
            next.put(partition, 0L);
            consumer.seekToBeginning(List.of(partition));
          }
        });
  }

  private void seekToNext() {
    consumer.assignment().forEach(each -> consumer.seek(each, next.getOrDefault(each, 0L)));
  }

  private Map<TopicPartition, Long> beginnings(Set<TopicPartition> fresh) {
    Map<TopicPartition, Long> begin = consumer.beginningOffsets(fresh);
    Map<TopicPartition, Long> end = consumer.endOffsets(fresh);
    Map<TopicPartition, Long> first = new HashMap<>();
    begin.forEach(
        (partition, offset) ->
            first.put(partition, Math.max(offset, end.getOrDefault(partition, offset) - back)));
    return first;
  }

  private void takeOne(ConsumerRecord<byte[], byte[]> record) {
    if (System.nanoTime() - begun > turn.toNanos()) {
      throw new TimeoutException("still reading " + record.topic());
    }
    take.accept(record);
    next.put(new TopicPartition(record.topic(), record.partition()), record.offset() + 1);
  }

  /** Partitions of a topic. */
  List<TopicPartition> partitionsOf(String topic) {
    return TopicEnd.partitions(consumer, topic);
  }

  @Override
  public void close() {
    consumer.close();
  }
}
