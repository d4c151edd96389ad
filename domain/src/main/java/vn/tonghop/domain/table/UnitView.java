package vn.tonghop.domain.table;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.tonghop.domain.reference.ReferenceData;
import vn.tonghop.domain.reference.ReportingUnit;
import vn.tonghop.domain.standing.ClosingReport;
import vn.tonghop.domain.standing.IndicatorFigure;
import vn.tonghop.domain.standing.Measures;

/**
 * A unit's row as it is read.
 *
 * @param name Vietnamese
 * @param region null for central organisations
 * @param report null where several units were added up
 * @param units how many units' reports it adds up
 */
public record UnitView(
    String code,
    String body,
    String name,
    String nameEn,
    @Nullable String region,
    boolean carried,
    boolean nil,
    boolean late,
    @Nullable ClosingReport report,
    int units,
    List<IndicatorFigure> indicators,
    Measures measures) {

  public UnitView {
    indicators = List.copyOf(indicators);
  }

  /** By the name in force on the last day of the closing report's period. */
  static UnitView of(UnitRow row, ReferenceData reference) {
    Optional<ReportingUnit> unit =
        reference.unitOfBody(row.body(), row.report().period().lastDay());
    return new UnitView(
        row.code(),
        row.body(),
        unit.map(ReportingUnit::nameVi).orElse(row.code()),
        unit.map(ReportingUnit::nameEn).orElse(row.code()),
        unit.map(ReportingUnit::region).orElse(null),
        row.carried(),
        row.nil(),
        row.late(),
        row.report(),
        1,
        row.indicators(),
        row.measures());
  }
}
