import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * {@code SendReport SETTINGS REPORT.json} with nothing of Tổng Hợp's on the class path: Kafka's
 * clients and Confluent's serializer, named by its class. Sends one report, waits for its receipt
 * and prints it as JSON. Ends with 0; with 1 if the report is rejected or contradicts an earlier
 * one; with 2 if it could not be sent, or nobody answered.
 */
public final class SendReport {

  private static final String SUBJECT = "vn.tonghop.ProgressReport";
  private static final String CONFLUENT = "io.confluent.kafka.serializers.";
  private static final String TEXT = "org.apache.kafka.common.serialization.String";
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Duration POLL = Duration.ofSeconds(1);
  private static final List<String> REFUSED = List.of("REJECTED", "CONFLICT");
  private static final int OK = 200;
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

  private SendReport() {}

  public static void main(String[] arguments) {
    int exit;
    try {
      exit = send(arguments);
    } catch (Exception e) {
      // Kafka's exceptions have no stack, over which Java's launcher of sources stumbles.
      System.err.println("SendReport: " + e);
      exit = 2;
    }
    System.exit(exit);
  }

  private static int send(String[] arguments) throws Exception {
    Map<String, Object> settings = settings(Path.of(arguments[0]));
    JsonNode report = JSON.readTree(Files.readString(Path.of(arguments[1])));
    GenericRecord value = record(schema(settings), report);
    TopicPartition receipts = new TopicPartition("tonghop.receipts." + value.get("unit"), 0);
    GenericRecord receipt;
    try (KafkaConsumer<String, GenericRecord> consumer = new KafkaConsumer<>(settings)) {
      consumer.assign(List.of(receipts));
      consumer.seek(receipts, consumer.endOffsets(List.of(receipts)).get(receipts));
      receipt = await(consumer, send(settings, value));
    }
    System.out.println(receipt);
    return REFUSED.contains(receipt.get("outcome").toString()) ? 1 : 0;
  }

  /** Those of the file, and above them what sending and reading must not do otherwise. */
  private static Map<String, Object> settings(Path file) throws Exception {
    Map<String, Object> settings = new HashMap<>();
    settings.put("value.serializer", CONFLUENT + "KafkaAvroSerializer");
    settings.put("value.deserializer", CONFLUENT + "KafkaAvroDeserializer");
    Properties properties = new Properties();
    try (var text = Files.newBufferedReader(file)) {
      properties.load(text);
    }
    properties
        .stringPropertyNames()
        .forEach(key -> settings.put(key, properties.getProperty(key)));
    settings.put("key.serializer", TEXT + "Serializer");
    settings.put("key.deserializer", TEXT + "Deserializer");
    settings.put("value.subject.name.strategy", CONFLUENT + "subject.RecordNameStrategy");
    settings.put("auto.register.schemas", "false");
    settings.put("acks", "all");
    settings.put("enable.idempotence", "true");
    settings.put("isolation.level", "read_committed");
    settings.put("enable.auto.commit", "false");
    settings.put("allow.auto.create.topics", "false");
    return settings;
  }

  private static RecordMetadata send(Map<String, Object> settings, GenericRecord value)
      throws Exception {
    String topic = "tonghop.reports." + value.get("unit");
    String key = value.get("programme") + "|" + value.get("period");
    try (KafkaProducer<String, GenericRecord> producer = new KafkaProducer<>(settings)) {
      return producer.send(new ProducerRecord<>(topic, key, value)).get();
    }
  }

  /** The receipt of the record that stands at this place: nothing else tells receipts apart. */
  private static GenericRecord await(
      KafkaConsumer<String, GenericRecord> consumer, RecordMetadata sent) {
    Instant deadline = Instant.now().plus(PATIENCE);
    while (Instant.now().isBefore(deadline)) {
      for (ConsumerRecord<String, GenericRecord> come : consumer.poll(POLL)) {
        GenericRecord receipt = come.value();
        if (sent.topic().equals(Objects.toString(receipt.get("topic")))
            && Objects.equals(receipt.get("partition"), sent.partition())
            && Objects.equals(receipt.get("offset"), sent.offset())) {
          return receipt;
        }
      }
    }
    throw new IllegalStateException("no receipt within " + PATIENCE + " of " + sent);
  }

  /** The last version; the serializer then asks for its id and registers nothing. */
  private static Schema schema(Map<String, Object> settings) throws Exception {
    URI latest =
        URI.create(
            settings.get("schema.registry.url") + "/subjects/" + SUBJECT + "/versions/latest");
    HttpResponse<String> answer =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(latest).build(), HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() != OK) {
      throw new IllegalStateException(latest + ": " + answer.statusCode() + " " + answer.body());
    }
    return new Schema.Parser().parse(JSON.readTree(answer.body()).get("schema").asText());
  }

  /** What is left out gets the schema's default. */
  private static GenericRecord record(Schema schema, JsonNode json) {
    GenericRecord record = new GenericData.Record(schema);
    for (Schema.Field field : schema.getFields()) {
      JsonNode given = json.get(field.name());
      record.put(
          field.pos(),
          given == null ? GenericData.get().getDefaultValue(field) : value(field.schema(), given));
    }
    return record;
  }

  /** JSON as Avro has it. */
  private static Object value(Schema schema, JsonNode json) {
    return switch (schema.getType()) {
      case UNION -> json.isNull() ? null : value(present(schema), json);
      case RECORD -> record(schema, json);
      case ARRAY -> items(schema.getElementType(), json);
      case ENUM -> new GenericData.EnumSymbol(schema, json.asText());
      case BOOLEAN -> json.asBoolean();
      case INT -> schema.getLogicalType() == null ? json.asInt() : days(json.asText());
      case LONG -> Instant.parse(json.asText()).toEpochMilli();
      case BYTES -> unscaled(schema, json.decimalValue());
      default -> json.asText();
    };
  }

  /** Of a union of null and one other. */
  private static Schema present(Schema union) {
    return union.getTypes().stream()
        .filter(each -> each.getType() != Schema.Type.NULL)
        .findFirst()
        .orElseThrow();
  }

  private static List<Object> items(Schema schema, JsonNode json) {
    List<Object> items = new ArrayList<>();
    json.forEach(each -> items.add(value(schema, each)));
    return items;
  }

  private static int days(String date) {
    return Math.toIntExact(LocalDate.parse(date).toEpochDay());
  }

  private static ByteBuffer unscaled(Schema schema, BigDecimal value) {
    int places = ((LogicalTypes.Decimal) schema.getLogicalType()).getScale();
    BigDecimal exact = value.setScale(places, RoundingMode.UNNECESSARY);
    return ByteBuffer.wrap(exact.unscaledValue().toByteArray());
  }
}
