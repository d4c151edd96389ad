package vn.tonghop.monitor;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleConsumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.tonghop.monitor.log.LogTimes;
import vn.tonghop.schemas.topic.TopicEnd;
import vn.tonghop.schemas.topic.Topics;

/**
 * Measures what a reader of the tables waits for: from the append of the report that moved a table
 * last to the moment when this read_committed reader holds the table. A table's record carries that
 * report's append time as its own (BuildTables in the roll-up; {@code movedBy.at} within).
 */
final class TableArrivals implements Runnable, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(TableArrivals.class);
  private static final Duration POLL = Duration.ofMillis(500);
  private static final Duration PAUSE = Duration.ofSeconds(2);
  private static final int FETCH_BYTES = 1024 * 1024;
  private static final double MILLIS = 1000;

  private final KafkaConsumer<byte[], byte[]> consumer;
  private final InstantSource clock;
  private final DoubleConsumer seconds;
  private volatile boolean closing;

  /**
   * @param seconds is told of each table that comes from now on
   */
  TableArrivals(Map<String, Object> config, InstantSource clock, DoubleConsumer seconds) {
    this.consumer = LogTimes.consumer(config, IsolationLevel.READ_COMMITTED, FETCH_BYTES);
    this.clock = clock;
    this.seconds = seconds;
  }

  @Override
  public void run() {
    try {
      while (!closing) {
        try {
          follow();
        } catch (WakeupException | InterruptException e) {
          return;
        } catch (KafkaException e) {
          // No broker, no topic or no right as yet: the figure is absent meanwhile.
          LOG.warn("the tables cannot be followed: {}", e.getMessage());
          pause();
        }
      }
    } finally {
      consumer.close();
    }
  }

  private void follow() {
    if (consumer.assignment().isEmpty()) {
      List<TopicPartition> partitions = TopicEnd.partitions(consumer, Topics.TABLES.name());
      if (partitions.isEmpty()) {
        pause();
        return;
      }
      consumer.assign(partitions);
      consumer.seekToEnd(partitions);
      // What comes from here on counts, and not from the first poll on.
      partitions.forEach(consumer::position);
    }
    while (!closing) {
      var records = consumer.poll(POLL);
      long now = clock.millis();
      for (ConsumerRecord<byte[], byte[]> each : records) {
        seconds.accept(Math.max(0, now - each.timestamp()) / MILLIS);
      }
    }
  }

  private void pause() {
    try {
      Thread.sleep(PAUSE.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      closing = true;
    }
  }

  /** Ends the reading; the consumer is closed by the thread that reads. */
  @Override
  public void close() {
    closing = true;
    consumer.wakeup();
  }
}
