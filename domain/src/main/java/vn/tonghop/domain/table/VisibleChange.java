package vn.tonghop.domain.table;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.tonghop.domain.standing.IndicatorFigure;
import vn.tonghop.domain.standing.StandingCell;
import vn.tonghop.domain.standing.UnitStanding;

/**
 * Tells whether a unit's new standing changes its table. Of a unit for which a successor speaks
 * only flows are seen there: a late correction of its tasks moves nothing (roll-up.md §6, movedBy).
 */
public final class VisibleChange {

  private VisibleChange() {}

  /**
   * Compares what the table shows of a unit before and after.
   *
   * @param ofBody the standing of another body in the same table; null if it has none
   */
  public static boolean between(
      Optional<UnitStanding> before,
      Optional<UnitStanding> after,
      Function<String, @Nullable UnitStanding> ofBody) {
    return !before
        .map(standing -> seen(standing, ofBody))
        .equals(after.map(standing -> seen(standing, ofBody)));
  }

  private static Seen seen(
      UnitStanding standing, Function<String, @Nullable UnitStanding> ofBody) {
    return Succession.isSucceeded(standing, ofBody)
        ? new Seen(standing.unit(), null, List.of(), standing.flows())
        : new Seen(standing.unit(), UnitRow.of(standing), standing.cells(), List.of());
  }

  /**
   * @param unit its code, by which rows are sorted
   * @param row null where a successor speaks
   */
  private record Seen(
      String unit,
      @Nullable UnitRow row,
      List<StandingCell> cells,
      List<IndicatorFigure> flows) {}
}
