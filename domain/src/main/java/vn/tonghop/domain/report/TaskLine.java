package vn.tonghop.domain.report;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One task of the programme that the unit has been given (roll-up.md §2). Any values are held; the
 * checks judge them.
 *
 * @param title what it is, for people
 * @param dueOn deadline, included; null if none
 * @param completedOn the day of completion
 * @param percent share of the work done
 * @param note what hinders it, for people
 */
public record TaskLine(
    String code,
    @Nullable String title,
    String assignedBy,
    String field,
    TaskStatus status,
    @Nullable LocalDate dueOn,
    @Nullable LocalDate completedOn,
    int percent,
    @Nullable String note) {

  /** Open, and its deadline has passed by {@code asOf}; a deadline on that very day has not. */
  public boolean isOverdue(LocalDate asOf) {
    return status.isOpen() && dueOn != null && dueOn.isBefore(asOf);
  }

  /** Completed without a deadline, or not after it. */
  public boolean isCompletedOnTime() {
    return status == TaskStatus.COMPLETED
        && (dueOn == null || completedOn == null || !completedOn.isAfter(dueOn));
  }
}
