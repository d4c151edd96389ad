package vn.tonghop.domain.standing;

import java.math.BigDecimal;
import vn.tonghop.domain.reference.IndicatorKind;

/**
 * An indicator's value in a target period.
 *
 * @param value with three places
 * @param partial a flow summed with a part missing
 * @param carried a stock as at a period that ended before the target did
 */
public record IndicatorFigure(
    String code, IndicatorKind kind, BigDecimal value, boolean partial, boolean carried) {

  /** The national sum of two units' figures: partial or carried if either is. */
  public IndicatorFigure plus(IndicatorFigure other) {
    return new IndicatorFigure(
        code, kind, value.add(other.value), partial || other.partial, carried || other.carried);
  }
}
