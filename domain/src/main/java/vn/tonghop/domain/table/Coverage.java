package vn.tonghop.domain.table;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import vn.tonghop.domain.period.Period;
import vn.tonghop.domain.reference.Programme;
import vn.tonghop.domain.reference.ReferenceData;
import vn.tonghop.domain.reference.ReportingUnit;

/**
 * Who is inside a national figure (roll-up.md §6). Lists are of bodies, by code, then body.
 *
 * @param expected number of units that owe reports, as in force on the target's last day
 * @param reported number of rows; may be more than expected and is never capped
 * @param missing units that owe reports and have no row
 */
public record Coverage(
    int expected,
    int reported,
    List<String> carried,
    List<String> nil,
    List<String> late,
    List<ReportingUnit> missing,
    List<String> succeeded) {

  public Coverage {
    carried = List.copyOf(carried);
    nil = List.copyOf(nil);
    late = List.copyOf(late);
    missing = List.copyOf(missing);
    succeeded = List.copyOf(succeeded);
  }

  static Coverage of(
      Optional<NationalTable> table, Programme programme, Period period, ReferenceData reference) {
    List<UnitRow> rows = table.map(NationalTable::byUnit).orElse(List.of());
    Set<String> present = new HashSet<>(bodies(rows, row -> true));
    List<ReportingUnit> expected = reference.expected(programme, period.lastDay());
    return new Coverage(
        expected.size(),
        rows.size(),
        bodies(rows, UnitRow::carried),
        bodies(rows, UnitRow::nil),
        bodies(rows, UnitRow::late),
        expected.stream().filter(unit -> !present.contains(unit.body())).toList(),
        table.map(NationalTable::succeeded).orElse(List.of()));
  }

  private static List<String> bodies(List<UnitRow> rows, Predicate<UnitRow> which) {
    return rows.stream().filter(which).map(UnitRow::body).toList();
  }
}
