package vn.tonghop.domain.report;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * The value of one numeric indicator, compared as a number: always three places.
 *
 * @param value at most 15 digits before the point
 */
public record IndicatorValue(String code, BigDecimal value) {

  /** Places after the point of every value. */
  public static final int SCALE = 3;

  /** Digits before the point, at most. */
  public static final int INTEGER_DIGITS = 15;

  private static final int READABLE_BITS = 1024;

  /**
   * Holds the value with three places.
   *
   * @throws ArithmeticException if the value does not {@link #fits fit}
   */
  public IndicatorValue {
    if (!fits(value)) {
      throw new ArithmeticException("more than 15 digits before or 3 after the point");
    }
    BigDecimal number = value.signum() == 0 ? BigDecimal.ZERO : value;
    value = number.setScale(SCALE, RoundingMode.UNNECESSARY);
  }

  /** Whether a value has at most 15 digits before and 3 after the point, trailing zeros aside. */
  public static boolean fits(BigDecimal value) {
    if (value.signum() == 0) {
      return true;
    }
    // Digits are counted before any rescaling: 1E+999999999 must not be written out. A number of a
    // hundred thousand digits is refused unread: counting its digits takes minutes.
    return value.unscaledValue().bitLength() <= READABLE_BITS
        && (value.scale() <= SCALE || value.stripTrailingZeros().scale() <= SCALE)
        && (long) value.precision() - value.scale() <= INTEGER_DIGITS;
  }
}
