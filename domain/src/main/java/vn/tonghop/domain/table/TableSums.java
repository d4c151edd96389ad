package vn.tonghop.domain.table;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vn.tonghop.domain.standing.Measures;
import vn.tonghop.domain.standing.MeasuresSum;
import vn.tonghop.domain.standing.StandingCell;
import vn.tonghop.domain.standing.UnitStanding;

/** Adds up the cells of a table's units, each looked at once. */
final class TableSums {

  private final MeasuresSum total = new MeasuresSum();
  private final Map<String, MeasuresSum> byAssignedBy = new HashMap<>();
  private final Map<String, MeasuresSum> byField = new HashMap<>();

  /**
   * Adds a unit that counts.
   *
   * @return the sum of its own cells
   * @throws ArithmeticException if a sum is more than a long holds
   */
  Measures add(UnitStanding unit) {
    MeasuresSum own = new MeasuresSum();
    for (StandingCell cell : unit.cells()) {
      Measures measures = cell.measures();
      own.add(measures);
      of(byAssignedBy, cell.assignedBy()).add(measures);
      of(byField, cell.field()).add(measures);
    }
    Measures sum = own.toMeasures();
    total.add(sum);
    return sum;
  }

  Measures total() {
    return total.toMeasures();
  }

  List<CodeMeasures> byAssignedBy() {
    return sorted(byAssignedBy);
  }

  List<CodeMeasures> byField() {
    return sorted(byField);
  }

  private static MeasuresSum of(Map<String, MeasuresSum> sums, String code) {
    return sums.computeIfAbsent(code, any -> new MeasuresSum());
  }

  private static List<CodeMeasures> sorted(Map<String, MeasuresSum> sums) {
    return new TreeMap<>(sums)
        .entrySet().stream()
            .map(sum -> new CodeMeasures(sum.getKey(), sum.getValue().toMeasures()))
            .toList();
  }
}
