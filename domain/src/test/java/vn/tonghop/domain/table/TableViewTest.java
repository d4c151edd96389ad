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
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.tonghop.domain.oracle.Histories;
import vn.tonghop.domain.oracle.Pipeline;
import vn.tonghop.domain.oracle.Reports;
import vn.tonghop.domain.period.Period;
import vn.tonghop.domain.period.Regime;
import vn.tonghop.domain.reference.ReferenceData;
import vn.tonghop.domain.report.ProgressReport;

/** What is worked out when a table is read: changes against a baseline, and later units. */
class TableViewTest {

  private static final ReferenceData REFERENCE = ReferenceData.of(Histories.rows());

  private static TableView view(String programme, String target, ProgressReport... reports) {
    Pipeline pipeline = new Pipeline(Regime.CALENDAR, REFERENCE);
    long offset = 0;
    for (ProgressReport report : reports) {
      pipeline.arrive(Reports.arrival(report, Instant.EPOCH, offset++));
    }
    return TableView.asReported(
        pipeline.table(programme, target),
        REFERENCE.programme(programme).orElseThrow(),
        Period.parse(Regime.CALENDAR, target).orElseThrow(),
        REFERENCE);
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

  private static LocalDate day(String day) {
    return LocalDate.parse(day);
  }

  private static List<String> rows(TableView view) {
    return view.byUnit().stream()
        .map(row -> row.code() + " " + row.body() + " [" + row.measures().assigned() + "]")
        .toList();
  }
}
