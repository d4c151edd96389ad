package vn.tonghop.domain.standing;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Optional;
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
   * Which of a unit's reports, on one programme, speaks for the target; empty if none. The report
   * for exactly the target comes out on top of all within it.
   */
  static Optional<ReportState> choose(Period target, Collection<ReportState> states) {
    return states.stream()
        .filter(ReportState::counts)
        .filter(state -> target.contains(state.period()))
        .max(ReportState.BY_END);
  }
}
