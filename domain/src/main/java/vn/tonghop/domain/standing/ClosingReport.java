package vn.tonghop.domain.standing;

import java.time.LocalDate;
import vn.tonghop.domain.acceptance.ReportState;
import vn.tonghop.domain.acceptance.SourceRecord;
import vn.tonghop.domain.acceptance.Submission;
import vn.tonghop.domain.period.Period;

/**
 * The report that speaks for a unit in a target period (roll-up.md §4).
 *
 * @param period its own period, within the target
 */
public record ClosingReport(Period period, int revision, LocalDate asOf, SourceRecord source) {

  static ClosingReport of(Submission report) {
    return new ClosingReport(report.period(), report.revision(), report.asOf(), report.source());
  }

  /**
   * Which of two reports within a target, by one unit on one programme, speaks for it (roll-up.md
   * §4): so the report for exactly the target comes out on top of all within it.
   */
  static boolean speaksBefore(ReportState report, ReportState other) {
    return ReportState.BY_END.compare(report, other) > 0;
  }
}
