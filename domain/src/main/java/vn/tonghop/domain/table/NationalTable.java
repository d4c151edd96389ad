package vn.tonghop.domain.table;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import vn.tonghop.domain.period.Period;
import vn.tonghop.domain.standing.IndicatorFigure;
import vn.tonghop.domain.standing.Measures;
import vn.tonghop.domain.standing.UnitStanding;

/**
 * One programme in one target period, nationally: one record, so that no reader ever sees a total
 * that differs from the sum of its rows (roll-up.md §6).
 *
 * @param byAssignedBy codes that occur in a counted task, sorted
 * @param byField likewise
 * @param byUnit units that count, nil ones included, by code, then body
 * @param indicators those with a value, by code
 * @param succeeded bodies for which a successor speaks: of them only flows count
 * @param movedBy the last record that changed anything else here
 */
public record NationalTable(
    String programme,
    Period target,
    Measures total,
    List<CodeMeasures> byAssignedBy,
    List<CodeMeasures> byField,
    List<UnitRow> byUnit,
    List<IndicatorFigure> indicators,
    List<String> succeeded,
    MovedBy movedBy) {

  private static final Comparator<UnitStanding> BY_CODE =
      Comparator.comparing(UnitStanding::unit).thenComparing(UnitStanding::body);

  public NationalTable {
    byAssignedBy = List.copyOf(byAssignedBy);
    byField = List.copyOf(byField);
    byUnit = List.copyOf(byUnit);
    indicators = List.copyOf(indicators);
    succeeded = List.copyOf(succeeded);
  }

  /** Adds up the standings of one programme and target; empty if there are none. */
  public static Optional<NationalTable> of(Collection<UnitStanding> standings, MovedBy movedBy) {
    if (standings.isEmpty()) {
      return Optional.empty();
    }
    Map<String, UnitStanding> ofBody = new HashMap<>();
    standings.forEach(standing -> ofBody.put(standing.body(), standing));
    List<UnitStanding> sorted = standings.stream().sorted(BY_CODE).toList();
    List<UnitStanding> counted = new ArrayList<>(sorted.size());
    List<UnitStanding> succeeded = new ArrayList<>();
    for (UnitStanding each : sorted) {
      if (Succession.isSucceeded(each, ofBody::get)) {
        succeeded.add(each);
      } else {
        counted.add(each);
      }
    }
    TableSums sums = new TableSums();
    List<UnitRow> rows = counted.stream().map(each -> UnitRow.of(each, sums.add(each))).toList();
    return Optional.of(
        new NationalTable(
            sorted.get(0).programme(),
            sorted.get(0).target(),
            sums.total(),
            sums.byAssignedBy(),
            sums.byField(),
            rows,
            indicators(counted, succeeded),
            succeeded.stream().map(UnitStanding::body).toList(),
            movedBy));
  }

  /** The table after the last report was taken back: zeros, and who took it back. */
  public static NationalTable empty(String programme, Period target, MovedBy movedBy) {
    return new NationalTable(
        programme,
        target,
        Measures.ZERO,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        movedBy);
  }

  /** Whether no unit speaks for it any more. */
  public boolean isEmpty() {
    return byUnit.isEmpty() && succeeded.isEmpty();
  }

  private static List<IndicatorFigure> indicators(
      List<UnitStanding> counted, List<UnitStanding> succeeded) {
    TreeMap<String, IndicatorFigure> sums = new TreeMap<>();
    Stream.concat(
            counted.stream().flatMap(standing -> standing.indicators().stream()),
            succeeded.stream().flatMap(standing -> standing.flows().stream()))
        .forEach(figure -> sums.merge(figure.code(), figure, IndicatorFigure::plus));
    return List.copyOf(sums.values());
  }
}
