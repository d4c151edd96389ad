package vn.tonghop.bench.drain;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;
import vn.tonghop.NationalTable;
import vn.tonghop.Receipt;
import vn.tonghop.bench.cluster.Cluster;
import vn.tonghop.schemas.serde.RegistryAvroDeserializer;
import vn.tonghop.schemas.topic.TopicEnd;
import vn.tonghop.schemas.topic.Topics;

/** Reads what is committed in the output topics, to their ends. */
final class OutputTopics {

  private final Cluster cluster;

  OutputTopics(Cluster cluster) {
    this.cluster = cluster;
  }

  /** All receipts of all units. */
  void receipts(java.util.function.Consumer<Receipt> take) {
    List<TopicPartition> partitions = new ArrayList<>();
    for (String unit : cluster.units()) {
      partitions.add(new TopicPartition(Topics.receipts(unit).name(), 0));
    }
    read(
        partitions,
        record -> {
          if (record.value() instanceof Receipt receipt) {
            take.accept(receipt);
          }
        });
  }

  /** All versions of all tables, each programme's in their order. */
  void tables(BiConsumer<String, @Nullable NationalTable> take) {
    List<TopicPartition> partitions = new ArrayList<>();
    for (int i = 0; i < Topics.TABLES.partitions(); i++) {
      partitions.add(new TopicPartition(Topics.TABLES.name(), i));
    }
    read(partitions, record -> take.accept(record.key(), (NationalTable) record.value()));
  }

  private void read(
      Collection<TopicPartition> partitions,
      java.util.function.Consumer<ConsumerRecord<String, Object>> take) {
    try (Consumer<String, Object> consumer = consumer()) {
      TopicEnd.readAll(consumer, partitions, take);
    }
  }

  private Consumer<String, Object> consumer() {
    Map<String, Object> config = new HashMap<>(cluster.clients());
    config.put(RegistryAvroDeserializer.SPECIFIC, true);
    Deserializer<Object> values = new RegistryAvroDeserializer();
    values.configure(config, false);
    return new KafkaConsumer<>(
        Map.of(
            "bootstrap.servers",
            cluster.bootstrap(),
            ConsumerConfig.ISOLATION_LEVEL_CONFIG,
            "read_committed",
            ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
            false,
            ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
            5_000),
        new StringDeserializer(),
        values);
  }
}
