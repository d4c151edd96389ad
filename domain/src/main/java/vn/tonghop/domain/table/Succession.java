package vn.tonghop.domain.table;

import java.time.LocalDate;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.tonghop.domain.standing.UnitStanding;

/** Tells whether a unit that ended within a target is spoken for by a successor (roll-up.md §4). */
public final class Succession {

  private Succession() {}

  /**
   * Whether a successor has a closing report whose period ends after the unit did.
   *
   * @param ofBody the standing of a body in the same table; null if it has none
   */
  public static boolean isSucceeded(
      UnitStanding standing, Function<String, @Nullable UnitStanding> ofBody) {
    LocalDate end = standing.bodyTo();
    if (end == null) {
      return false;
    }
    for (String successor : standing.successors()) {
      UnitStanding other = ofBody.apply(successor);
      if (other != null && other.closing().period().lastDay().isAfter(end)) {
        return true;
      }
    }
    return false;
  }
}
