package vn.tonghop.console.drill;

import java.util.List;
import vn.tonghop.domain.period.Period;
import vn.tonghop.domain.reference.ReferenceData;
import vn.tonghop.domain.report.ProgressReport;
import vn.tonghop.domain.report.TaskLine;
import vn.tonghop.domain.standing.Contribution;
import vn.tonghop.domain.standing.ContributionCell;
import vn.tonghop.domain.standing.Measures;

/**
 * A task and what it alone adds to its unit's row. It is asked as the roll-up asks: by the
 * contribution of a report that has no other task, so that there is one reading of what counts.
 *
 * @param measures 0 or 1 each, beside the task's percent; all zero for a cancelled one
 */
public record CountedTask(TaskLine task, Measures measures) {

  /**
   * All tasks of a report, in its order.
   *
   * @param own the report's period
   * @param target the table's period, which contains it
   */
  public static List<CountedTask> of(
      ProgressReport report, Period own, Period target, ReferenceData reference) {
    int place = own.targets().indexOf(target);
    if (place < 0) {
      throw new IllegalArgumentException(own + " is not within " + target);
    }
    return report.tasks().stream()
        .map(task -> new CountedTask(task, measures(report, task, own, place, reference)))
        .toList();
  }

  /** The sum of some tasks. */
  public static Measures sum(List<CountedTask> tasks) {
    return tasks.stream().map(CountedTask::measures).reduce(Measures.ZERO, Measures::plus);
  }

  /** The counts that it is in, in the order of a table. */
  public List<Measure> countedIn() {
    return Measure.counts().stream().filter(each -> each.count(measures) != 0).toList();
  }

  private static Measures measures(
      ProgressReport report, TaskLine task, Period own, int place, ReferenceData reference) {
    return Contribution.of(alone(report, task), own, reference).cells().stream()
        .map(cell -> measures(cell, place))
        .reduce(Measures.ZERO, Measures::plus);
  }

  private static ProgressReport alone(ProgressReport report, TaskLine task) {
    return new ProgressReport(
        report.unit(),
        report.programme(),
        report.period(),
        report.revision(),
        report.kind(),
        report.asOf(),
        report.test(),
        report.nil(),
        List.of(task),
        List.of(),
        report.submittedBy(),
        report.submittedAt());
  }

  private static Measures measures(ContributionCell cell, int place) {
    return new Measures(
        cell.assigned(),
        cell.completedOnTime(),
        cell.completedLate(),
        cell.openOnTrack(),
        cell.openOverdue(),
        cell.completedIn().get(place),
        cell.percentSum());
  }
}
