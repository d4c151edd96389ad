package vn.tonghop.domain.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static vn.tonghop.domain.oracle.Reports.nil;
import static vn.tonghop.domain.oracle.Reports.open;
import static vn.tonghop.domain.oracle.Reports.report;
import static vn.tonghop.domain.oracle.Reports.value;
import static vn.tonghop.domain.oracle.Reports.withIndicators;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.tonghop.domain.oracle.Histories;
import vn.tonghop.domain.oracle.Pipeline;
import vn.tonghop.domain.oracle.Reports;
import vn.tonghop.domain.period.Period;
import vn.tonghop.domain.period.Regime;
import vn.tonghop.domain.reference.ReferenceData;
import vn.tonghop.domain.reference.ReferenceKind;
import vn.tonghop.domain.reference.ReferenceRows;
import vn.tonghop.domain.report.ProgressReport;

/** What is worked out when a table is read: changes against a baseline, and later units. */
class TableViewTest {

  private static final ReferenceData REFERENCE = ReferenceData.of(Histories.rows());

  private static TableView view(String programme, String target, ProgressReport... reports) {
    return view(Regime.CALENDAR, REFERENCE, programme, target, reports);
  }

  private static TableView view(
      Regime regime,
      ReferenceData reference,
      String programme,
      String target,
      ProgressReport... reports) {
    Pipeline pipeline = new Pipeline(regime, reference);
    long offset = 0;
    for (ProgressReport report : reports) {
      Instant at = report.submittedAt() == null ? Instant.EPOCH : report.submittedAt();
      pipeline.arrive(Reports.arrival(report, at, offset++));
    }
    return TableView.asReported(
        pipeline.table(programme, target),
        reference.programme(programme).orElseThrow(),
        Period.parse(regime, target).orElseThrow(),
        reference);
  }

  private static String change(TableView view) {
    IndicatorView posts = view.indicators().get(0);
    return (posts.baseline() == null ? "none" : posts.baseline().value().toBigInteger())
        + " "
        + (posts.change() == null ? null : posts.change().toBigInteger())
        + " "
        + posts.changePercent();
  }

  private static ProgressReport posts(String unit, String programme, String period, String asOf) {
    return withIndicators(report(unit, programme, period, 1, asOf), value("POSTS", "2887500"));
  }

  @Test
  void aChangeIsGivenOnlyOfAWholeFigureOfTheBaselinesOwnProgramme() {
    ProgressReport own = posts("X-BTCTW", "BTCTW-2021", "2021-Q3", "2021-09-30");
    ProgressReport other = posts("40", "BTCTW-2021", "2021-Q3", "2021-09-30");
    assertEquals("3650300 -762800 -20.9", change(view("BTCTW-2021", "2021-Q3", own)));
    assertEquals("3650300 null null", change(view("BTCTW-2021", "2021-S2", own)), "carried");
    assertEquals("3650300 null null", change(view("BTCTW-2021", "2021-Q3", other)), "missing");
    ProgressReport elsewhere = posts("40", "CTCT-2021", "2021-Q3", "2021-09-30");
    assertEquals("none null null", change(view("CTCT-2021", "2021-Q3", elsewhere)));
  }

  @Test
  void noChangeIsGivenOfAFlowWithAMonthMissing() {
    ReferenceData reference = ReferenceData.of(withBaseline("RECOMMENDATIONS", "KH-ONE"));
    ProgressReport january = recommendations("2025-M01", "2025-01-31");
    ProgressReport february = recommendations("2025-M02", "2025-02-28");
    ProgressReport march = recommendations("2025-M03", "2025-03-31");
    assertEquals(
        "10 null null",
        change(view(Regime.CALENDAR, reference, "KH-ONE", "2025-Q1", january, march)));
    assertEquals(
        "10 -4 -40.0",
        change(view(Regime.CALENDAR, reference, "KH-ONE", "2025-Q1", january, february, march)));
  }

  private static ProgressReport recommendations(String period, String asOf) {
    return withIndicators(report("40", "KH-ONE", period, 1, asOf), value("RECOMMENDATIONS", "2"));
  }

  /** The rows with a programme that only unit 40 owes, and an indicator's baseline of 10 on it. */
  private static ReferenceRows withBaseline(String indicator, String programme) {
    Map<ReferenceKind, List<Map<String, String>>> all = new EnumMap<>(ReferenceKind.class);
    for (ReferenceKind kind : ReferenceKind.values()) {
      List<Map<String, String>> rows = new ArrayList<>();
      Histories.rows().of(kind).forEach(row -> rows.add(new HashMap<>(row)));
      all.put(kind, rows);
    }
    for (Map<String, String> row : all.getOrDefault(ReferenceKind.INDICATOR, List.of())) {
      if (indicator.equals(row.get("code"))) {
        row.put("baseline_programme", programme);
        row.put("baseline_value", "10");
        row.put("baseline_date", "2024-12-31");
      }
    }
    Map<String, String> one = new HashMap<>();
    for (Map<String, String> row : all.getOrDefault(ReferenceKind.PROGRAMME, List.of())) {
      if (Histories.SMALL_PROGRAMME.equals(row.get("code"))) {
        one.putAll(row);
      }
    }
    one.put("code", programme);
    one.put("expected", "40");
    all.getOrDefault(ReferenceKind.PROGRAMME, new ArrayList<>()).add(one);
    return new ReferenceRows(all);
  }

  @Test
  void aUnitHasTheNameInForceOnTheLastDayOfItsClosingReportsPeriod() {
    ProgressReport december =
        report("46", "CTCT-2024", "2024-M12", 1, "2024-12-14", open("A", null, 10));
    ProgressReport january =
        report("46", "CTCT-2025", "2025-M01", 1, "2025-01-14", open("A", null, 10));
    assertEquals(
        "Thừa Thiên Huế",
        view(Regime.DECREE_09_2019, REFERENCE, "CTCT-2024", "2024-A1", december)
            .byUnit()
            .get(0)
            .name());
    // It became a city on 1 January, in the middle of this period.
    assertEquals(
        "Huế",
        view(Regime.DECREE_09_2019, REFERENCE, "CTCT-2025", "2025-A1", january)
            .byUnit()
            .get(0)
            .name());
  }

  @Test
  void restatedToALaterDayAUnitIsAddedToTheOneItWentInto() {
    TableView reported =
        view(
            "CTCT-2025",
            "2025-S1",
            report("70", "CTCT-2025", "2025-S1", 1, "2025-06-30", open("A", null, 10)),
            nil("75", "CTCT-2025", "2025-S1", 1, "2025-06-30"));
    assertEquals(List.of("70 70.63 [1]", "75 75.63 [0]"), rows(reported));
    TableView restated = Restatement.to(LocalDate.parse("2025-07-01"), reported, REFERENCE);
    assertEquals(List.of("75 75.34 [1]"), rows(restated));
    assertEquals(reported.total(), restated.total());
    assertEquals(false, restated.byUnit().get(0).nil());
    assertEquals(
        restated.total(), restated.byRegion().get(0).measures(), "the region of the new unit");
    assertEquals(rows(reported), rows(Restatement.to(day("2025-06-30"), reported, REFERENCE)));
    assertThrows(
        IllegalArgumentException.class,
        () -> Restatement.to(day("2025-06-29"), reported, REFERENCE));
  }

  @Test
  void aUnitThatWasSplitInTheEndKeepsItsOwnRow() {
    TableView reported =
        view(
            Histories.LONG_PROGRAMME,
            "2025-S1",
            report(
                "Z-1", Histories.LONG_PROGRAMME, "2025-S1", 1, "2025-06-30", open("A", null, 1)));
    assertEquals(
        List.of("Z-2 Z-2 [1]"), rows(Restatement.to(day("2026-02-10"), reported, REFERENCE)));
    assertEquals(
        List.of("Z-1 Z-1 [1]"), rows(Restatement.to(day("2026-02-11"), reported, REFERENCE)));
  }

  @Test
  void aRowOfTwoUnitsIsCarriedAndLateIfOneOfThemIsAndSumsTheirIndicators() {
    ProgressReport early =
        Reports.sent(
            withIndicators(
                report("70", "CTCT-2025", "2025-M05", 1, "2025-05-31"), value("POSTS", "1")),
            null,
            Instant.parse("2025-08-01T00:00:00Z"));
    ProgressReport whole =
        withIndicators(
            report("75", "CTCT-2025", "2025-S1", 1, "2025-06-30"), value("POSTS", "2.5"));
    TableView restated =
        Restatement.to(day("2025-07-01"), view("CTCT-2025", "2025-S1", early, whole), REFERENCE);
    assertEquals(1, restated.byUnit().size());
    UnitView row = restated.byUnit().get(0);
    assertEquals(List.of(true, true, false), List.of(row.carried(), row.late(), row.nil()));
    assertEquals(2, row.units());
    assertEquals("3.500", row.indicators().get(0).value().toPlainString());
    assertEquals(true, row.indicators().get(0).carried());
  }

  @Test
  void restatedFarAheadAUnitIsAddedToItsSuccessorsSuccessor() {
    TableView reported =
        view(
            "CTCT-2025",
            "2025-Q1",
            report("Z-7", "CTCT-2025", "2025-Q1", 1, "2025-03-31", open("A", null, 1)));
    assertEquals(
        List.of("Z-7 Z-7 [1]"), rows(Restatement.to(day("2025-03-31"), reported, REFERENCE)));
    assertEquals(
        List.of("Z-8 Z-8 [1]"), rows(Restatement.to(day("2025-08-31"), reported, REFERENCE)));
    assertEquals(
        List.of("Z-9 Z-9 [1]"), rows(Restatement.to(day("2025-09-01"), reported, REFERENCE)));
  }

  private static LocalDate day(String day) {
    return LocalDate.parse(day);
  }

  private static List<String> rows(TableView view) {
    return view.byUnit().stream()
        .map(row -> row.code() + " " + row.body() + " [" + row.measures().assigned() + "]")
        .toList();
  }
}
