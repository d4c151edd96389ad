package vn.tonghop.standalone.table;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.StringDeserializer;
import vn.tonghop.domain.period.Period;
import vn.tonghop.domain.table.NationalTable;
import vn.tonghop.schemas.mapping.TableMapping;
import vn.tonghop.schemas.serde.RegistryAvroDeserializer;
import vn.tonghop.schemas.topic.TopicEnd;
import vn.tonghop.schemas.topic.Topics;

/** The national tables as committed at the moment of reading. */
public final class CommittedTables {

  private final Map<String, vn.tonghop.NationalTable> tables = new HashMap<>();

  private CommittedTables() {}

  /**
   * Reads the tables topic to its end.
   *
   * @param config of Kafka's clients and of the registry's deserializer
   * @throws org.apache.kafka.common.KafkaException if the broker or the registry is out of reach
   */
  public static CommittedTables read(Map<String, Object> config) {
    Map<String, Object> reading = TopicEnd.reader(config);
    reading.put("specific.avro.reader", "true");
    RegistryAvroDeserializer values = new RegistryAvroDeserializer();
    values.configure(reading, false);
    CommittedTables committed = new CommittedTables();
    try (KafkaConsumer<String, Object> consumer =
        new KafkaConsumer<>(reading, new StringDeserializer(), values)) {
      committed.readToEnd(consumer);
    }
    return committed;
  }

  /** The table of a programme and target; empty while no unit speaks for it. */
  public Optional<NationalTable> table(String programme, Period target) {
    return Optional.ofNullable(tables.get(programme + "|" + target.label()))
        .map(TableMapping::fromAvro);
  }

  private void readToEnd(KafkaConsumer<String, Object> consumer) {
    TopicEnd.readAll(consumer, TopicEnd.partitions(consumer, Topics.TABLES.name()), this::take);
  }

  private void take(ConsumerRecord<String, Object> record) {
    if (record.value() instanceof vn.tonghop.NationalTable table) {
      tables.put(record.key(), table);
    } else {
      tables.remove(record.key());
    }
  }
}
