package vn.tonghop.domain.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.tonghop.domain.oracle.Reports.done;
import static vn.tonghop.domain.oracle.Reports.nil;
import static vn.tonghop.domain.oracle.Reports.open;
import static vn.tonghop.domain.oracle.Reports.report;
import static vn.tonghop.domain.oracle.Reports.task;
import static vn.tonghop.domain.oracle.Reports.value;
import static vn.tonghop.domain.oracle.Reports.withIndicators;
import static vn.tonghop.domain.oracle.Reports.withdrawal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.tonghop.domain.oracle.Histories;
import vn.tonghop.domain.oracle.Pipeline;
import vn.tonghop.domain.oracle.Reports;
import vn.tonghop.domain.period.Regime;
import vn.tonghop.domain.reference.ReferenceData;
import vn.tonghop.domain.report.IndicatorValue;
import vn.tonghop.domain.report.ProgressReport;
import vn.tonghop.domain.report.TaskLine;
import vn.tonghop.domain.report.TaskStatus;
import vn.tonghop.domain.standing.IndicatorFigure;
import vn.tonghop.domain.standing.Measures;

/** The worked example, and which figures come out of which reports. */
class TablesTest {

  private static final TaskLine T1 = done("T1", "2024-03-20", "2024-03-18");
  private static final TaskLine T2 = done("T2", "2024-02-28", "2024-03-10");
  private static final TaskLine T3 = open("T3", "2024-03-15", 60);
  private static final TaskLine T4 = open("T4", "2024-05-31", 0);
  private static final TaskLine T5 = task("T5", TaskStatus.CANCELLED, null, null, 0);

  private Pipeline pipeline = new Pipeline(Regime.CALENDAR, ReferenceData.bundled());
  private long offset;

  private void arrive(ProgressReport report) {
    Instant at = Instant.parse("2024-04-05T02:00:00Z").plusSeconds(offset);
    pipeline.arrive(Reports.arrival(report, at, offset++));
    assertTrue(
        pipeline.receipts().get((int) offset - 1).outcome().isAccepted(),
        () -> pipeline.receipts().toString());
  }

  private NationalTable table(String programme, String target) {
    return pipeline.table(programme, target).orElseThrow();
  }

  private String ctct(String target) {
    NationalTable table = table("CTCT-2024", target);
    Measures m = table.total();
    UnitRow row = table.byUnit().get(0);
    assertEquals(m, row.measures());
    return row.report().period()
        + " rev "
        + row.report().revision()
        + (row.carried() ? " carried " : " ")
        + List.of(
            m.assigned(),
            m.completedOnTime(),
            m.completedLate(),
            m.openOnTrack(),
            m.openOverdue(),
            m.completedInPeriod(),
            m.percentSum());
  }

  @Test
  void theWorkedExampleComesOutExactly() {
    arrive(report("40", "CTCT-2024", "2024-Q1", 1, "2024-03-31", T1, T2, T3, T4, T5));
    assertEquals("2024-Q1 rev 1 [4, 1, 1, 1, 1, 2, 260]", ctct("2024-Q1"));
    assertEquals("2024-Q1 rev 1 carried [4, 1, 1, 1, 1, 2, 260]", ctct("2024-S1"));
    for (String target : List.of("2024-Q1", "2024-S1")) {
      Measures total = table("CTCT-2024", target).total();
      assertEquals("0.6667", String.valueOf(total.rateDue()));
      assertEquals("0.5000", String.valueOf(total.rateAll()));
      assertEquals("0.6500", String.valueOf(total.rateVolume()));
    }
    assertEquals(Optional.empty(), pipeline.table("CTCT-2024", "2024-Q2"));

    arrive(
        report(
            "40",
            "CTCT-2024",
            "2024-M05",
            1,
            "2024-05-31",
            T1,
            T2,
            done("T3", "2024-03-15", "2024-04-20"),
            open("T4", "2024-05-31", 50)));
    assertEquals("2024-Q1 rev 1 [4, 1, 1, 1, 1, 2, 260]", ctct("2024-Q1"));
    assertEquals("2024-M05 rev 1 carried [4, 1, 2, 1, 0, 1, 350]", ctct("2024-Q2"));
    assertEquals("2024-M05 rev 1 carried [4, 1, 2, 1, 0, 3, 350]", ctct("2024-S1"));

    NationalTable secondQuarter = table("CTCT-2024", "2024-Q2");
    NationalTable half = table("CTCT-2024", "2024-S1");
    TaskLine inTime = done("T2", "2024-02-28", "2024-02-27");
    arrive(report("40", "CTCT-2024", "2024-Q1", 2, "2024-03-31", T1, inTime, T3, T4, T5));
    assertEquals("2024-Q1 rev 2 [4, 2, 0, 1, 1, 2, 260]", ctct("2024-Q1"));
    assertEquals(secondQuarter, table("CTCT-2024", "2024-Q2"));
    assertEquals(half, table("CTCT-2024", "2024-S1"));
  }

  @Test
  void aRateWithoutADenominatorIsNullAndHalvesRoundUp() {
    assertEquals("null", String.valueOf(Measures.ZERO.rateDue()));
    assertEquals("null", String.valueOf(Measures.ZERO.rateAll()));
    assertEquals("null", String.valueOf(Measures.ZERO.rateVolume()));
    assertEquals("0.2778", String.valueOf(new Measures(18, 5, 0, 13, 0, 0, 500).rateAll()));
    assertEquals("0.0000", String.valueOf(new Measures(3, 0, 0, 0, 3, 0, 0).rateDue()));
    assertEquals("null", String.valueOf(new Measures(3, 0, 0, 3, 0, 0, 0).rateDue()));
    assertEquals("0.0313", String.valueOf(new Measures(32, 1, 0, 31, 0, 0, 100).rateAll()));
    assertEquals("0.0001", String.valueOf(new Measures(20000, 0, 1, 0, 19999, 0, 1).rateDue()));
  }

  @Test
  void aNilUnitHasARowOfZerosAndAWithdrawnOneHasNone() {
    arrive(nil("40", "CTCT-2024", "2024-Q1", 1, "2024-03-31"));
    assertEquals("2024-Q1 rev 1 [0, 0, 0, 0, 0, 0, 0]", ctct("2024-Q1"));
    assertTrue(table("CTCT-2024", "2024-Q1").byUnit().get(0).nil());
    assertEquals(List.of(), table("CTCT-2024", "2024-Q1").byField());
    arrive(withdrawal("40", "CTCT-2024", "2024-Q1", 2, "2024-03-31"));
    assertEquals(Optional.empty(), pipeline.table("CTCT-2024", "2024-Q1"));
  }

  @Test
  void theLongerOfTwoThatEndTogetherSpeaksAndTheExactOneAlways() {
    arrive(report("40", "CTCT-2024", "2024-M03", 1, "2024-03-31", T1));
    arrive(report("40", "CTCT-2024", "2024-Q1", 1, "2024-03-31", T1, T2));
    arrive(report("40", "CTCT-2024", "2024-M06", 1, "2024-06-30", T1, T2, T3));
    assertEquals("2024-Q1 rev 1 [2, 1, 1, 0, 0, 2, 200]", ctct("2024-Q1"));
    assertEquals("2024-M06 rev 1 [3, 1, 1, 0, 1, 2, 260]", ctct("2024-S1"));
    assertEquals("2024-M06 rev 1 carried [3, 1, 1, 0, 1, 2, 260]", ctct("2024-A1"));
    arrive(report("40", "CTCT-2024", "2024-S1", 1, "2024-06-01", T1));
    assertEquals("2024-S1 rev 1 [1, 1, 0, 0, 0, 1, 100]", ctct("2024-S1"));
    assertEquals("2024-M06 rev 1 [3, 1, 1, 0, 1, 0, 260]", ctct("2024-Q2"));
  }

  @Test
  void aProvinceThatWentIntoAnotherCountsUntilThatOneSpeaks() {
    IndicatorValue flow = value("RECOMMENDATIONS", "3");
    IndicatorValue stock = value("POSTS", "100");
    arrive(
        withIndicators(report("70", "CTCT-2025", "2025-S1", 1, "2025-06-30", T1, T2), flow, stock));
    arrive(report("75", "CTCT-2025", "2025-S1", 1, "2025-06-30", T1));
    assertEquals("[70.63, 75.63] [] 3", units("2025-A1"));
    assertEquals("[RECOMMENDATIONS 3 complete, POSTS 100 carried]", figures("2025-A1"));

    arrive(withIndicators(report("75", "CTCT-2025", "2025-M07", 1, "2025-07-31", T3), flow));
    assertEquals("[75.34] [70.63, 75.63] 1", units("2025-A1"));
    assertEquals("[RECOMMENDATIONS 6 partial]", figures("2025-A1"));
    assertEquals("[70.63, 75.63] [] 3", units("2025-S1"));
    assertEquals("[75.34] [] 1", units("2025-Q3"));

    arrive(withdrawal("75", "CTCT-2025", "2025-M07", 2, "2025-07-31"));
    assertEquals("[70.63, 75.63] [] 3", units("2025-A1"));
  }

  @Test
  void aSuccessorThatWasThereBeforeSpeaksForBothOnlyAfterTheChange() {
    pipeline = new Pipeline(Regime.CALENDAR, ReferenceData.of(Histories.rows()));
    arrive(report("Z-5", "CTCT-2025", "2025-M06", 1, "2025-06-30", T1));
    arrive(report("Z-6", "CTCT-2025", "2025-S1", 1, "2025-06-30", T1));
    assertEquals("[Z-5, Z-6] [] 2", units("2025-A1"));
    arrive(report("Z-6", "CTCT-2025", "2025-M07", 1, "2025-07-31", T1, T2));
    assertEquals("[Z-6] [Z-5] 2", units("2025-A1"));
    assertEquals("[Z-5, Z-6] [] 2", units("2025-S1"));
  }

  @Test
  void aSuccessorsSuccessorSpeaksForAllBeforeIt() {
    pipeline = new Pipeline(Regime.CALENDAR, ReferenceData.of(Histories.rows()));
    arrive(report("Z-7", "CTCT-2025", "2025-Q1", 1, "2025-03-31", T1));
    assertEquals("[Z-7] [] 1", units("2025-A1"));
    arrive(report("Z-9", "CTCT-2025", "2025-M09", 1, "2025-09-30", T1, T2));
    assertEquals("[Z-9] [Z-7] 2", units("2025-A1"));
    assertEquals("[Z-7] [] 1", units("2025-S1"));
  }

  @Test
  void anyOneOfSeveralSuccessorsSpeaksForAUnitThatWasSplit() {
    arrive(report("X-CQTW", "CTCT-2025", "2025-M01", 1, "2025-01-31", T1));
    for (String successor : List.of("X-CP", "X-QH")) {
      assertEquals("[X-CQTW] [] 1", units("2025-A1"));
      arrive(report(successor, "CTCT-2025", "2025-M02", 1, "2025-02-28", T1, T2));
      assertEquals("[" + successor + "] [X-CQTW] 2", units("2025-A1"));
      arrive(withdrawal(successor, "CTCT-2025", "2025-M02", 2, "2025-02-28"));
    }
  }

  private String units(String target) {
    NationalTable table = table("CTCT-2025", target);
    return table.byUnit().stream().map(UnitRow::body).toList()
        + " "
        + table.succeeded()
        + " "
        + table.total().assigned();
  }

  private String figures(String target) {
    return figures("CTCT-2025", target);
  }

  private String figures(String programme, String target) {
    return table(programme, target).indicators().stream()
        .sorted((a, b) -> b.code().compareTo(a.code()))
        .map(TablesTest::figure)
        .toList()
        .toString();
  }

  private static String figure(IndicatorFigure figure) {
    String kind = figure.carried() ? " carried" : figure.partial() ? " partial" : " complete";
    return figure.code() + " " + figure.value().stripTrailingZeros().toPlainString() + kind;
  }

  @Test
  void aFlowIsGivenExactlyOrSummedOverItsParts() {
    flow("2024-M01", "2024-01-31", "1");
    assertEquals("[RECOMMENDATIONS 1 partial]", figures("CTCT-2024", "2024-Q1"));
    arrive(nil("40", "CTCT-2024", "2024-M02", 1, "2024-02-29"));
    assertEquals("[RECOMMENDATIONS 1 partial]", figures("CTCT-2024", "2024-Q1"));
    flow("2024-M03", "2024-03-31", "2");
    assertEquals("[RECOMMENDATIONS 3 complete]", figures("CTCT-2024", "2024-Q1"));
    assertEquals("[RECOMMENDATIONS 3 partial]", figures("CTCT-2024", "2024-S1"));
    arrive(report("40", "CTCT-2024", "2024-Q2", 1, "2024-06-30", T1));
    assertEquals("[RECOMMENDATIONS 3 partial]", figures("CTCT-2024", "2024-S1"));
    flow("2024-Q1", "2024-03-31", "9");
    assertEquals("[RECOMMENDATIONS 9 partial]", figures("CTCT-2024", "2024-S1"));
    flow("2024-S1", "2024-06-30", "0");
    assertEquals("[RECOMMENDATIONS 0 complete]", figures("CTCT-2024", "2024-S1"));
  }

  private void flow(String period, String asOf, String value) {
    arrive(
        withIndicators(
            report("40", "CTCT-2024", period, 1, asOf), value("RECOMMENDATIONS", value)));
  }

  @Test
  void aNilReportMakesAFlowNoneWhateverItsPartsSay() {
    flow("2024-M01", "2024-01-31", "1");
    arrive(nil("40", "CTCT-2024", "2024-Q1", 1, "2024-03-31"));
    assertEquals("[]", figures("CTCT-2024", "2024-Q1"));
    flow("2024-Q2", "2024-06-30", "5");
    assertEquals("[RECOMMENDATIONS 5 complete]", figures("CTCT-2024", "2024-S1"));
  }

  @Test
  void aPartBeforeOrAfterAUnitsLifeIsNotMissing() {
    arrive(
        withIndicators(
            report("X-QH", "CTCT-2025", "2025-M02", 1, "2025-02-28"),
            value("RECOMMENDATIONS", "1")));
    assertEquals("[RECOMMENDATIONS 1 partial]", figures("2025-Q1"));
    arrive(
        withIndicators(
            report("X-QH", "CTCT-2025", "2025-M03", 1, "2025-03-31"),
            value("RECOMMENDATIONS", "1")));
    assertEquals("[RECOMMENDATIONS 2 complete]", figures("2025-Q1"));
  }

  @Test
  void theLastStockCountsAndOfTwoTheLonger() {
    stock("2024-M02", "2024-02-29", "10");
    assertEquals("[POSTS 10 carried]", figures("CTCT-2024", "2024-Q1"));
    stock("2024-M03", "2024-03-31", "11");
    assertEquals("[POSTS 11 complete]", figures("CTCT-2024", "2024-Q1"));
    stock("2024-Q1", "2024-03-31", "12");
    assertEquals("[POSTS 12 complete]", figures("CTCT-2024", "2024-Q1"));
    arrive(report("40", "CTCT-2024", "2024-S1", 1, "2024-06-30", T1));
    assertEquals("[POSTS 12 carried]", figures("CTCT-2024", "2024-S1"));
    assertEquals(Optional.empty(), pipeline.table("CTCT-2024", "2024-S2"));
  }

  private void stock(String period, String asOf, String value) {
    arrive(withIndicators(report("40", "CTCT-2024", period, 1, asOf), value("POSTS", value)));
  }

  @Test
  void thePublishedFiguresOfTheCommissionComeOut() {
    pipeline = new Pipeline(Regime.DECREE_09_2019, ReferenceData.bundled());
    arrive(
        withIndicators(
            report("X-BTCTW", "BTCTW-2020", "2020-M02", 1, "2020-02-14"),
            value("PILOT_CONGRESSES", "295")));
    arrive(
        withIndicators(
            report("X-BTCTW", "BTCTW-2021", "2021-S1", 1, "2021-06-14", open("T", null, 50)),
            value("RECOMMENDATIONS", "227")));
    arrive(
        withIndicators(
            report("X-BTCTW", "BTCTW-2021", "2021-Q3", 1, "2021-06-30"),
            value("POSTS", "2887500")));
    assertEquals("[PILOT_CONGRESSES 295 partial]", figures("BTCTW-2020", "2020-Q1"));
    assertEquals("[RECOMMENDATIONS 227 complete]", figures("BTCTW-2021", "2021-S1"));
    assertEquals("[POSTS 2887500 complete]", figures("BTCTW-2021", "2021-Q3"));
    assertEquals("0.5000", String.valueOf(table("BTCTW-2021", "2021-S1").total().rateVolume()));
  }
}
