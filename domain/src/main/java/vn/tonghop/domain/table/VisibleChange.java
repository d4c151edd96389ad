package vn.tonghop.domain.table;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import vn.tonghop.domain.acceptance.SourceRecord;
import vn.tonghop.domain.standing.UnitStanding;

/**
 * Tells whether a unit's new standing changes its table. Of a unit for which a successor speaks
 * only the national sums of flows are seen there: a late correction of its tasks moves nothing
 * (roll-up.md §6, movedBy).
 */
public final class VisibleChange {

  private static final MovedBy NOBODY =
      new MovedBy("", "", 0, new SourceRecord("", 0, 0), Instant.EPOCH);

  private VisibleChange() {}

  /**
   * Compares what the table shows before and after.
   *
   * @param ofBody the standing of another body in the table; null if it has none
   * @param others the standings of all other units in the table; asked for only where a successor
   *     speaks for the unit
   */
  public static boolean between(
      Optional<UnitStanding> before,
      Optional<UnitStanding> after,
      Function<String, @Nullable UnitStanding> ofBody,
      Supplier<? extends Collection<UnitStanding>> others) {
    if (before.equals(after)) {
      return false;
    }
    if (!isSucceeded(before, ofBody) && !isSucceeded(after, ofBody)) {
      // The unit has its row, which says where its closing report stands.
      return !before.map(UnitRow::of).equals(after.map(UnitRow::of));
    }
    Collection<UnitStanding> rest = others.get();
    return !shown(before, rest).equals(shown(after, rest));
  }

  private static boolean isSucceeded(
      Optional<UnitStanding> unit, Function<String, @Nullable UnitStanding> ofBody) {
    return unit.isPresent() && Succession.isSucceeded(unit.get(), ofBody);
  }

  private static Optional<NationalTable> shown(
      Optional<UnitStanding> unit, Collection<UnitStanding> others) {
    List<UnitStanding> all = new ArrayList<>(others);
    unit.ifPresent(all::add);
    return NationalTable.of(all, NOBODY);
  }
}
