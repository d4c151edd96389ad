package vn.tonghop.bench.ladder;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.Schema;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import vn.tonghop.bench.cluster.OutputBytes;
import vn.tonghop.bench.cluster.ReferenceTopic;
import vn.tonghop.bench.workload.Workload;
import vn.tonghop.domain.acceptance.SourceRecord;
import vn.tonghop.domain.acceptance.Submission;
import vn.tonghop.domain.reference.ReferenceHistory;
import vn.tonghop.domain.report.ProgressReport;
import vn.tonghop.schemas.mapping.ReportMapping.Result.Fits;
import vn.tonghop.schemas.registry.SchemaLookup;
import vn.tonghop.schemas.serde.DecodedReport.Decoded;
import vn.tonghop.schemas.serde.ProgressReportDecoder;
import vn.tonghop.schemas.topic.Topics;
import vn.tonghop.streams.config.RegistrySerde;
import vn.tonghop.streams.config.RollUpSettings;

/**
 * A rung as a program: one consumer over all report topics, one thread, until it is ended. Once it
 * has read everything it begins again from nothing, as a group of another name. Its arguments are
 * those that {@link Rung} gives.
 */
public final class RungMain {

  private static final Duration POLL = Duration.ofMillis(10);
  private static final int RECORDS_A_POLL = 2_000;

  private final Step step;
  private final long commitNanos;
  private final RollUpSettings settings;
  private final @Nullable Producer<byte[], byte[]> producer;
  private final ProgressReportDecoder decoder;
  private long checksum;

  private RungMain(String[] arguments) {
    this.step = Step.valueOf(arguments[0]);
    this.settings =
        RollUpSettings.of(
            Map.of(
                "bootstrap.servers", arguments[1],
                "schema.registry.url", arguments[2],
                "regime", Workload.REGIME.id()));
    this.commitNanos = Duration.ofMillis(Long.parseLong(arguments[3])).toNanos();
    this.producer = step.reaches(Step.L3) ? producer(arguments[1]) : null;
    SchemaLookup schemas = new RegistrySerde(settings).lookup();
    this.decoder = new ProgressReportDecoder(id -> schema(schemas, id));
  }

  private static Optional<Schema> schema(SchemaLookup schemas, int id) {
    try {
      return schemas.awaitSchema(id, Duration.ofSeconds(30));
    } catch (InterruptedException e) {
      throw new InterruptException(e);
    }
  }

  /** Reads and commits until the process is ended. */
  public static void main(String[] arguments) throws InterruptedException {
    RungMain rung = new RungMain(arguments);
    ReferenceHistory.Version reference = ReferenceTopic.first(rung.settings);
    if (rung.producer != null) {
      rung.producer.initTransactions();
    }
    for (int pass = 1; true; pass++) {
      String group = Rung.group(rung.step, pass);
      try (Consumer<byte[], byte[]> consumer = consumer(arguments[1], group)) {
        rung.new Pass(consumer, reference).run();
      }
    }
  }

  /** All reports, read once. */
  private final class Pass {

    private final Consumer<byte[], byte[]> consumer;
    private final Totals totals = new Totals(Workload.REGIME);
    private final States states;
    private final @Nullable ContractOutput contract;
    private final Map<TopicPartition, OffsetAndMetadata> read = new HashMap<>();
    private boolean writing;

    Pass(Consumer<byte[], byte[]> consumer, ReferenceHistory.Version reference) {
      this.consumer = consumer;
      this.states = new States(reference);
      this.contract =
          producer != null && step.reaches(Step.L5)
              ? new ContractOutput(
                  producer, OutputBytes.registered(settings), reference, Rung.state(step))
              : null;
    }

    void run() {
      // Without a group's membership: an ended rung leaves nobody behind whom the broker waits for.
      List<TopicPartition> partitions =
          consumer.listTopics().keySet().stream()
              .filter(topic -> Topics.unitOf(topic).isPresent())
              .map(topic -> new TopicPartition(topic, 0))
              .toList();
      consumer.assign(partitions);
      long left =
          consumer.endOffsets(partitions).values().stream().mapToLong(Long::longValue).sum();
      long committed = System.nanoTime();
      while (left > 0 || !read.isEmpty()) {
        for (ConsumerRecord<byte[], byte[]> each : consumer.poll(POLL)) {
          take(each);
          left--;
          read.put(
              new TopicPartition(each.topic(), each.partition()),
              new OffsetAndMetadata(each.offset() + 1));
        }
        if (!read.isEmpty() && System.nanoTime() - committed >= commitNanos) {
          commit();
          committed = System.nanoTime();
        }
      }
    }

    private void take(ConsumerRecord<byte[], byte[]> record) {
      if (!step.reaches(Step.L1)) {
        checksum += record.value().length;
        return;
      }
      if (!(decoder.decode(record.value()) instanceof Decoded decoded
          && decoded.result() instanceof Fits fits)) {
        throw new IllegalStateException("not decoded: " + record);
      }
      ProgressReport report = fits.report();
      if (!step.reaches(Step.L2)) {
        checksum = 31 * checksum + report.revision() + report.tasks().size();
        return;
      }
      Instant at = Instant.ofEpochMilli(record.timestamp());
      SourceRecord source = new SourceRecord(record.topic(), record.partition(), record.offset());
      if (contract != null) {
        begin();
        contract.take(report, Topics.unitOf(record.topic()).orElseThrow(), source, at);
      } else if (totals.take(report) && step.reaches(Step.L4)) {
        begin();
        Submission submission = states.submission(report, source, at);
        send(Rung.state(step), States.key(submission), states.bytes(submission));
      }
    }

    private void begin() {
      if (producer != null && !writing) {
        producer.beginTransaction();
        writing = true;
      }
    }

    private void send(String topic, String key, byte[] value) {
      if (producer != null) {
        var unused = producer.send(new ProducerRecord<>(topic, Totals.key(key), value));
      }
    }

    private void commit() {
      if (producer == null) {
        consumer.commitSync(read);
      } else {
        begin();
        if (contract != null) {
          contract.tables();
        }
        for (String series : totals.changed()) {
          send(Rung.totals(step), series, totals.bytes(series));
        }
        producer.sendOffsetsToTransaction(read, consumer.groupMetadata());
        producer.commitTransaction();
        writing = false;
      }
      read.clear();
    }
  }

  private static Consumer<byte[], byte[]> consumer(String bootstrap, String group) {
    return new KafkaConsumer<>(
        Map.of(
            "bootstrap.servers",
            bootstrap,
            ConsumerConfig.GROUP_ID_CONFIG,
            group,
            ConsumerConfig.ISOLATION_LEVEL_CONFIG,
            "read_committed",
            ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
            "earliest",
            ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
            false,
            ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
            RECORDS_A_POLL),
        new ByteArrayDeserializer(),
        new ByteArrayDeserializer());
  }

  private static Producer<byte[], byte[]> producer(String bootstrap) {
    return new KafkaProducer<>(
        Map.of(
            "bootstrap.servers",
            bootstrap,
            ProducerConfig.TRANSACTIONAL_ID_CONFIG,
            "bench-rung",
            ProducerConfig.LINGER_MS_CONFIG,
            20,
            ProducerConfig.BATCH_SIZE_CONFIG,
            128 * 1024),
        new ByteArraySerializer(),
        new ByteArraySerializer());
  }
}
