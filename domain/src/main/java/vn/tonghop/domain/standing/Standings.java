package vn.tonghop.domain.standing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
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
    return ClosingReport.choose(target, states)
        .map(closing -> standing(target, closing, within(target, states)));
  }

  private static List<ReportState> within(Period target, Collection<ReportState> states) {
    return states.stream()
        .filter(ReportState::counts)
        .filter(state -> target.contains(state.period()))
        .toList();
  }

  private static UnitStanding standing(
      Period target, ReportState closing, List<ReportState> within) {
    Submission report = closing.highest();
    // Of several reference versions the newest says what became of the body, whatever the order.
    Submission newest =
        within.stream()
            .map(ReportState::highest)
            .max(Comparator.comparingLong(Submission::referenceVersion))
            .orElse(report);
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
    int place = report.period().targets().indexOf(target);
    List<StandingCell> cells = new ArrayList<>();
    for (ContributionCell cell : report.contribution().cells()) {
      cells.add(new StandingCell(cell.assignedBy(), cell.field(), cell.measures(place)));
    }
    return cells;
  }
}
