package vn.tonghop.standalone.console;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import vn.tonghop.domain.acceptance.SourceRecord;
import vn.tonghop.producer.settings.Settings;
import vn.tonghop.schemas.serde.RegistryAvroSerializer;

/** Writes what the roll-up would write, in transactions that a test may abort. */
final class WrittenTopics implements AutoCloseable {

  private final KafkaProducer<String, byte[]> producer;
  private final RegistryAvroSerializer values = new RegistryAvroSerializer();

  WrittenTopics(Settings settings, String transactions) {
    Map<String, Object> config = new HashMap<>(settings.clientConfig());
    config.put("auto.register.schemas", "false");
    config.put(
        "value.subject.name.strategy", "io.confluent.kafka.serializers.subject.RecordNameStrategy");
    config.put("transactional.id", transactions);
    values.configure(config, false);
    producer = new KafkaProducer<>(config, new StringSerializer(), new ByteArraySerializer());
    producer.initTransactions();
  }

  /** A record to write; its value is a generated class, bytes, or null for a tombstone. */
  record Written(String topic, String key, @Nullable Object value) {}

  /** In one transaction; where they stand. */
  List<SourceRecord> commit(List<Written> records) {
    producer.beginTransaction();
    List<SourceRecord> places = send(records);
    producer.commitTransaction();
    return places;
  }

  /** The same, but nobody who reads committed records may ever see them. */
  void abort(List<Written> records) {
    producer.beginTransaction();
    send(records);
    producer.abortTransaction();
  }

  private List<SourceRecord> send(List<Written> records) {
    var sent =
        records.stream()
            .map(each -> producer.send(new ProducerRecord<>(each.topic(), each.key(), bytes(each))))
            .toList();
    producer.flush();
    return sent.stream()
        .map(
            each -> {
              try {
                RecordMetadata place = each.get();
                return new SourceRecord(place.topic(), place.partition(), place.offset());
              } catch (InterruptedException | ExecutionException e) {
                throw new AssertionError(e);
              }
            })
        .toList();
  }

  /** A generated class in the registry's wire format. */
  byte[] bytes(Object value) {
    return values.serialize("any", value);
  }

  private byte @Nullable [] bytes(Written record) {
    Object value = record.value();
    return value == null || value instanceof byte[] ? (byte[]) value : bytes(value);
  }

  @Override
  public void close() {
    producer.close();
    values.close();
  }
}
