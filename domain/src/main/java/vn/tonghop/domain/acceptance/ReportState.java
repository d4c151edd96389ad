package vn.tonghop.domain.acceptance;

import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import vn.tonghop.domain.period.Period;

/**
 * What is known of one unit, programme and period.
 *
 * @param highest the highest accepted revision, perhaps a withdrawal
 * @param firstSubmitted the earliest record time of all error-free submissions; null while only
 *     withdrawals have come
 */
public record ReportState(Submission highest, @Nullable Instant firstSubmitted) {

  /** Later ends win; of two that end together, the longer. */
  public static final Comparator<ReportState> BY_END =
      Comparator.comparingInt((ReportState state) -> state.period().year())
          .thenComparingInt(state -> state.period().lastMonth())
          .thenComparing(state -> state.period().length());

  public Period period() {
    return highest.period();
  }

  /** Whether the period has a report: its highest revision is not a withdrawal. */
  public boolean counts() {
    return highest.isSubmit();
  }

  /** Whether the first submission was in time; null while there is none. */
  public @Nullable Boolean onTime() {
    return firstSubmitted == null ? null : period().isOnTime(firstSubmitted);
  }

  /** The revision that counts, or null if the period has no report. */
  public @Nullable Integer countingRevision() {
    return counts() ? highest.revision() : null;
  }
}
