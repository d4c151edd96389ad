package vn.tonghop.console.drill;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static vn.tonghop.domain.oracle.Reports.done;
import static vn.tonghop.domain.oracle.Reports.open;
import static vn.tonghop.domain.oracle.Reports.report;
import static vn.tonghop.domain.oracle.Reports.task;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import vn.tonghop.domain.period.Period;
import vn.tonghop.domain.period.Regime;
import vn.tonghop.domain.reference.ReferenceData;
import vn.tonghop.domain.report.ProgressReport;
import vn.tonghop.domain.report.TaskStatus;
import vn.tonghop.domain.standing.Measures;

/** The worked example of roll-up.md §9, task by task. */
class CountedTaskTest {

  private static final ReferenceData REFERENCE = ReferenceData.bundled();

  private static final ProgressReport Q1 =
      report(
          "40",
          "CTCT-2024",
          "2024-Q1",
          1,
          "2024-03-31",
          done("T1", "2024-03-20", "2024-03-18"),
          done("T2", "2024-02-28", "2024-03-10"),
          open("T3", "2024-03-15", 60),
          open("T4", "2024-05-31", 0),
          task("T5", TaskStatus.CANCELLED, null, null, 10));

  private static final ProgressReport MAY =
      report(
          "40",
          "CTCT-2024",
          "2024-M05",
          1,
          "2024-05-31",
          done("T1", "2024-03-20", "2024-03-18"),
          done("T2", "2024-02-28", "2024-03-10"),
          done("T3", "2024-03-15", "2024-04-20"),
          open("T4", "2024-05-31", 50));

  private static Period period(String label) {
    return Period.parse(Regime.CALENDAR, label).orElseThrow();
  }

  private static List<CountedTask> tasks(ProgressReport report, String target) {
    return CountedTask.of(report, period(report.period()), period(target), REFERENCE);
  }

  private static String in(ProgressReport report, String target, Measure measure) {
    return tasks(report, target).stream()
        .filter(task -> measure.isTouchedBy(task.measures()))
        .map(task -> task.task().code())
        .collect(Collectors.joining(" "));
  }

  @Test
  void eachFigureHasItsTasks() {
    assertEquals("T1 T2 T3 T4", in(Q1, "2024-Q1", Measure.ASSIGNED), "never a cancelled one");
    assertEquals("T1", in(Q1, "2024-Q1", Measure.COMPLETED_ON_TIME));
    assertEquals("T2", in(Q1, "2024-Q1", Measure.COMPLETED_LATE));
    assertEquals("T4", in(Q1, "2024-Q1", Measure.OPEN_ON_TRACK));
    assertEquals("T3", in(Q1, "2024-Q1", Measure.OPEN_OVERDUE));
    assertEquals("T1 T2", in(Q1, "2024-Q1", Measure.COMPLETED_IN_PERIOD));
    assertEquals("T1 T2 T3", in(Q1, "2024-Q1", Measure.PERCENT_SUM));
    assertEquals("T1 T2 T3", in(Q1, "2024-Q1", Measure.RATE_DUE), "completed or overdue");
    assertEquals("T1 T2 T3 T4", in(Q1, "2024-Q1", Measure.RATE_ALL));
  }

  @Test
  void whatWasCompletedInThePeriodDependsOnTheTable() {
    assertEquals("T3", in(MAY, "2024-Q2", Measure.COMPLETED_IN_PERIOD));
    assertEquals("T1 T2 T3", in(MAY, "2024-S1", Measure.COMPLETED_IN_PERIOD));
    assertEquals("T4", in(MAY, "2024-Q2", Measure.OPEN_ON_TRACK), "due on the day of asOf");
  }

  @Test
  void tasksAddUpToTheUnitsRow() {
    assertEquals(new Measures(4, 1, 1, 1, 1, 2, 260), CountedTask.sum(tasks(Q1, "2024-S1")));
    assertEquals(new Measures(4, 1, 2, 1, 0, 3, 350), CountedTask.sum(tasks(MAY, "2024-S1")));
  }

  @Test
  void aReportSaysNothingOfATableThatItIsNotWithin() {
    assertThrows(IllegalArgumentException.class, () -> tasks(MAY, "2024-Q1"));
  }
}
