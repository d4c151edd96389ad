package vn.tonghop.console.view;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.jspecify.annotations.Nullable;
import vn.tonghop.domain.acceptance.SourceRecord;
import vn.tonghop.producer.AvroConsumer;

/** Reads single committed records by their coordinates. For many threads, one at a time. */
final class RecordReader implements AutoCloseable {

  private static final Duration POLL = Duration.ofMillis(100);
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final AvroConsumer source;
  private final Consumer<String, byte[]> consumer;
  private final Turn turn = new Turn();

  /**
   * @param source of this reader alone; closed with it
   */
  RecordReader(AvroConsumer source) {
    this.source = source;
    this.consumer = source.kafka();
  }

  /** What became of a value's bytes. */
  @FunctionalInterface
  interface Meaning<T> {
    @Nullable T of(ConsumerRecord<String, byte[]> record, AvroConsumer source);
  }

  /**
   * Reads one record of a topic that exists.
   *
   * @param meaning what the record says; null: it is none of what was asked for
   * @throws UnreadableException if broker or registry is out of reach, or others wait for them
   *     already
   */
  <T> Optional<Logged<T>> read(SourceRecord place, Meaning<T> meaning) {
    return turn.take(place.toString(), () -> readNow(place, meaning));
  }

  private <T> Optional<Logged<T>> readNow(SourceRecord place, Meaning<T> meaning) {
    try {
      @Nullable ConsumerRecord<String, byte[]> record = fetch(place);
      @Nullable T value = record == null ? null : meaning.of(record, source);
      return record == null || value == null
          ? Optional.empty()
          : Optional.of(Held.of(record).says(record.topic(), value));
    } catch (KafkaException e) {
      throw new UnreadableException(place + ": " + e.getMessage(), e);
    }
  }

  /** Null if there is no committed record at that offset. */
  private @Nullable ConsumerRecord<String, byte[]> fetch(SourceRecord place) {
    TopicPartition partition = new TopicPartition(place.topic(), place.partition());
    List<TopicPartition> only = List.of(partition);
    consumer.assign(only);
    if (place.offset() >= consumer.endOffsets(only).getOrDefault(partition, 0L)
        || place.offset() < consumer.beginningOffsets(only).getOrDefault(partition, 0L)) {
      return null;
    }
    consumer.seek(partition, place.offset());
    long begun = System.nanoTime();
    while (consumer.position(partition) <= place.offset()) {
      for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
        return record.offset() == place.offset() ? record : null;
      }
      if (System.nanoTime() - begun > PATIENCE.toNanos()) {
        throw new TimeoutException("no answer for " + PATIENCE.toMillis() + " ms");
      }
    }
    return null;
  }

  @Override
  public void close() {
    turn.last(source::close);
  }
}
