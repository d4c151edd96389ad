package vn.tonghop.bench.peer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.tonghop.Receipt;
import vn.tonghop.bench.cluster.OutputBytes;
import vn.tonghop.bench.ladder.ContractOutput;
import vn.tonghop.bench.workload.Shape;
import vn.tonghop.bench.workload.Workload;
import vn.tonghop.domain.acceptance.SourceRecord;
import vn.tonghop.domain.oracle.Reports;
import vn.tonghop.domain.reference.ReferenceData;
import vn.tonghop.domain.reference.ReferenceHistory;
import vn.tonghop.domain.report.ProgressReport;
import vn.tonghop.schemas.topic.Topics;

/** A peer that owed less would be no peer: its records are those of the ladder's last rung. */
class WholeOutputTest {

  private static final int REPORTS = 3_000;

  /** A revision above all others. */
  private static final int LAST = 1_000;

  private static final String TOMBSTONE = "tombstone";
  private static final String STATE = "state";
  private static final Instant AT = Instant.parse("2026-01-01T00:00:00Z");
  private static final Workload WORKLOAD = Workload.of(new Shape(7, 5, 4, 0, false));
  private static final ReferenceData REFERENCE = ReferenceData.of(WORKLOAD.reference(REPORTS));

  private final MockProducer<byte[], byte[]> written =
      new MockProducer<>(true, null, new ByteArraySerializer(), new ByteArraySerializer());

  /** By topic and key, in their order. */
  private final Map<String, List<String>> expected = new TreeMap<>();

  private final Map<String, List<String>> records = new TreeMap<>();

  @Test
  void everyRecordOfAWorkloadIsWhatTheTopicsDemandByteForByte() {
    ContractOutput contract =
        new ContractOutput(
            written,
            new OutputBytes(any -> WholeRun.NO_HEADER),
            ReferenceHistory.only(1, REFERENCE).first(),
            STATE);
    try (WholeRun peer = new WholeRun(Workload.REGIME, REFERENCE)) {
      for (ProgressReport report : reports()) {
        SourceRecord source = peer.arrive(report.unit(), report, AT);
        contract.take(report, report.unit(), source, AT);
        // The driver commits after each record.
        contract.tables();
      }
      written.history().stream()
          .filter(each -> !each.topic().equals(STATE))
          .forEach(
              each ->
                  keep(
                      expected,
                      each.topic(),
                      new String(each.key(), StandardCharsets.UTF_8),
                      each.value()));
      written.history().stream()
          .map(each -> each.topic())
          .distinct()
          .forEach(
              topic ->
                  peer.records(topic)
                      .forEach(each -> keep(records, topic, each.key(), each.value())));
    }
    assertEquals(expected.keySet(), records.keySet());
    // One by one: all of it would be too long a message.
    expected.forEach((key, values) -> assertEquals(values, records.get(key), key));
    for (String topic : topics()) {
      assertTrue(records.keySet().stream().anyMatch(each -> each.startsWith(topic + " ")), topic);
    }
    for (String topic : List.of(Topics.STANDINGS.name(), Topics.TABLES.name())) {
      assertTrue(
          records.entrySet().stream()
              .filter(each -> each.getKey().startsWith(topic + " "))
              .anyMatch(each -> each.getValue().contains(TOMBSTONE)),
          topic);
    }
  }

  /** A workload's, and at the end all of one programme taken back. */
  private static List<ProgressReport> reports() {
    List<ProgressReport> reports = new ArrayList<>(WORKLOAD.reports(REPORTS).toList());
    String programme = reports.get(0).programme();
    Map<String, ProgressReport> withdrawals = new TreeMap<>();
    for (ProgressReport each : reports) {
      if (each.programme().equals(programme)) {
        withdrawals.put(
            each.unit() + "|" + each.period(),
            Reports.withdrawal(
                each.unit(), programme, each.period(), LAST, each.asOf().toString()));
      }
    }
    reports.addAll(withdrawals.values());
    return reports;
  }

  private static List<String> topics() {
    return List.of(
        Topics.receipts(WORKLOAD.units().get(0)).name(),
        Topics.STANDINGS.name(),
        Topics.STANDINGS_HISTORY.name(),
        Topics.TABLES.name(),
        Topics.TABLES_HISTORY.name());
  }

  private static void keep(
      Map<String, List<String>> all, String topic, String key, byte @Nullable [] value) {
    all.computeIfAbsent(topic + " " + key, any -> new ArrayList<>()).add(text(topic, value));
  }

  private static String text(String topic, byte @Nullable [] value) {
    if (value == null) {
      return TOMBSTONE;
    }
    if (!topic.startsWith(Topics.RECEIPTS_PREFIX)) {
      return HexFormat.of().formatHex(value);
    }
    Receipt receipt = Wire.read(Receipt.class, value);
    // The one thing that no two of them say alike.
    receipt.put("decidedAt", Instant.EPOCH);
    return receipt.toString();
  }
}
