package vn.tonghop.domain.acceptance;

import org.jspecify.annotations.Nullable;
import vn.tonghop.domain.period.Period;
import vn.tonghop.domain.reference.Body;
import vn.tonghop.domain.report.ProgressReport;

/**
 * A report with all that can be said of it without knowing the ones before.
 *
 * @param period null if its label is malformed
 * @param body whom its unit code means on the period's last day; null if nobody
 */
public record CheckedReport(
    ProgressReport report,
    @Nullable Period period,
    @Nullable Body body,
    FindingList errors,
    FindingList warnings) {

  /** Whether it is known which series it belongs to: unit, programme and period. */
  public boolean hasKey() {
    return period != null
        && body != null
        && errors.listed().stream()
            .noneMatch(error -> error.rule() == Rule.E03 || error.rule() == Rule.E04);
  }
}
