package vn.tonghop.domain.standing;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.tonghop.domain.period.Period;
import vn.tonghop.domain.reference.IndicatorKind;

/**
 * What one unit contributes to one national table (roll-up.md §4, §5, §7).
 *
 * @param unit its code in the closing report
 * @param bodyTo last day of the body; null while in force
 * @param successors every body it went into and those that these went into
 * @param carried its closing report's period ends before the target does
 * @param late its closing report's own period was not on time
 * @param cells sorted by authority, then field
 * @param indicators those that have a value, by code
 */
public record UnitStanding(
    String programme,
    Period target,
    String unit,
    String body,
    @Nullable LocalDate bodyTo,
    List<String> successors,
    ClosingReport closing,
    boolean carried,
    boolean nil,
    boolean late,
    List<StandingCell> cells,
    List<IndicatorFigure> indicators) {

  public UnitStanding {
    successors = List.copyOf(successors);
    cells = FixedList.of(cells);
    indicators = List.copyOf(indicators);
  }

  /** The sum of its cells. */
  public Measures measures() {
    MeasuresSum sum = new MeasuresSum();
    cells.forEach(cell -> sum.add(cell.measures()));
    return sum.toMeasures();
  }

  /** Its flows, which count even when a successor speaks for it. */
  public List<IndicatorFigure> flows() {
    return indicators.stream().filter(figure -> figure.kind() == IndicatorKind.FLOW).toList();
  }
}
