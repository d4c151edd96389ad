import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import vn.tonghop.producer.settings.SettingsReader;
import vn.tonghop.schemas.serde.RegistryAvroDeserializer;

/**
 * {@code ReadTopics SETTINGS NAME TOPIC...}: what each key of compacted topics says now, a line of
 * JSON a key. Reads what is committed, from the beginning to the end that there was when it began.
 * NAME is the reader's, as it was given to {@code ./tonghop reader add}. Ends with 0; with 2 if a
 * topic could not be read.
 */
public final class ReadTopics {

  private static final Duration POLL = Duration.ofSeconds(1);
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final ObjectMapper JSON = new ObjectMapper();

  private ReadTopics() {}

  public static void main(String[] arguments) {
    int exit = 0;
    try {
      if (arguments.length < 3) {
        throw new IllegalArgumentException("usage: ReadTopics SETTINGS NAME TOPIC...");
      }
      List<String> topics = Arrays.asList(arguments).subList(2, arguments.length);
      read(Path.of(arguments[0]), arguments[1], topics).values().forEach(System.out::println);
    } catch (Exception e) {
      // Kafka's exceptions have no stack, over which Java's launcher of sources stumbles.
      System.err.println("ReadTopics: " + e);
      exit = 2;
    }
    System.exit(exit);
  }

  private static Map<String, ObjectNode> read(Path settings, String name, List<String> topics) {
    Map<String, Object> config =
        new HashMap<>(
            SettingsReader.read(Map.of(), System.getenv(), settings).clientConfig());
    config.put(ConsumerConfig.CLIENT_ID_CONFIG, "reader-" + name);
    // Others than committed records may never have been.
    config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    config.put(RegistryAvroDeserializer.SPECIFIC, "false");
    RegistryAvroDeserializer values = new RegistryAvroDeserializer();
    values.configure(config, false);
    Map<String, ObjectNode> latest = new TreeMap<>();
    // Without a group: partitions are assigned, and nothing is committed.
    try (KafkaConsumer<String, Object> consumer =
        new KafkaConsumer<>(config, new StringDeserializer(), values)) {
      List<TopicPartition> partitions = new ArrayList<>();
      for (String topic : topics) {
        consumer
            .partitionsFor(topic)
            .forEach(each -> partitions.add(new TopicPartition(topic, each.partition())));
      }
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      // With read_committed: where the records end of which is known that they are committed.
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      long deadline = System.nanoTime() + PATIENCE.toNanos();
      while (ends.entrySet().stream().anyMatch(e -> consumer.position(e.getKey()) < e.getValue())) {
        if (System.nanoTime() > deadline) {
          throw new IllegalStateException("not read to the end within " + PATIENCE);
        }
        consumer.poll(POLL).forEach(record -> take(latest, record));
      }
    }
    return latest;
  }

  private static void take(Map<String, ObjectNode> latest, ConsumerRecord<String, Object> record) {
    String place = record.topic() + "|" + record.key();
    if (record.value() == null) {
      // A tombstone: the key says nothing any more.
      latest.remove(place);
      return;
    }
    ObjectNode said =
        JSON.createObjectNode()
            .put("topic", record.topic())
            .put("key", record.key())
            .put("partition", record.partition())
            .put("offset", record.offset());
    GenericRecord value = (GenericRecord) record.value();
    if (value.getSchema().getField("total") == null) {
      // A standing has no total.
      said.putNull("total");
    } else {
      ObjectNode total = said.putObject("total");
      GenericRecord measures = (GenericRecord) value.get("total");
      measures
          .getSchema()
          .getFields()
          .forEach(field -> total.put(field.name(), (long) measures.get(field.pos())));
    }
    latest.put(place, said);
  }
}
