package vn.tonghop.console.drill;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.tonghop.domain.standing.Measures;
import vn.tonghop.domain.standing.StandingCell;
import vn.tonghop.domain.standing.UnitStanding;
import vn.tonghop.domain.table.CodeMeasures;
import vn.tonghop.domain.table.NationalTable;

/**
 * One owner's figures before and after.
 *
 * @param before zeros where the owner had none
 * @param after zeros where it has none any more
 */
public record Moved(Owner owner, Measures before, Measures after) {

  /** What moved in a unit's own figures: first its row, then by authority, then by field. */
  public static List<Moved> inUnit(@Nullable UnitStanding before, @Nullable UnitStanding after) {
    List<Moved> moved = new ArrayList<>();
    UnitStanding known = after == null ? before : after;
    if (known != null) {
      add(moved, Owner.unit(known.body()), measures(before), measures(after));
    }
    moved.addAll(
        between(
            Owner::authority,
            cells(before, StandingCell::assignedBy),
            cells(after, StandingCell::assignedBy)));
    moved.addAll(
        between(
            Owner::field, cells(before, StandingCell::field), cells(after, StandingCell::field)));
    return moved;
  }

  /** What moved nationally: the total, then by authority, then by field. */
  public static List<Moved> inTable(@Nullable NationalTable before, NationalTable after) {
    List<Moved> moved = new ArrayList<>();
    add(moved, Owner.TOTAL, before == null ? Measures.ZERO : before.total(), after.total());
    moved.addAll(
        between(
            Owner::authority,
            before == null ? Map.of() : sums(before.byAssignedBy()),
            sums(after.byAssignedBy())));
    moved.addAll(
        between(
            Owner::field,
            before == null ? Map.of() : sums(before.byField()),
            sums(after.byField())));
    return moved;
  }

  /** The counts that differ, in the order of a table. */
  public List<Measure> counts() {
    return Measure.counts().stream()
        .filter(measure -> measure.count(before) != measure.count(after))
        .toList();
  }

  /** Whether the whole country moved by as much as a unit did, in each count and part. */
  public static boolean areSame(List<Moved> unit, List<Moved> national) {
    return deltas(unit).equals(deltas(national));
  }

  private static Map<Owner, List<Long>> deltas(List<Moved> moved) {
    Map<Owner, List<Long>> deltas = new HashMap<>();
    for (Moved each : moved) {
      deltas.put(
          each.owner.isByTask() ? each.owner : Owner.TOTAL,
          Measure.counts().stream()
              .map(
                  measure ->
                      Math.subtractExact(measure.count(each.after), measure.count(each.before)))
              .toList());
    }
    return deltas;
  }

  private static Measures measures(@Nullable UnitStanding standing) {
    return standing == null ? Measures.ZERO : standing.measures();
  }

  private static Map<String, Measures> cells(
      @Nullable UnitStanding standing, Function<StandingCell, String> code) {
    Map<String, Measures> sums = new TreeMap<>();
    if (standing != null) {
      standing
          .cells()
          .forEach(cell -> sums.merge(code.apply(cell), cell.measures(), Measures::plus));
    }
    return sums;
  }

  private static Map<String, Measures> sums(List<CodeMeasures> rows) {
    Map<String, Measures> sums = new TreeMap<>();
    rows.forEach(row -> sums.put(row.code(), row.measures()));
    return sums;
  }

  private static List<Moved> between(
      Function<String, Owner> owner, Map<String, Measures> before, Map<String, Measures> after) {
    Map<String, Measures> codes = new TreeMap<>(before);
    codes.putAll(after);
    List<Moved> moved = new ArrayList<>();
    for (String code : codes.keySet()) {
      add(
          moved,
          owner.apply(code),
          before.getOrDefault(code, Measures.ZERO),
          after.getOrDefault(code, Measures.ZERO));
    }
    return moved;
  }

  private static void add(List<Moved> moved, Owner owner, Measures before, Measures after) {
    if (!before.equals(after)) {
      moved.add(new Moved(owner, before, after));
    }
  }
}
