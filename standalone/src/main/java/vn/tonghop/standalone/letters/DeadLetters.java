package vn.tonghop.standalone.letters;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.jspecify.annotations.Nullable;
import vn.tonghop.monitor.log.LogTimes;
import vn.tonghop.producer.text.Text;
import vn.tonghop.schemas.topic.TopicEnd;
import vn.tonghop.schemas.topic.Topics;
import vn.tonghop.standalone.process.StartException;

/**
 * Reads committed dead letters and what was done about them, one after the other: however many
 * there are, only those of one fetch are in memory. For one thread.
 */
public final class DeadLetters implements AutoCloseable {

  private static final Duration POLL = Duration.ofMillis(100);

  private final KafkaConsumer<byte[], byte[]> consumer;

  private DeadLetters(KafkaConsumer<byte[], byte[]> consumer) {
    this.consumer = consumer;
  }

  /**
   * A reader of the broker of these settings.
   *
   * @param config of Kafka's clients
   */
  public static DeadLetters open(Map<String, Object> config) {
    Map<String, Object> reading = TopicEnd.reader(config);
    reading.putIfAbsent("fetch.max.bytes", Topics.FETCH_BYTES);
    return new DeadLetters(
        LogTimes.consumer(
            reading,
            IsolationLevel.READ_COMMITTED,
            ConsumerConfig.DEFAULT_MAX_PARTITION_FETCH_BYTES));
  }

  /**
   * The letters that are there now and are meant, in their order.
   *
   * @throws StartException if there is no such topic
   */
  public void forEach(LetterFilter filter, Consumer<Letter> take) {
    List<TopicPartition> all = letters();
    consumer.assign(all);
    begin(all, filter.from());
    TopicEnd.readOn(
        consumer,
        all,
        TopicEnd.PATIENCE,
        record -> {
          Letter letter = Letter.of(record);
          if (filter.matches(letter)) {
            take.accept(letter);
          }
        });
  }

  /**
   * The letter of that name; empty if there is none.
   *
   * @throws StartException if there is no such topic
   */
  public Optional<Letter> find(LetterName name) {
    TopicPartition partition = new TopicPartition(Topics.DEAD_LETTERS.name(), name.partition());
    if (!letters().contains(partition)) {
      return Optional.empty();
    }
    consumer.assign(List.of(partition));
    long end = consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
    long oldest = consumer.beginningOffsets(List.of(partition)).getOrDefault(partition, 0L);
    if (name.offset() < oldest || name.offset() >= end) {
      return Optional.empty();
    }
    consumer.seek(partition, name.offset());
    long deadline = System.nanoTime() + TopicEnd.PATIENCE.toNanos();
    // Between letters stand the ends of transactions, which are read over.
    while (consumer.position(partition) <= name.offset()) {
      Iterator<ConsumerRecord<byte[], byte[]>> next = consumer.poll(POLL).iterator();
      if (next.hasNext()) {
        ConsumerRecord<byte[], byte[]> first = next.next();
        return first.offset() == name.offset() ? Optional.of(Letter.of(first)) : Optional.empty();
      }
      if (System.nanoTime() > deadline) {
        throw new TimeoutException("no record comes of " + name.coordinates());
      }
    }
    return Optional.empty();
  }

  /** What was done so far, the first thing first. */
  public void forEachDone(Consumer<AuditedLetter> take) {
    List<TopicPartition> all = TopicEnd.partitions(consumer, Topics.AUDIT.name());
    if (!all.isEmpty()) {
      TopicEnd.readAll(consumer, all, record -> AuditedLetter.read(record.value()).ifPresent(take));
    }
  }

  /** What has become of every letter so far. */
  public LetterStates states() {
    LetterStates states = new LetterStates();
    forEachDone(states::add);
    return states;
  }

  private void begin(Collection<TopicPartition> all, @Nullable Instant from) {
    if (from == null) {
      consumer.seekToBeginning(all);
      return;
    }
    Map<TopicPartition, Long> times = new HashMap<>();
    all.forEach(partition -> times.put(partition, Math.max(0, from.toEpochMilli())));
    // The first letter that is not older. Times do not only grow: who is behind may be older.
    Map<TopicPartition, @Nullable OffsetAndTimestamp> first = new HashMap<>();
    first.putAll(consumer.offsetsForTimes(times));
    for (TopicPartition partition : all) {
      @Nullable OffsetAndTimestamp found = first.get(partition);
      if (found == null) {
        consumer.seekToEnd(List.of(partition));
      } else {
        consumer.seek(partition, found.offset());
      }
    }
  }

  private List<TopicPartition> letters() {
    List<TopicPartition> all = TopicEnd.partitions(consumer, Topics.DEAD_LETTERS.name());
    if (all.isEmpty()) {
      throw new StartException(
          new Text(
              "chưa có kênh %s: hệ thống tổng hợp đã được thiết lập chưa (setup, up)?"
                  .formatted(Topics.DEAD_LETTERS.name()),
              "there is no topic %s: was the system set up (setup, up)?"
                  .formatted(Topics.DEAD_LETTERS.name())));
    }
    return all;
  }

  @Override
  public void close() {
    consumer.close();
  }
}
