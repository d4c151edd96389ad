package vn.tonghop.bench.live;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;
import vn.tonghop.NationalTable;
import vn.tonghop.UnitRow;
import vn.tonghop.bench.cluster.Cluster;
import vn.tonghop.schemas.serde.RegistryAvroDeserializer;
import vn.tonghop.schemas.topic.TopicEnd;
import vn.tonghop.schemas.topic.Topics;

/** Reads committed tables as they come and tells which reports they show. */
public final class TableReader implements AutoCloseable {

  private static final Duration POLL = Duration.ofMillis(100);

  /** Whoever wants to know. */
  public interface Listener {

    /**
     * A table shows that record.
     *
     * @param at when the reader got the table, as of {@code nanoTime}
     */
    void seen(Coordinates row, long at);
  }

  private final KafkaConsumer<String, byte[]> consumer;
  private final RegistryAvroDeserializer values = new RegistryAvroDeserializer();
  private final Listener listener;
  private final Thread thread;
  private volatile boolean closing;
  private volatile @Nullable RuntimeException failure;

  private TableReader(Cluster cluster, Listener listener) {
    Map<String, Object> config = new HashMap<>(cluster.clients());
    config.put("isolation.level", "read_committed");
    config.put(RegistryAvroDeserializer.SPECIFIC, "true");
    this.consumer =
        new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer());
    this.values.configure(config, false);
    this.listener = listener;
    this.thread = new Thread(this::read, "table-reader");
  }

  /** Starts reading at the tables' present end. */
  public static TableReader start(Cluster cluster, Listener listener) {
    TableReader reader = new TableReader(cluster, listener);
    List<TopicPartition> partitions = TopicEnd.partitions(reader.consumer, Topics.TABLES.name());
    reader.consumer.assign(partitions);
    reader.consumer.seekToEnd(partitions);
    partitions.forEach(reader.consumer::position);
    reader.thread.start();
    return reader;
  }

  private void read() {
    try {
      while (!closing) {
        ConsumerRecords<String, byte[]> records = consumer.poll(POLL);
        long at = System.nanoTime();
        for (ConsumerRecord<String, byte[]> each : records) {
          if (each.value() != null) {
            tell((NationalTable) values.deserialize(each.topic(), each.value()), at);
          }
        }
      }
    } catch (RuntimeException e) {
      failure = e;
    } finally {
      consumer.close();
    }
  }

  private void tell(NationalTable table, long at) {
    for (UnitRow row : table.getByUnit()) {
      listener.seen(
          new Coordinates(
              row.getCode().toString(),
              table.getProgramme().toString(),
              row.getReport().getOffset()),
          at);
    }
  }

  /**
   * Whether it still reads.
   *
   * @throws RuntimeException that ended it
   */
  public void requireReading() {
    RuntimeException failed = failure;
    if (failed != null) {
      throw failed;
    }
  }

  @Override
  public void close() {
    closing = true;
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    values.close();
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
