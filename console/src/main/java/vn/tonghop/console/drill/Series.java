package vn.tonghop.console.drill;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.tonghop.domain.period.Period;
import vn.tonghop.domain.period.PeriodLength;
import vn.tonghop.domain.reference.ReferenceData;
import vn.tonghop.domain.standing.Measures;
import vn.tonghop.domain.table.Restatement;
import vn.tonghop.domain.table.TableView;
import vn.tonghop.domain.table.UnitView;

/**
 * A programme's year as a series of tables, each under the units of its own period or all under the
 * units of one day.
 *
 * @param tables as they are shown, quarters first, then halves, then the year
 * @param totals the national totals as reported, in the same order
 * @param breaks between a table and the one before it of the same length, in the same order; empty
 *     where the units stay the same, and of a series under one day's units
 */
public record Series(List<TableView> tables, List<Measures> totals, List<Optional<Break>> breaks) {

  private static final List<PeriodLength> LENGTHS =
      List.of(PeriodLength.QUARTER, PeriodLength.HALF, PeriodLength.YEAR);

  public Series {
    tables = List.copyOf(tables);
    totals = List.copyOf(totals);
    breaks = List.copyOf(breaks);
  }

  /** The periods of a year for which tables are made, in the order of a series. */
  public static List<Period> periods(Period within) {
    return LENGTHS.stream()
        .flatMap(length -> Period.ofYear(within.regime(), within.year(), length).stream())
        .toList();
  }

  /** The last day of a year's series, before which no day's units can be asked for. */
  static LocalDate end(Period within) {
    List<Period> periods = periods(within);
    return periods.get(periods.size() - 1).lastDay();
  }

  /**
   * Makes a series of tables.
   *
   * @param asReported in the order of {@link #periods}
   * @param date the day whose units are wanted; null: as reported
   */
  public static Series of(
      List<TableView> asReported, @Nullable LocalDate date, ReferenceData reference) {
    List<TableView> tables = new ArrayList<>();
    List<Optional<Break>> breaks = new ArrayList<>();
    @Nullable TableView before = null;
    for (TableView table : asReported) {
      tables.add(date == null ? table : Restatement.to(date, table, reference));
      breaks.add(
          date == null && before != null && follows(before.period(), table.period())
              ? Break.between(before.period(), table.period(), table.programme(), reference)
              : Optional.empty());
      before = table;
    }
    return new Series(tables, asReported.stream().map(TableView::total).toList(), breaks);
  }

  private static boolean follows(Period before, Period period) {
    return before.length() == period.length();
  }

  /** Whether the rows of each table add up to the national total as reported. */
  public boolean isProven() {
    for (int i = 0; i < tables.size(); i++) {
      Measures sum =
          tables.get(i).byUnit().stream()
              .map(UnitView::measures)
              .reduce(Measures.ZERO, Measures::plus);
      if (!sum.equals(totals.get(i))) {
        return false;
      }
    }
    return true;
  }

  /** Rows by body, each with what the tables have of it, if anything. */
  public Map<String, List<Optional<UnitView>>> rows() {
    Map<String, List<Optional<UnitView>>> rows = new LinkedHashMap<>();
    for (int i = 0; i < tables.size(); i++) {
      for (UnitView unit : tables.get(i).byUnit()) {
        rows.computeIfAbsent(unit.body(), any -> new ArrayList<>(nothing()))
            .set(i, Optional.of(unit));
      }
    }
    return rows;
  }

  private List<Optional<UnitView>> nothing() {
    return tables.stream().map(table -> Optional.<UnitView>empty()).toList();
  }
}
