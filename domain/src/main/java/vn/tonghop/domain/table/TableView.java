package vn.tonghop.domain.table;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.tonghop.domain.period.Period;
import vn.tonghop.domain.reference.Programme;
import vn.tonghop.domain.reference.ReferenceData;
import vn.tonghop.domain.standing.Measures;

/**
 * A national table as it is read: with names, regions, baselines, and who is missing, none of which
 * a report can change (roll-up.md §6).
 *
 * @param byUnit by code, then body
 * @param byRegion sums of the provinces of a region, by name; central organisations are in none
 * @param movedBy null for an empty table
 * @param restatedTo the day whose units the rows are; null: as reported
 */
public record TableView(
    Programme programme,
    Period period,
    Measures total,
    List<CodeMeasures> byAssignedBy,
    List<CodeMeasures> byField,
    List<UnitView> byUnit,
    List<RegionMeasures> byRegion,
    Coverage coverage,
    List<IndicatorView> indicators,
    @Nullable MovedBy movedBy,
    @Nullable LocalDate restatedTo) {

  public TableView {
    byAssignedBy = List.copyOf(byAssignedBy);
    byField = List.copyOf(byField);
    byUnit = List.copyOf(byUnit);
    byRegion = List.copyOf(byRegion);
    indicators = List.copyOf(indicators);
  }

  /** Measures of all provinces of a region. */
  public record RegionMeasures(String name, Measures measures) {}

  /**
   * The table of the units of the period.
   *
   * @param table empty while nobody has reported: zeros, and everybody expected is missing
   */
  public static TableView asReported(
      Optional<NationalTable> table, Programme programme, Period period, ReferenceData reference) {
    Coverage coverage = Coverage.of(table, programme, period, reference);
    List<UnitView> units =
        table.stream()
            .flatMap(each -> each.byUnit().stream())
            .map(row -> UnitView.of(row, reference))
            .toList();
    boolean whole = coverage.missing().isEmpty();
    return new TableView(
        programme,
        period,
        table.map(NationalTable::total).orElse(Measures.ZERO),
        table.map(NationalTable::byAssignedBy).orElse(List.of()),
        table.map(NationalTable::byField).orElse(List.of()),
        units,
        regions(units),
        coverage,
        table.stream()
            .flatMap(each -> each.indicators().stream())
            .map(figure -> IndicatorView.of(figure, programme, whole, reference))
            .toList(),
        table.map(NationalTable::movedBy).orElse(null),
        null);
  }

  /** The same figures under the rows of another day; the national total must be the same. */
  TableView restated(LocalDate date, List<UnitView> units) {
    return new TableView(
        programme,
        period,
        total,
        byAssignedBy,
        byField,
        units,
        regions(units),
        coverage,
        indicators,
        movedBy,
        date);
  }

  private static List<RegionMeasures> regions(List<UnitView> units) {
    TreeMap<String, Measures> sums = new TreeMap<>();
    for (UnitView unit : units) {
      if (unit.region() != null) {
        sums.merge(unit.region(), unit.measures(), Measures::plus);
      }
    }
    return sums.entrySet().stream()
        .map(sum -> new RegionMeasures(sum.getKey(), sum.getValue()))
        .toList();
  }
}
