package vn.tonghop.streams.topology;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.test.TestRecord;
import org.jspecify.annotations.Nullable;
import vn.tonghop.domain.acceptance.Receipt;
import vn.tonghop.domain.acceptance.SourceRecord;
import vn.tonghop.domain.period.Regime;
import vn.tonghop.domain.reference.ReferenceData;
import vn.tonghop.domain.reference.ReferenceHistory;
import vn.tonghop.domain.report.ProgressReport;
import vn.tonghop.domain.standing.UnitStanding;
import vn.tonghop.domain.table.NationalTable;
import vn.tonghop.schemas.mapping.Change;
import vn.tonghop.schemas.mapping.ReceiptMapping;
import vn.tonghop.schemas.mapping.StandingMapping;
import vn.tonghop.schemas.mapping.TableMapping;
import vn.tonghop.schemas.serde.ProgressReportDecoder;
import vn.tonghop.schemas.topic.Topics;
import vn.tonghop.streams.config.RollUpSettings;
import vn.tonghop.streams.config.StreamsProperties;
import vn.tonghop.streams.processor.Judgement;
import vn.tonghop.streams.processor.ProgrammeYears;
import vn.tonghop.streams.processor.Tally;

/**
 * The real topology under Kafka's test driver, one commit a record. The driver counts offsets over
 * all reports topics together.
 */
final class RollUpRun implements AutoCloseable {

  /** The wall clock of all runs: it must decide nothing but {@code decidedAt}. */
  static final Instant NOW = Instant.parse("2031-05-05T05:05:05Z");

  private final Regime regime;
  private final Tally tally = new Tally();
  private final TopologyTestDriver driver;
  private final Map<String, TestInputTopic<byte[], byte[]>> reportTopics = new HashMap<>();
  private long offset;

  RollUpRun(Regime regime, ReferenceData reference) {
    this.regime = regime;
    StreamsConfig config = config();
    Properties properties = new Properties();
    properties.putAll(config.originals());
    this.driver =
        new TopologyTestDriver(
            RollUpTopology.build(config, rollUp(regime, reference, tally)), properties, NOW);
  }

  /** With the bundled reference data. */
  static RollUpRun of(Regime regime) {
    return new RollUpRun(regime, ReferenceData.bundled());
  }

  static StreamsConfig config() {
    try {
      String folder = Files.createTempDirectory(Path.of("target"), "roll-up").toString();
      return StreamsProperties.of(RollUpSettings.of(Map.of("state.dir", folder)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static RollUp rollUp(Regime regime, ReferenceData reference) {
    return rollUp(regime, reference, new Tally());
  }

  private static RollUp rollUp(Regime regime, ReferenceData reference, Tally tally) {
    ReferenceHistory history = ReferenceHistory.only(1, reference);
    return new RollUp(
        regime,
        new Judgement(new ProgressReportDecoder(Wire::schema), history::at, regime),
        new OutputValues(Wire.serializer()),
        tally);
  }

  /** What it has counted. */
  Tally tally() {
    return tally;
  }

  // In

  /** A report by its unit's own topic. */
  SourceRecord arrive(ProgressReport report, String at) {
    return arrive(report.unit(), report, Instant.parse(at));
  }

  /** A report by any unit's topic. */
  SourceRecord arrive(String topicUnit, ProgressReport report, Instant at) {
    byte[] key = (report.programme() + "|" + report.period()).getBytes(StandardCharsets.UTF_8);
    return arrive(topicUnit, key, Wire.report(report), new RecordHeaders(), at);
  }

  /** Any bytes. */
  SourceRecord arrive(
      String topicUnit,
      byte @Nullable [] key,
      byte @Nullable [] value,
      Headers headers,
      Instant at) {
    String topic = Topics.reports(topicUnit).name();
    reportTopics
        .computeIfAbsent(
            topic,
            name ->
                driver.createInputTopic(name, new ByteArraySerializer(), new ByteArraySerializer()))
        .pipeInput(new TestRecord<>(key, value, headers, at));
    return new SourceRecord(topic, 0, offset++);
  }

  // Out: what has come since it was last asked for

  List<Receipt> receipts(String unit) {
    return records(Topics.receipts(unit).name()).stream()
        .map(each -> ReceiptMapping.fromAvro(value(vn.tonghop.Receipt.class, each)))
        .toList();
  }

  /** The one receipt that has come. */
  Receipt receipt(String unit) {
    List<Receipt> receipts = receipts(unit);
    if (receipts.size() != 1) {
      throw new AssertionError("one receipt expected: " + receipts);
    }
    return receipts.get(0);
  }

  /** Standings by key, null for a tombstone, in their order. */
  Map<String, @Nullable UnitStanding> standings() {
    Map<String, @Nullable UnitStanding> standings = new LinkedHashMap<>();
    for (TestRecord<byte[], byte[]> each : records(Topics.STANDINGS.name())) {
      vn.tonghop.@Nullable UnitStanding stored =
          Wire.read(vn.tonghop.UnitStanding.class, each.value());
      standings.put(key(each), stored == null ? null : StandingMapping.fromAvro(regime, stored));
    }
    return standings;
  }

  Map<String, Change> standingsHistory() {
    Map<String, Change> changes = new LinkedHashMap<>();
    for (TestRecord<byte[], byte[]> each : records(Topics.STANDINGS_HISTORY.name())) {
      changes.put(
          key(each),
          StandingMapping.fromAvro(regime, value(vn.tonghop.StandingChange.class, each)));
    }
    return changes;
  }

  /** Tables by key, null for a tombstone, in their order. */
  Map<String, @Nullable NationalTable> tables() {
    Map<String, @Nullable NationalTable> tables = new LinkedHashMap<>();
    for (TestRecord<byte[], byte[]> each : records(Topics.TABLES.name())) {
      vn.tonghop.@Nullable NationalTable stored =
          Wire.read(vn.tonghop.NationalTable.class, each.value());
      tables.put(key(each), stored == null ? null : TableMapping.fromAvro(stored));
    }
    return tables;
  }

  /** All versions of tables, in their order. */
  List<NationalTable> tablesHistory() {
    return records(Topics.TABLES_HISTORY.name()).stream()
        .map(each -> TableMapping.fromAvro(value(vn.tonghop.NationalTable.class, each)))
        .toList();
  }

  List<TestRecord<byte[], byte[]>> deadLetters() {
    return records(Topics.DEAD_LETTERS.name());
  }

  /** Records of any output topic, as they stand there. */
  List<TestRecord<byte[], byte[]>> records(String topic) {
    return driver.producedTopicNames().contains(topic)
        ? driver
            .createOutputTopic(topic, new ByteArrayDeserializer(), new ByteArrayDeserializer())
            .readRecordsToList()
        : List.of();
  }

  /** Forgets everything but the count of offsets: a new run without the cost of one. */
  void forget() {
    KeyValueStore<String, Object> store = driver.getKeyValueStore(Acceptances.ACCEPTED_REPORTS);
    List<String> keys = new ArrayList<>();
    try (KeyValueIterator<String, Object> all = store.all()) {
      all.forEachRemaining(each -> keys.add(each.key));
    }
    keys.forEach(store::delete);
    forgetYears();
    driver.producedTopicNames().forEach(this::records);
  }

  /** As after a start: what is in heap is gone, what is in stores is not. */
  void forgetYears() {
    ((ProgrammeYears) driver.getStateStore(Acceptances.PROGRAMME_YEARS)).clear();
  }

  @Override
  public void close() {
    driver.close();
  }

  private static String key(TestRecord<byte[], byte[]> record) {
    return new String(record.key(), StandardCharsets.UTF_8);
  }

  private static <T extends SpecificRecord> T value(
      Class<T> type, TestRecord<byte[], byte[]> record) {
    return Objects.requireNonNull(Wire.read(type, record.value()));
  }
}
