package vn.tonghop.bench.cluster;

import java.time.Instant;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import vn.tonghop.bench.workload.Workload;
import vn.tonghop.domain.report.ProgressReport;
import vn.tonghop.schemas.mapping.ReportMapping;
import vn.tonghop.schemas.serde.RegistryAvroSerializer;
import vn.tonghop.schemas.serde.ReportRecord;
import vn.tonghop.schemas.topic.Topics;

/**
 * A cluster whose report topics hold the first reports of a workload, sent once and read by every
 * system that is measured.
 *
 * @param count how many
 * @param bytes of all values together
 * @param from before the first was sent
 */
public record Filled(Cluster cluster, Workload workload, long count, long bytes, Instant from)
    implements AutoCloseable {

  private static final int LINGER_MS = 20;
  private static final int BATCH_BYTES = 128 * 1024;

  /** Sends the first {@code count} reports and waits until the broker has them all. */
  public static Filled of(Cluster cluster, Workload workload, long count) {
    Instant from = Instant.now();
    AtomicReference<@Nullable Exception> failure = new AtomicReference<>();
    long bytes = 0;
    try (RegistryAvroSerializer serializer = serializer(cluster);
        Producer<String, byte[]> producer = producer(cluster)) {
      Iterator<ProgressReport> reports = workload.reports(count).iterator();
      while (reports.hasNext()) {
        ProducerRecord<String, byte[]> sent = toSend(serializer, reports.next());
        bytes += sent.value().length;
        var unused =
            producer.send(
                sent,
                (metadata, failed) -> {
                  if (failed != null) {
                    failure.compareAndSet(null, failed);
                  }
                });
      }
      producer.flush();
    }
    if (failure.get() != null) {
      throw new KafkaException("a report was not taken", failure.get());
    }
    return new Filled(cluster, workload, count, bytes, from);
  }

  /** A serializer of reports, configured for the cluster. */
  public static RegistryAvroSerializer serializer(Cluster cluster) {
    Map<String, Object> config = new HashMap<>(cluster.clients());
    config.put(RegistryAvroSerializer.AUTO_REGISTER, false);
    config.put(
        "value.subject.name.strategy", "io.confluent.kafka.serializers.subject.RecordNameStrategy");
    RegistryAvroSerializer serializer = new RegistryAvroSerializer();
    serializer.configure(config, false);
    return serializer;
  }

  /** A report as a province sends it. */
  public static ProducerRecord<String, byte[]> toSend(
      RegistryAvroSerializer serializer, ProgressReport report) {
    String topic = Topics.reports(report.unit()).name();
    return new ProducerRecord<>(
        topic,
        ReportRecord.key(report.programme(), report.period()),
        serializer.serialize(topic, ReportMapping.toAvro(report)));
  }

  private static Producer<String, byte[]> producer(Cluster cluster) {
    Map<String, Object> config = new HashMap<>();
    config.put("bootstrap.servers", cluster.bootstrap());
    config.put(ProducerConfig.ACKS_CONFIG, "all");
    config.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    config.put(ProducerConfig.LINGER_MS_CONFIG, LINGER_MS);
    config.put(ProducerConfig.BATCH_SIZE_CONFIG, BATCH_BYTES);
    return new KafkaProducer<>(config, new StringSerializer(), new ByteArraySerializer());
  }

  /** Bytes of a report's value, on average. */
  public double bytesAReport() {
    return (double) bytes / count;
  }

  /** Ends the cluster. */
  @Override
  public void close() {
    cluster.close();
  }
}
