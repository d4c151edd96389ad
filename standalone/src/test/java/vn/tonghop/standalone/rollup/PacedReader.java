package vn.tonghop.standalone.rollup;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** A reader that commits so many records a second by the clock, however busy the machine is. */
final class PacedReader implements AutoCloseable {

  private static final Duration TURN = Duration.ofMillis(100);
  private static final double NANOS = 1e9;
  private static final long MILLIS = 1000;

  private final Thread thread;
  private volatile boolean reading;

  /** When it will have committed all. */
  private volatile Instant endsAt = Instant.MAX;

  private volatile boolean closing;

  private PacedReader(KafkaConsumer<byte[], byte[]> consumer, TopicPartition partition, int pace) {
    this.thread = new Thread(() -> read(consumer, partition, pace), "paced-reader");
  }

  /** Begins at the topic's first partition's first record. */
  static PacedReader start(Ground ground, String group, String topic, int pace) {
    Map<String, Object> config = new HashMap<>(ground.config());
    config.put("group.id", group);
    config.put("enable.auto.commit", "false");
    config.put("auto.offset.reset", "earliest");
    config.put("max.poll.records", 1);
    KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    consumer.subscribe(List.of(topic));
    PacedReader reader = new PacedReader(consumer, new TopicPartition(topic, 0), pace);
    reader.thread.start();
    return reader;
  }

  private void read(KafkaConsumer<byte[], byte[]> consumer, TopicPartition partition, int pace) {
    try (consumer) {
      while (!closing && consumer.assignment().isEmpty()) {
        consumer.poll(TURN);
      }
      long end = consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
      long begun = System.nanoTime();
      endsAt = Instant.now().plusMillis(end * MILLIS / pace);
      reading = true;
      while (!closing) {
        long due = Math.round((System.nanoTime() - begun) / NANOS * pace);
        consumer.commitSync(Map.of(partition, new OffsetAndMetadata(Math.min(end, due))));
        consumer.pause(consumer.assignment());
        consumer.poll(TURN);
      }
    }
  }

  /** Known once it reads. */
  Instant endsAt() {
    return endsAt;
  }

  /** Whether it has its partition. */
  boolean isReading() {
    return reading;
  }

  @Override
  public void close() {
    closing = true;
    try {
      thread.join();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
