package vn.tonghop.domain.standing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import vn.tonghop.domain.period.Period;
import vn.tonghop.domain.report.TaskLine;
import vn.tonghop.domain.report.TaskStatus;

/**
 * Measures of a report's tasks of one authority in one field, for whichever target it may speak.
 *
 * @param completedIn completed within each target that holds the report's period, shortest first
 */
public record ContributionCell(
    String assignedBy,
    String field,
    int assigned,
    int completedOnTime,
    int completedLate,
    int openOnTrack,
    int openOverdue,
    int percentSum,
    List<Integer> completedIn) {

  public ContributionCell {
    completedIn = List.copyOf(completedIn);
  }

  /** Counts tasks into a cell. */
  static final class Counter {

    private final List<Period> targets;
    private final int[] completedIn;
    private int assigned;
    private int completedOnTime;
    private int completedLate;
    private int openOnTrack;
    private int openOverdue;
    private int percentSum;

    Counter(List<Period> targets) {
      this.targets = targets;
      this.completedIn = new int[targets.size()];
    }

    void add(TaskLine task, LocalDate asOf) {
      assigned++;
      percentSum += task.percent();
      if (task.status() == TaskStatus.COMPLETED) {
        completed(task);
      } else if (task.isOverdue(asOf)) {
        openOverdue++;
      } else {
        openOnTrack++;
      }
    }

    private void completed(TaskLine task) {
      if (task.isCompletedOnTime()) {
        completedOnTime++;
      } else {
        completedLate++;
      }
      LocalDate completedOn = task.completedOn();
      for (int i = 0; i < completedIn.length; i++) {
        if (completedOn != null && targets.get(i).contains(completedOn)) {
          completedIn[i]++;
        }
      }
    }

    ContributionCell toCell(String assignedBy, String field) {
      List<Integer> within = new ArrayList<>(completedIn.length);
      for (int count : completedIn) {
        within.add(count);
      }
      return new ContributionCell(
          assignedBy,
          field,
          assigned,
          completedOnTime,
          completedLate,
          openOnTrack,
          openOverdue,
          percentSum,
          within);
    }
  }
}
