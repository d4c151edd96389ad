package vn.tonghop.standalone.rollup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import vn.tonghop.domain.acceptance.Receipt;
import vn.tonghop.domain.acceptance.SourceRecord;
import vn.tonghop.domain.oracle.Arrival;
import vn.tonghop.domain.oracle.Pipeline;
import vn.tonghop.domain.period.Period;
import vn.tonghop.domain.period.PeriodLength;
import vn.tonghop.domain.report.ProgressReport;
import vn.tonghop.domain.table.MovedBy;
import vn.tonghop.domain.table.NationalTable;
import vn.tonghop.schemas.mapping.ReceiptMapping;
import vn.tonghop.schemas.mapping.ReportMapping;
import vn.tonghop.schemas.serde.RegistryAvroDeserializer;
import vn.tonghop.schemas.topic.TopicEnd;
import vn.tonghop.schemas.topic.Topics;
import vn.tonghop.standalone.Await;
import vn.tonghop.standalone.system.EvaluationSystem;
import vn.tonghop.standalone.table.CommittedTables;
import vn.tonghop.streams.runtime.LagReader;
import vn.tonghop.streams.runtime.PartitionLag;
import vn.tonghop.streams.topology.InternalTopics;

/** What stands in a system's topics, held against what the domain makes of the same reports. */
final class UpLedger {

  private static final Duration POLL = Duration.ofMillis(200);
  private static final MovedBy ANY =
      new MovedBy("any", "any", 1, new SourceRecord("any", 0, 0), Instant.EPOCH);
  private static final List<String> UNITS = SomeReports.provinces();

  private final Map<String, Object> config;

  UpLedger(Map<String, Object> config) {
    this.config = Map.copyOf(config);
  }

  /** Waits until everything that was sent has gone through every stage. */
  void awaitSettled(Duration patience) {
    List<List<String>> stages = new ArrayList<>();
    stages.add(UNITS.stream().map(unit -> Topics.reports(unit).name()).toList());
    InternalTopics.sources(EvaluationSystem.APPLICATION_ID)
        .forEach(each -> stages.add(List.of(each)));
    try (Admin admin = Admin.create(config)) {
      LagReader lag = new LagReader(admin, EvaluationSystem.APPLICATION_ID);
      for (List<String> stage : stages) {
        Await.until("settled: " + stage, patience, () -> isSettled(lag, stage));
      }
      Await.until("tables are visible", patience, () -> isVisible(lag));
    }
  }

  private static boolean isSettled(LagReader lag, List<String> stage) {
    return lag(lag, stage).stream().allMatch(PartitionLag::isSettled);
  }

  private static boolean isVisible(LagReader lag) {
    return lag(lag, List.of(Topics.TABLES.name())).stream()
        .allMatch(each -> each.stable() == each.end());
  }

  private static List<PartitionLag> lag(LagReader lag, List<String> topics) {
    try {
      return lag.read(topics);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /**
   * Nothing that was acknowledged is missing, each record has one receipt, no revision is accepted
   * twice, and all tables are those of the domain, field by field.
   */
  void assertRight(Map<SourceRecord, ProgressReport> acknowledged) {
    List<Arrival> arrived = arrived();
    assertHolds(arrived, acknowledged);
    Pipeline expected = new Pipeline(Ground.REGIME, SomeReports.REFERENCE).arriveAll(arrived);
    List<Receipt> receipts = receipts();
    assertEquals(byRecord(expected.receipts()), byRecord(receipts));
    assertAcceptedOnce(receipts);
    assertEquals(tables(expected), tables(CommittedTables.read(config)));
  }

  private static void assertHolds(
      List<Arrival> arrived, Map<SourceRecord, ProgressReport> acknowledged) {
    Map<SourceRecord, ProgressReport> there = new HashMap<>();
    arrived.forEach(each -> there.put(each.source(), each.report()));
    acknowledged.forEach(
        (place, report) ->
            assertEquals(
                ReportMapping.toAvro(report),
                Optional.ofNullable(there.get(place)).map(ReportMapping::toAvro).orElse(null),
                () -> "acknowledged at " + place));
  }

  private List<Arrival> arrived() {
    List<Arrival> arrivals = new ArrayList<>();
    for (Decoded each : read(UNITS.stream().map(unit -> Topics.reports(unit).name()).toList())) {
      vn.tonghop.ProgressReport report = (vn.tonghop.ProgressReport) each.value();
      arrivals.add(
          new Arrival(
              ((ReportMapping.Result.Fits) ReportMapping.fromAvro(report)).report(),
              Topics.unitOf(each.place().topic()).orElseThrow(),
              each.at(),
              each.place()));
    }
    return arrivals;
  }

  private List<Receipt> receipts() {
    return receipts(UNITS);
  }

  /** All receipts of some units. */
  List<Receipt> receipts(List<String> units) {
    return read(units.stream().map(unit -> Topics.receipts(unit).name()).toList()).stream()
        .map(each -> ReceiptMapping.fromAvro((vn.tonghop.Receipt) each.value()))
        .toList();
  }

  private record Decoded(SourceRecord place, Instant at, Object value) {}

  private List<Decoded> read(List<String> topics) {
    Map<String, Object> reading = TopicEnd.reader(config);
    reading.put("specific.avro.reader", "true");
    List<Decoded> records = new ArrayList<>();
    try (RegistryAvroDeserializer values = new RegistryAvroDeserializer();
        KafkaConsumer<byte[], byte[]> consumer =
            new KafkaConsumer<>(
                reading, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      values.configure(reading, false);
      List<TopicPartition> all =
          topics.stream()
              .flatMap(topic -> consumer.partitionsFor(topic).stream())
              .map(each -> new TopicPartition(each.topic(), each.partition()))
              .toList();
      consumer.assign(all);
      consumer.seekToBeginning(all);
      Map<TopicPartition, Long> ends = consumer.endOffsets(all);
      while (ends.entrySet().stream().anyMatch(e -> consumer.position(e.getKey()) < e.getValue())) {
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
          records.add(
              new Decoded(
                  new SourceRecord(record.topic(), record.partition(), record.offset()),
                  Instant.ofEpochMilli(record.timestamp()),
                  values.deserialize(record.topic(), record.value())));
        }
      }
    }
    return records;
  }

  /** Each record's receipt but for when it was decided; fails where there are two. */
  private static Map<String, Receipt> byRecord(List<Receipt> receipts) {
    Map<String, Receipt> byRecord = new TreeMap<>();
    for (Receipt each : receipts) {
      Receipt timeless =
          new Receipt(
              each.unit(),
              each.programme(),
              each.period(),
              each.revision(),
              each.outcome(),
              each.errors(),
              each.warnings(),
              each.onTime(),
              each.countsNow(),
              each.source(),
              each.digest(),
              each.referenceVersion(),
              Instant.EPOCH);
      assertNull(byRecord.put(String.valueOf(each.source()), timeless), "answered twice");
    }
    return byRecord;
  }

  private static void assertAcceptedOnce(List<Receipt> receipts) {
    Set<List<Object>> accepted = new HashSet<>();
    for (Receipt each : receipts) {
      if (each.outcome().isAccepted()) {
        List<Object> revision =
            List.of(each.unit(), each.programme(), each.period(), each.revision());
        assertTrue(accepted.add(revision), "accepted twice: " + revision);
      }
    }
    assertTrue(accepted.size() > UNITS.size(), "hardly anything was accepted");
  }

  private static Map<String, NationalTable> tables(Pipeline expected) {
    Map<String, NationalTable> tables = new TreeMap<>();
    targets()
        .forEach(
            (key, target) ->
                Optional.ofNullable(expected.tables().get(key))
                    .ifPresent(table -> tables.put(key, moverless(table))));
    assertTrue(tables.size() > 10, "hardly any table moved");
    return tables;
  }

  private static Map<String, NationalTable> tables(CommittedTables committed) {
    Map<String, NationalTable> tables = new TreeMap<>();
    targets()
        .forEach(
            (key, target) ->
                committed
                    .table(key.substring(0, key.indexOf('|')), target)
                    .ifPresent(table -> tables.put(key, moverless(table))));
    return tables;
  }

  /** Which record moved a table last depends on how the units' records meet. */
  private static NationalTable moverless(NationalTable table) {
    return new NationalTable(
        table.programme(),
        table.target(),
        table.total(),
        table.byAssignedBy(),
        table.byField(),
        table.byUnit(),
        table.indicators(),
        table.succeeded(),
        ANY);
  }

  private static Map<String, Period> targets() {
    Map<String, Period> targets = new HashMap<>();
    for (String programme : SomeReports.PROGRAMMES) {
      for (PeriodLength length : PeriodLength.values()) {
        for (Period period : Period.ofYear(Ground.REGIME, 2024, length)) {
          if (period.isTarget()) {
            targets.put(programme + "|" + period.label(), period);
          }
        }
      }
    }
    return targets;
  }
}
