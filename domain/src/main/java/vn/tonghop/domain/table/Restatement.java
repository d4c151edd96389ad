package vn.tonghop.domain.table;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.tonghop.domain.reference.Body;
import vn.tonghop.domain.reference.ReferenceData;
import vn.tonghop.domain.reference.ReportingUnit;
import vn.tonghop.domain.standing.IndicatorFigure;

/**
 * A table under the units of another day: each unit is added to the one it went into (63 → 34 on
 * 2025-07-01). A unit that was split, or that nobody took over, keeps its own row; the national
 * total stays the same (roll-up.md §6).
 */
public final class Restatement {

  private final ReferenceData reference;
  private final LocalDate date;

  private Restatement(ReferenceData reference, LocalDate date) {
    this.reference = reference;
    this.date = date;
  }

  /**
   * Restates a table. Coverage stays that of the units that reported.
   *
   * @throws IllegalArgumentException if the date is before the period's last day
   */
  public static TableView to(LocalDate date, TableView table, ReferenceData reference) {
    if (date.isBefore(table.period().lastDay())) {
      throw new IllegalArgumentException(
          "restated to " + date + ", before the period's last day " + table.period().lastDay());
    }
    Restatement restatement = new Restatement(reference, date);
    Map<String, UnitView> rows = new TreeMap<>();
    for (UnitView unit : table.byUnit()) {
      UnitView row = restatement.rename(unit);
      rows.merge(row.code() + "|" + row.body(), row, Restatement::plus);
    }
    return table.restated(date, List.copyOf(rows.values()));
  }

  /** The unit whose row would have its figures on that day: its heir, or itself without one. */
  public static ReportingUnit rowOf(ReportingUnit unit, LocalDate date, ReferenceData reference) {
    return new Restatement(reference, date).heir(unit.body()).orElse(unit);
  }

  private UnitView rename(UnitView unit) {
    Optional<ReportingUnit> heir = heir(unit.body());
    if (heir.isEmpty()) {
      return unit;
    }
    ReportingUnit now = heir.get();
    return new UnitView(
        now.code(),
        now.body(),
        now.nameVi(),
        now.nameEn(),
        now.region(),
        unit.carried(),
        unit.nil(),
        unit.late(),
        now.body().equals(unit.body()) ? unit.report() : null,
        unit.units(),
        unit.indicators(),
        unit.measures());
  }

  /** The one body in force on the date that a body went into, itself if it still is. */
  private Optional<ReportingUnit> heir(String body) {
    Optional<ReportingUnit> inForce = reference.unitOfBody(body, date);
    if (inForce.isPresent() || !hasEnded(body)) {
      return inForce;
    }
    List<String> successors = reference.successorsOf(body);
    return successors.size() == 1 ? heir(successors.get(0)) : Optional.empty();
  }

  private boolean hasEnded(String body) {
    @Nullable LocalDate end = reference.body(body).map(Body::to).orElse(null);
    return end != null && end.isBefore(date);
  }

  private static UnitView plus(UnitView a, UnitView b) {
    Map<String, IndicatorFigure> indicators = new TreeMap<>();
    Stream.of(a, b)
        .flatMap(unit -> unit.indicators().stream())
        .forEach(figure -> indicators.merge(figure.code(), figure, IndicatorFigure::plus));
    return new UnitView(
        a.code(),
        a.body(),
        a.name(),
        a.nameEn(),
        a.region(),
        a.carried() || b.carried(),
        a.nil() && b.nil(),
        a.late() || b.late(),
        null,
        a.units() + b.units(),
        List.copyOf(indicators.values()),
        a.measures().plus(b.measures()));
  }
}
