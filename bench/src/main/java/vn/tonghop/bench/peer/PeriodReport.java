package vn.tonghop.bench.peer;

import java.util.Comparator;
import java.util.List;
import vn.tonghop.domain.standing.StandingCell;

/**
 * What one target needs of one report.
 *
 * @param period label of the report's own period
 * @param lastMonth number within the year of its last month, 1 to 12
 * @param months its length
 * @param carried its period ends before the target does
 * @param withdrawn it takes the report back
 * @param cells measures for the target, by authority and field
 */
record PeriodReport(
    String unit,
    String body,
    String period,
    int lastMonth,
    int months,
    int revision,
    boolean carried,
    boolean withdrawn,
    boolean nil,
    List<StandingCell> cells) {

  /** Later ends win; of two that end together, the longer (roll-up.md, section 4). */
  static final Comparator<PeriodReport> BY_END =
      Comparator.comparingInt(PeriodReport::lastMonth).thenComparingInt(PeriodReport::months);

  PeriodReport {
    cells = List.copyOf(cells);
  }
}
