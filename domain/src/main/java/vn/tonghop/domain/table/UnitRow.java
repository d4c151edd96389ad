package vn.tonghop.domain.table;

import java.util.List;
import vn.tonghop.domain.standing.ClosingReport;
import vn.tonghop.domain.standing.IndicatorFigure;
import vn.tonghop.domain.standing.Measures;
import vn.tonghop.domain.standing.UnitStanding;

/** One unit's row of a national table. */
public record UnitRow(
    String code,
    String body,
    boolean carried,
    boolean nil,
    boolean late,
    ClosingReport report,
    List<IndicatorFigure> indicators,
    Measures measures) {

  public UnitRow {
    indicators = List.copyOf(indicators);
  }

  static UnitRow of(UnitStanding standing) {
    return of(standing, standing.measures());
  }

  /**
   * The same where the sum is known.
   *
   * @param measures the sum of the standing's cells
   */
  static UnitRow of(UnitStanding standing, Measures measures) {
    return new UnitRow(
        standing.unit(),
        standing.body(),
        standing.carried(),
        standing.nil(),
        standing.late(),
        standing.closing(),
        standing.indicators(),
        measures);
  }
}
