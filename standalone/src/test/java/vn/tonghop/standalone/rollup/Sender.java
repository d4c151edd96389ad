package vn.tonghop.standalone.rollup;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import vn.tonghop.domain.acceptance.SourceRecord;
import vn.tonghop.domain.report.ProgressReport;
import vn.tonghop.schemas.mapping.ReportMapping;
import vn.tonghop.schemas.serde.RegistryAvroSerializer;
import vn.tonghop.schemas.topic.Topics;

/** Writes any bytes to a unit's topic, as whoever may write there can. */
final class Sender implements AutoCloseable {

  private final KafkaProducer<byte[], byte[]> producer;
  private final RegistryAvroSerializer values = new RegistryAvroSerializer();

  Sender(Ground ground) {
    this(ground, Map.of());
  }

  Sender(Ground ground, Map<String, Object> more) {
    Map<String, Object> config = new HashMap<>(ground.config());
    config.put("auto.register.schemas", "false");
    config.put(
        "value.subject.name.strategy", "io.confluent.kafka.serializers.subject.RecordNameStrategy");
    config.put("linger.ms", 0);
    config.putAll(more);
    values.configure(config, false);
    producer = new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer());
  }

  KafkaProducer<byte[], byte[]> producer() {
    return producer;
  }

  /** The report in the registry's wire format. */
  byte[] bytes(ProgressReport report) {
    return values.serialize("any", ReportMapping.toAvro(report));
  }

  /** By its own unit's topic. */
  SourceRecord send(ProgressReport report) {
    return send(report.unit(), bytes(report));
  }

  SourceRecord send(String topicUnit, byte[] value) {
    return send(new ProducerRecord<>(Topics.reports(topicUnit).name(), value));
  }

  SourceRecord send(String topicUnit, byte[] key, byte[] value, List<Header> headers) {
    return send(
        new ProducerRecord<>(Topics.reports(topicUnit).name(), null, null, key, value, headers));
  }

  SourceRecord send(ProducerRecord<byte[], byte[]> sent) {
    Future<RecordMetadata> answer = producer.send(sent);
    producer.flush();
    return place(answer);
  }

  static SourceRecord place(Future<RecordMetadata> answer) {
    try {
      RecordMetadata place = answer.get();
      return new SourceRecord(place.topic(), place.partition(), place.offset());
    } catch (InterruptedException | ExecutionException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public void close() {
    producer.close();
    values.close();
  }
}
