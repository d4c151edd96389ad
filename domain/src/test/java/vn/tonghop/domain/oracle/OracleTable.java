package vn.tonghop.domain.oracle;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import vn.tonghop.domain.acceptance.SourceRecord;

/**
 * What a national table must say.
 *
 * @param rows of the units that count, by code, then body
 * @param indicators those with a value, by code
 * @param succeeded bodies for which a successor speaks
 */
public record OracleTable(
    Sums total,
    SortedMap<String, Sums> byAssignedBy,
    SortedMap<String, Sums> byField,
    List<Row> rows,
    SortedMap<String, Value> indicators,
    SortedSet<String> succeeded) {

  /** The seven measures in the order of roll-up.md §5. */
  public record Sums(
      long assigned,
      long completedOnTime,
      long completedLate,
      long openOnTrack,
      long openOverdue,
      long completedInPeriod,
      long percentSum) {

    static final Sums NONE = new Sums(0, 0, 0, 0, 0, 0, 0);

    Sums plus(Sums other) {
      return new Sums(
          assigned + other.assigned,
          completedOnTime + other.completedOnTime,
          completedLate + other.completedLate,
          openOnTrack + other.openOnTrack,
          openOverdue + other.openOverdue,
          completedInPeriod + other.completedInPeriod,
          percentSum + other.percentSum);
    }
  }

  /** An indicator's figure; the value has three places. */
  public record Value(BigDecimal value, boolean partial, boolean carried) {

    Value plus(Value other) {
      return new Value(value.add(other.value), partial || other.partial, carried || other.carried);
    }
  }

  /**
   * One unit's row.
   *
   * @param period label of the closing report's own period
   */
  public record Row(
      String code,
      String body,
      boolean carried,
      boolean nil,
      boolean late,
      String period,
      int revision,
      LocalDate asOf,
      SourceRecord source,
      SortedMap<String, Value> indicators,
      Sums sums) {}

  /** Who reported and who did not, as bodies. */
  public record Coverage(
      SortedSet<String> expected,
      int reported,
      SortedSet<String> carried,
      SortedSet<String> nil,
      SortedSet<String> late,
      SortedSet<String> missing,
      SortedSet<String> succeeded) {}
}
