package vn.tonghop.domain.standing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.tonghop.domain.acceptance.ReportState;
import vn.tonghop.domain.acceptance.Submission;
import vn.tonghop.domain.period.Period;

/** Works out what a unit's reports on one programme say of a target period. */
public final class Standings {

  private Standings() {}

  /**
   * The unit's standing, or empty if it has no report within the target.
   *
   * @param states of one unit's body and programme; those outside the target are ignored
   */
  public static Optional<UnitStanding> of(Period target, Collection<ReportState> states) {
    List<ReportState> within = new ArrayList<>(states.size());
    @Nullable ReportState closing = null;
    for (ReportState state : states) {
      if (state.counts() && target.contains(state.period())) {
        within.add(state);
        if (closing == null || ClosingReport.speaksBefore(state, closing)) {
          closing = state;
        }
      }
    }
    return closing == null ? Optional.empty() : Optional.of(standing(target, closing, within));
  }

  private static UnitStanding standing(
      Period target, ReportState closing, List<ReportState> within) {
    Submission report = closing.highest();
    // Of several reference versions the newest says what became of the body, whatever the order.
    Submission newest = report;
    for (ReportState state : within) {
      if (state.highest().referenceVersion() > newest.referenceVersion()) {
        newest = state.highest();
      }
    }
    return new UnitStanding(
        report.programme(),
        target,
        report.unit(),
        report.body().id(),
        newest.body().to(),
        newest.body().successors(),
        ClosingReport.of(report),
        report.period().lastMonth() < target.lastMonth(),
        report.nil(),
        Boolean.FALSE.equals(closing.onTime()),
        cells(target, report),
        new UnitIndicators(target, newest.body(), within).figures());
  }

  private static List<StandingCell> cells(Period target, Submission report) {
    return new PackedCells(
        report.contribution().cells(), report.period().targets().indexOf(target));
  }
}
