package vn.tonghop.bench.drain;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import vn.tonghop.NationalTable;
import vn.tonghop.Receipt;
import vn.tonghop.bench.cluster.Cluster;
import vn.tonghop.domain.acceptance.Outcome;
import vn.tonghop.schemas.serde.RegistryAvroDeserializer;
import vn.tonghop.schemas.topic.TopicEnd;
import vn.tonghop.schemas.topic.Topics;

/** Whether what the roll-up wrote is what the oracle says: a wrong run is no result. */
public final class OutputCheck {

  private static final int TOLD = 5;

  private final Cluster cluster;
  private final Expected expected;
  private final List<String> complaints = new ArrayList<>();

  private OutputCheck(Cluster cluster, Expected expected) {
    this.cluster = cluster;
    this.expected = expected;
  }

  /** The first few things that are wrong; empty if nothing. */
  public static List<String> complaints(Cluster cluster, Expected expected) {
    OutputCheck check = new OutputCheck(cluster, expected);
    check.receipts();
    check.tables();
    List<String> all = check.complaints;
    return all.size() <= TOLD
        ? all
        : List.of(all.get(0), all.get(1), "and %,d more".formatted(all.size() - 2));
  }

  /** Each record has one receipt, and that has the outcome that the oracle says. */
  private void receipts() {
    Map<String, BitSet> answered = new HashMap<>();
    List<TopicPartition> partitions = new ArrayList<>();
    for (String unit : cluster.units()) {
      partitions.add(new TopicPartition(Topics.receipts(unit).name(), 0));
    }
    read(
        partitions,
        record -> {
          if (record.value() instanceof Receipt receipt) {
            receipt(receipt, answered);
          }
        });
    expected
        .outcomes()
        .forEach(
            (topic, outcomes) -> {
              int missing =
                  outcomes.size() - answered.getOrDefault(topic, new BitSet()).cardinality();
              if (missing > 0) {
                complaints.add("%s: %,d records have no receipt".formatted(topic, missing));
              }
            });
  }

  private void receipt(Receipt receipt, Map<String, BitSet> answered) {
    String topic = String.valueOf(receipt.getTopic());
    Long offset = receipt.getOffset();
    List<Outcome> outcomes = expected.outcomes().getOrDefault(topic, List.of());
    if (offset == null || offset >= outcomes.size()) {
      complaints.add("a receipt for a record that was not sent: " + receipt);
      return;
    }
    BitSet known = answered.computeIfAbsent(topic, any -> new BitSet());
    if (known.get(offset.intValue())) {
      complaints.add("%s %d has two receipts".formatted(topic, offset));
    }
    known.set(offset.intValue());
    String said = outcomes.get(offset.intValue()).name();
    if (!said.contentEquals(receipt.getOutcome())) {
      complaints.add(
          "%s %d is %s, the oracle says %s".formatted(topic, offset, receipt.getOutcome(), said));
    }
  }

  private void tables() {
    Map<String, NationalTable> last = new TreeMap<>();
    List<TopicPartition> partitions = new ArrayList<>();
    for (int i = 0; i < Topics.TABLES.partitions(); i++) {
      partitions.add(new TopicPartition(Topics.TABLES.name(), i));
    }
    read(
        partitions,
        record -> {
          if (record.value() instanceof NationalTable table) {
            last.put(record.key(), table);
          } else {
            last.remove(record.key());
          }
        });
    expected
        .tables()
        .forEach(
            (key, said) -> {
              NationalTable table = last.remove(key);
              if (table == null || !said.equals(TableText.of(table))) {
                complaints.add("table %s differs from the oracle".formatted(key));
              }
            });
    last.forEach(
        (key, table) -> {
          if (!table.getByUnit().isEmpty()) {
            complaints.add("table %s should not be there".formatted(key));
          }
        });
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
