package vn.tonghop.console.drill;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.tonghop.domain.oracle.Reports.assigned;
import static vn.tonghop.domain.oracle.Reports.open;
import static vn.tonghop.domain.oracle.Reports.report;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.tonghop.console.RolledUp;
import vn.tonghop.console.drill.TableVersions.Step;
import vn.tonghop.console.view.Logged;
import vn.tonghop.console.view.TableKey;
import vn.tonghop.console.view.View.ChangeOf;
import vn.tonghop.domain.acceptance.SourceRecord;
import vn.tonghop.domain.period.Period;
import vn.tonghop.domain.period.Regime;
import vn.tonghop.domain.reference.ReferenceData;
import vn.tonghop.domain.report.ProgressReport;
import vn.tonghop.domain.report.TaskLine;
import vn.tonghop.domain.standing.UnitStanding;
import vn.tonghop.domain.table.NationalTable;

class MovedTest {

  private static final Regime REGIME = Regime.CALENDAR;
  private static final TableKey KEY =
      new TableKey("CTCT-2024", Period.parse(REGIME, "2024-Q1").orElseThrow());
  private static final Instant AT = Instant.parse("2024-04-02T00:00:00Z");

  private final RolledUp view = new RolledUp(REGIME, ReferenceData.bundled());

  private static ProgressReport of(String unit, int revision, TaskLine... tasks) {
    return report(unit, "CTCT-2024", "2024-Q1", revision, "2024-03-31", tasks);
  }

  private ChangeOf changeBy(SourceRecord source) {
    return view.change(view.movedBy(source).get(0)).orElseThrow().value();
  }

  private Step step(SourceRecord source) {
    ChangeOf change = changeBy(source);
    return new TableVersions(view)
        .stepOf(
            change.body(),
            change.change().standing(),
            change.change().movedBy(),
            view.versions(KEY))
        .orElseThrow();
  }

  private static List<Moved> national(Step step) {
    @Nullable Logged<NationalTable> before = step.before();
    return Moved.inTable(before == null ? null : before.value(), step.after().value());
  }

  private static List<String> overdue(List<Moved> moved) {
    return moved.stream()
        .filter(each -> each.counts().contains(Measure.OPEN_OVERDUE))
        .map(
            each ->
                each.owner().by()
                    + " "
                    + each.before().openOverdue()
                    + "→"
                    + each.after().openOverdue())
        .toList();
  }

  @Test
  void aCorrectionMovesItsUnitAndTheWholeCountryByAsMuch() {
    view.arrive(AT, of("48", 1, open("X", "2024-01-05", 1)));
    UnitStanding before =
        changeBy(view.arrive(AT, of("40", 1, open("A", "2024-01-01", 5))).get(0))
            .change()
            .standing();
    SourceRecord correction =
        view.arrive(
                AT.plusSeconds(60),
                of("40", 2, open("A", "2024-01-01", 5), open("B", "2024-01-01", 5)))
            .get(0);
    List<Moved> unit = Moved.inUnit(before, changeBy(correction).change().standing());
    assertEquals(List.of("UNIT 1→2", "ASSIGNED_BY 1→2", "FIELD 1→2"), overdue(unit));
    List<Moved> national = national(step(correction));
    assertEquals(List.of("TOTAL 2→3", "ASSIGNED_BY 2→3", "FIELD 2→3"), overdue(national));
    assertTrue(Moved.areSame(unit, national));
  }

  @Test
  void whatMovedInOneCommitWithOthersIsNotAllItsOwn() {
    List<SourceRecord> together =
        view.arrive(
            AT, of("40", 1, open("A", "2024-01-01", 5)), of("48", 1, open("X", "2024-01-05", 1)));
    for (SourceRecord source : together) {
      List<Moved> unit = Moved.inUnit(null, changeBy(source).change().standing());
      List<Moved> national = national(step(source));
      assertEquals(List.of("UNIT 0→1", "ASSIGNED_BY 0→1", "FIELD 0→1"), overdue(unit));
      assertEquals(List.of("TOTAL 0→2", "ASSIGNED_BY 0→2", "FIELD 0→2"), overdue(national));
      assertFalse(Moved.areSame(unit, national));
    }
  }

  @Test
  void aTaskOfAnotherFieldMovesTwoFieldsAndNoTotal() {
    TaskLine task = open("A", "2024-01-01", 5);
    UnitStanding before = changeBy(view.arrive(AT, of("40", 1, task)).get(0)).change().standing();
    SourceRecord correction =
        view.arrive(AT.plusSeconds(60), of("40", 2, assigned(task, "POLITBURO", "OTHER"))).get(0);
    List<Moved> unit = Moved.inUnit(before, changeBy(correction).change().standing());
    assertEquals(List.of("FIELD 1→0", "FIELD 0→1"), overdue(unit));
    assertTrue(Moved.areSame(unit, national(step(correction))));
  }

  @Test
  void theStepIsFoundAmongManyVersionsOfOneMoment() {
    SourceRecord wanted = view.arrive(AT, of("40", 1, open("A", "2024-01-01", 5))).get(0);
    for (int revision = 1; revision <= 9; revision++) {
      view.arrive(AT, of("48", revision, open("X", "2024-01-05", revision)));
    }
    assertEquals(wanted, step(wanted).after().value().movedBy().source());
    assertNull(step(wanted).before());
  }
}
