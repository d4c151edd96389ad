package vn.tonghop.domain.table;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.tonghop.domain.reference.Indicator;
import vn.tonghop.domain.reference.Programme;
import vn.tonghop.domain.reference.ReferenceData;
import vn.tonghop.domain.standing.IndicatorFigure;

/**
 * A national indicator as it is read, beside its baseline.
 *
 * @param name Vietnamese
 * @param baseline null if the catalogue has none for this programme
 * @param change value − baseline; null without a baseline and while the value is partial, carried
 *     or units are missing
 * @param changePercent 100 · change / baseline, one place; null where change is
 */
public record IndicatorView(
    IndicatorFigure figure,
    String name,
    String nameEn,
    Indicator.@Nullable Baseline baseline,
    @Nullable BigDecimal change,
    @Nullable BigDecimal changePercent) {

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  static IndicatorView of(
      IndicatorFigure figure, Programme programme, boolean whole, ReferenceData reference) {
    Optional<Indicator> indicator = reference.indicator(figure.code());
    Indicator.@Nullable Baseline baseline =
        indicator
            .map(Indicator::baseline)
            .filter(each -> each.programme().equals(programme.code()))
            .orElse(null);
    boolean comparable = baseline != null && whole && !figure.partial() && !figure.carried();
    @Nullable BigDecimal change =
        baseline != null && comparable ? figure.value().subtract(baseline.value()) : null;
    return new IndicatorView(
        figure,
        indicator.map(Indicator::nameVi).orElse(figure.code()),
        indicator.map(Indicator::nameEn).orElse(figure.code()),
        baseline,
        change,
        baseline == null || change == null
            ? null
            : change.multiply(HUNDRED).divide(baseline.value(), 1, RoundingMode.HALF_UP));
  }
}
