package vn.tonghop.streams.topology;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.test.TestRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.tonghop.domain.acceptance.Outcome;
import vn.tonghop.domain.acceptance.Receipt;
import vn.tonghop.domain.acceptance.SourceRecord;
import vn.tonghop.domain.oracle.Reports;
import vn.tonghop.domain.period.Regime;
import vn.tonghop.domain.report.ProgressReport;
import vn.tonghop.domain.standing.Measures;
import vn.tonghop.domain.standing.UnitStanding;
import vn.tonghop.domain.table.MovedBy;
import vn.tonghop.domain.table.NationalTable;
import vn.tonghop.schemas.mapping.Change;

/** What becomes of a report without errors, and of what is sent after it. */
class AcceptedReportsTest {

  private static final String APRIL = "2024-04-05T02:00:00Z";
  private static final String LATE = "2024-04-20T02:00:00Z";
  private static final Set<String> TARGETS_OF_Q1 =
      Set.of("CTCT-2024|2024-Q1", "CTCT-2024|2024-S1", "CTCT-2024|2024-A1");

  private final RollUpRun run = RollUpRun.of(Regime.CALENDAR);

  @AfterEach
  void close() {
    run.close();
  }

  @Test
  void anAcceptedReportGetsItsReceiptInItsUnitsTopicUnderProgrammeAndPeriod() {
    SourceRecord source = run.arrive(q1(1), APRIL);
    List<TestRecord<byte[], byte[]>> records = run.records("tonghop.receipts.40");
    assertEquals(1, records.size());
    assertEquals("CTCT-2024|2024-Q1", new String(records.get(0).key(), StandardCharsets.UTF_8));
    assertEquals(Instant.parse(APRIL).toEpochMilli(), records.get(0).timestamp());

    run.arrive(q1(1), APRIL);
    Receipt receipt = run.receipt("40");
    assertEquals(Outcome.DUPLICATE, receipt.outcome());
    assertEquals(source.topic(), receipt.source() == null ? null : receipt.source().topic());
  }

  @Test
  void aReceiptSaysWhereTheRecordStoodAndWhenAndByWhatItWasDecided() {
    SourceRecord source = run.arrive(q1(1), APRIL);
    Receipt receipt = run.receipt("40");
    assertEquals(Outcome.ACCEPTED, receipt.outcome());
    assertEquals(
        List.of("40", "CTCT-2024", "2024-Q1"),
        List.of(
            String.valueOf(receipt.unit()),
            String.valueOf(receipt.programme()),
            String.valueOf(receipt.period())));
    assertEquals(1, receipt.revision());
    assertEquals(1, receipt.countsNow());
    assertEquals(true, receipt.onTime());
    assertEquals(source, receipt.source());
    assertEquals(1, receipt.referenceVersion());
    assertEquals(RollUpRun.NOW, receipt.decidedAt());
    assertTrue(String.valueOf(receipt.digest()).matches("[0-9a-f]{64}"), receipt.digest());
  }

  @Test
  void anAcceptedReportMovesAllItsStandingsAndTablesAndTheirHistories() {
    SourceRecord source = run.arrive(q1(1), APRIL);
    MovedBy mover = new MovedBy("40", "2024-Q1", 1, source, Instant.parse(APRIL));

    Map<String, @Nullable UnitStanding> standings = run.standings();
    assertEquals(
        Set.of("CTCT-2024|2024-Q1|40", "CTCT-2024|2024-S1|40", "CTCT-2024|2024-A1|40"),
        standings.keySet());
    Map<String, Change> changes = run.standingsHistory();
    assertEquals(standings.keySet(), changes.keySet());
    changes.forEach(
        (key, change) -> {
          assertEquals(standings.get(key), change.standing());
          assertEquals(mover, change.movedBy());
        });

    Map<String, @Nullable NationalTable> tables = run.tables();
    assertEquals(TARGETS_OF_Q1, tables.keySet());
    assertEquals(Set.copyOf(run.tablesHistory()), Set.copyOf(tables.values()));
    for (NationalTable table : tables.values()) {
      assertNotNull(table);
      assertEquals(mover, table.movedBy());
      assertEquals(2, table.total().assigned());
    }
  }

  @Test
  void aCorrectionSubtractsAllOfTheOldRevision() {
    run.arrive(q1(1), APRIL);
    run.tables();
    run.arrive(
        Reports.report("40", "CTCT-2024", "2024-Q1", 2, "2024-03-31", Reports.open("T9", null, 7)),
        APRIL);
    Map<String, @Nullable NationalTable> tables = run.tables();
    assertEquals(TARGETS_OF_Q1, tables.keySet());
    for (NationalTable table : tables.values()) {
      assertNotNull(table);
      assertEquals(new Measures(1, 0, 0, 1, 0, 0, 7), table.total());
    }
  }

  @Test
  void whenNobodySpeaksAnyMoreStandingsAndTablesAreTakenAwayAndHistorySaysByWhom() {
    run.arrive(q1(1), APRIL);
    run.standings();
    run.standingsHistory();
    run.tables();
    run.tablesHistory();
    SourceRecord source =
        run.arrive(Reports.withdrawal("40", "CTCT-2024", "2024-Q1", 2, "2024-03-31"), LATE);
    MovedBy mover = new MovedBy("40", "2024-Q1", 2, source, Instant.parse(LATE));

    Map<String, @Nullable UnitStanding> standings = run.standings();
    assertEquals(3, standings.size());
    standings.values().forEach(standing -> assertNull(standing));
    Map<String, Change> changes = run.standingsHistory();
    assertEquals(3, changes.size());
    changes.values().forEach(change -> assertEquals(new Change(null, mover), change));

    Map<String, @Nullable NationalTable> tables = run.tables();
    assertEquals(TARGETS_OF_Q1, tables.keySet());
    tables.values().forEach(table -> assertNull(table));
    List<NationalTable> versions = run.tablesHistory();
    assertEquals(3, versions.size());
    for (NationalTable version : versions) {
      assertTrue(version.isEmpty());
      assertEquals(Measures.ZERO, version.total());
      assertEquals(mover, version.movedBy());
    }
  }

  @Test
  void aWithdrawalLeavesTheTableToTheOthers() {
    run.arrive(q1(1), APRIL);
    run.arrive(
        Reports.report("22", "CTCT-2024", "2024-Q1", 1, "2024-03-31", Reports.open("A", null, 5)),
        APRIL);
    run.tables();
    run.arrive(Reports.withdrawal("40", "CTCT-2024", "2024-Q1", 2, "2024-03-31"), APRIL);
    NationalTable table = run.tables().get("CTCT-2024|2024-Q1");
    assertNotNull(table);
    assertEquals(new Measures(1, 0, 0, 1, 0, 0, 5), table.total());
    assertEquals(List.of("22"), table.byUnit().stream().map(row -> row.code()).toList());
  }

  @Test
  void aDuplicateAConflictAStaleAndATestReportGetReceiptsAndChangeNothing() {
    run.arrive(q1(3), APRIL);
    run.receipts("40");
    emptyOutputs();
    run.arrive(Reports.sent(q1(3), "another clerk", null), APRIL);
    run.arrive(
        Reports.report("40", "CTCT-2024", "2024-Q1", 3, "2024-03-31", Reports.open("X", null, 1)),
        APRIL);
    run.arrive(q1(2), APRIL);
    run.arrive(Reports.withTest(q1(9), true), APRIL);

    List<Receipt> receipts = run.receipts("40");
    assertEquals(
        List.of(Outcome.DUPLICATE, Outcome.CONFLICT, Outcome.STALE, Outcome.TESTED),
        receipts.stream().map(Receipt::outcome).toList());
    receipts.forEach(receipt -> assertEquals(3, receipt.countsNow()));
    assertNothingMoved();
  }

  @Test
  void aStaleReportThatShowsItWasInTimeTakesTheLateMarkAndMovesTheTable() {
    run.arrive(q1(2), LATE);
    NationalTable before = run.tables().get("CTCT-2024|2024-Q1");
    assertNotNull(before);
    assertTrue(before.byUnit().get(0).late());
    run.receipts("40");
    SourceRecord source = run.arrive(q1(1), APRIL);

    Receipt receipt = run.receipt("40");
    assertEquals(Outcome.STALE, receipt.outcome());
    assertEquals(true, receipt.onTime());
    NationalTable after = run.tables().get("CTCT-2024|2024-Q1");
    assertNotNull(after);
    assertEquals(false, after.byUnit().get(0).late());
    assertEquals(2, after.byUnit().get(0).report().revision());
    assertEquals(new MovedBy("40", "2024-Q1", 1, source, Instant.parse(APRIL)), after.movedBy());
  }

  @Test
  void aCorrectionNeverMakesAnOnTimeReportLate() {
    run.arrive(q1(1), APRIL);
    run.arrive(q1(2), LATE);
    assertEquals(List.of(true, true), run.receipts("40").stream().map(Receipt::onTime).toList());
    NationalTable table = run.tables().get("CTCT-2024|2024-Q1");
    assertNotNull(table);
    assertEquals(false, table.byUnit().get(0).late());
  }

  @Test
  void aNilReportHasItsRowWithZeros() {
    run.arrive(Reports.nil("40", "CTCT-2024", "2024-Q1", 1, "2024-03-31"), APRIL);
    NationalTable table = run.tables().get("CTCT-2024|2024-Q1");
    assertNotNull(table);
    assertEquals(Measures.ZERO, table.total());
    assertTrue(table.byUnit().get(0).nil());
  }

  @Test
  void everyVersionOfATableIsTheSumOfItsRows() {
    for (String unit : List.of("40", "22", "75", "24", "27")) {
      for (int revision = 1; revision <= 3; revision++) {
        ProgressReport report = q1(revision);
        run.arrive(Reports.of(report, unit, "CTCT-2024", "2024-Q1", report.asOf()), APRIL);
      }
    }
    List<NationalTable> versions = run.tablesHistory();
    assertEquals(45, versions.size());
    for (NationalTable version : versions) {
      List<Measures> rows = new ArrayList<>();
      version.byUnit().forEach(row -> rows.add(row.measures()));
      assertEquals(version.total(), rows.stream().reduce(Measures.ZERO, Measures::plus));
      assertEquals(version.total(), sum(version.byAssignedBy()));
      assertEquals(version.total(), sum(version.byField()));
    }
  }

  @Test
  void aLateCorrectionOfAUnitForWhichItsSuccessorSpeaksMovesNothingVisible() {
    run.arrive(
        Reports.report("70", "CTCT-2025", "2025-S1", 1, "2025-06-30", Reports.open("A", null, 10)),
        "2025-07-02T02:00:00Z");
    run.arrive(
        Reports.report("75", "CTCT-2025", "2025-A1", 1, "2025-12-31", Reports.open("B", null, 20)),
        "2026-01-05T02:00:00Z");
    NationalTable before = run.tables().get("CTCT-2025|2025-A1");
    assertNotNull(before);
    assertEquals(List.of("70.63"), before.succeeded());
    emptyOutputs();

    run.arrive(
        Reports.report("70", "CTCT-2025", "2025-S1", 2, "2025-06-30", Reports.open("A", null, 90)),
        "2026-01-06T02:00:00Z");
    assertTrue(run.standings().containsKey("CTCT-2025|2025-A1|70.63"));
    Map<String, @Nullable NationalTable> tables = run.tables();
    assertEquals(Set.of("CTCT-2025|2025-S1"), tables.keySet());
    assertEquals(1, run.tablesHistory().size());
  }

  @Test
  void whatASenderPutsInHeadersStaysOutOfAllThatIsWritten() {
    RecordHeaders headers = new RecordHeaders();
    headers.add("tonghop.codes", new byte[] {1});
    run.arrive("40", null, Wire.report(q1(1)), headers, Instant.parse(APRIL));
    for (String topic :
        List.of(
            "tonghop.receipts.40",
            "tonghop.standings",
            "tonghop.standings.history",
            "tonghop.tables",
            "tonghop.tables.history")) {
      List<TestRecord<byte[], byte[]>> records = run.records(topic);
      assertTrue(!records.isEmpty(), topic);
      records.forEach(record -> assertEquals(0, record.headers().toArray().length, topic));
    }
  }

  private void emptyOutputs() {
    run.standings();
    run.standingsHistory();
    run.tables();
    run.tablesHistory();
    run.deadLetters();
  }

  private void assertNothingMoved() {
    assertEquals(Map.of(), run.standings());
    assertEquals(Map.of(), run.standingsHistory());
    assertEquals(Map.of(), run.tables());
    assertEquals(List.of(), run.tablesHistory());
    assertEquals(List.of(), run.deadLetters());
  }

  private static Measures sum(List<vn.tonghop.domain.table.CodeMeasures> rows) {
    return rows.stream().map(row -> row.measures()).reduce(Measures.ZERO, Measures::plus);
  }

  /** Two tasks; the percentage of the second goes with the revision. */
  private static ProgressReport q1(int revision) {
    return Reports.report(
        "40",
        "CTCT-2024",
        "2024-Q1",
        revision,
        "2024-03-31",
        Reports.done("T1", "2024-03-20", "2024-03-18"),
        Reports.open("T2", "2024-05-31", 10 + revision));
  }
}
