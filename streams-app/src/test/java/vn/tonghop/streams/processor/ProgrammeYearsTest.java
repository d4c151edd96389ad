package vn.tonghop.streams.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.tonghop.domain.acceptance.FindingList;
import vn.tonghop.domain.acceptance.ReportState;
import vn.tonghop.domain.acceptance.SourceRecord;
import vn.tonghop.domain.acceptance.Submission;
import vn.tonghop.domain.period.Period;
import vn.tonghop.domain.period.PeriodLength;
import vn.tonghop.domain.period.Regime;
import vn.tonghop.domain.reference.Body;
import vn.tonghop.domain.report.ReportKind;
import vn.tonghop.domain.standing.Contribution;
import vn.tonghop.domain.table.MovedBy;
import vn.tonghop.domain.table.ProgrammeYear;

/** What is held in heap for speed is bounded and never more than a copy. */
class ProgrammeYearsTest {

  private static final int MOST = 10;
  private static final MovedBy MOVER =
      new MovedBy("40", "2024-Q1", 1, new SourceRecord("t", 0, 0), Instant.EPOCH);

  private final ProgrammeYears years = new ProgrammeYears("years", MOST);

  @Test
  void aYearAtHandIsNotWorkedOutAgain() {
    ProgrammeYear year = years.get("P", 2024, () -> year(4));
    assertSame(year, years.get("P", 2024, () -> year(4)));
    assertNotSame(year, years.get("P", 2025, () -> year(4)));
    assertNotSame(year, years.get("Q", 2024, () -> year(1)));
  }

  @Test
  void theYearThatWasNotUsedForLongestMakesRoom() {
    ProgrammeYear first = years.get("P", 2021, () -> year(4));
    ProgrammeYear second = years.get("P", 2022, () -> year(4));
    assertSame(first, years.get("P", 2021, () -> year(4)));
    ProgrammeYear third = years.get("P", 2023, () -> year(4));
    assertSame(first, years.get("P", 2021, () -> year(4)));
    assertSame(third, years.get("P", 2023, () -> year(4)));
    assertNotSame(second, years.get("P", 2022, () -> year(4)));
  }

  @Test
  void aYearAboveTheBoundIsHeldWhileItIsTheOneAtWork() {
    years.get("P", 2023, () -> year(4));
    ProgrammeYear large = years.get("P", 2024, () -> year(MOST + 1));
    assertSame(large, years.get("P", 2024, () -> year(1)));
  }

  @Test
  void tablesThatMovedAreTakenOnceByTheirLabels() {
    years.note("P", moved("2024-S1"));
    years.note("P", moved("2024-Q1"));
    years.note("P", moved("2024-Q1"));
    years.note("Q", moved("2024-A1"));
    assertEquals(List.of("2024-Q1", "2024-S1"), taken("P"));
    assertEquals(List.of(), taken("P"));
    assertEquals(List.of("2024-A1"), taken("Q"));
  }

  @Test
  void afterAStartNothingIsLeft() {
    ProgrammeYear year = years.get("P", 2024, () -> year(4));
    years.note("P", moved("2024-Q1"));
    years.clear();
    assertNotSame(year, years.get("P", 2024, () -> year(4)));
    assertEquals(List.of(), taken("P"));
  }

  private List<String> taken(String programme) {
    List<String> labels = new ArrayList<>();
    years.takeMoved(programme).forEach(moved -> labels.add(moved.target().label()));
    return labels;
  }

  private static ProgrammeYears.Moved moved(String label) {
    return new ProgrammeYears.Moved(Period.parse(Regime.CALENDAR, label).orElseThrow(), MOVER);
  }

  /** A year with so many reports, a unit each. */
  private static ProgrammeYear year(int reports) {
    ProgrammeYear year = new ProgrammeYear(ProgrammeYear.Source.NOTHING);
    for (int i = 0; i < reports; i++) {
      year.put(new ReportState(submission("U" + i), Instant.EPOCH));
    }
    return year;
  }

  private static Submission submission(String unit) {
    return new Submission(
        unit,
        new Body(unit, null, null, List.of()),
        "P",
        new Period(Regime.CALENDAR, 2024, PeriodLength.QUARTER, 1),
        1,
        ReportKind.SUBMIT,
        false,
        true,
        LocalDate.of(2024, 3, 31),
        "",
        Contribution.NOTHING,
        new SourceRecord("t", 0, 0),
        Instant.EPOCH,
        1,
        FindingList.NONE,
        FindingList.NONE);
  }
}
