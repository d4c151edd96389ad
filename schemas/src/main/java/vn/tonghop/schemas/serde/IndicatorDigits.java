package vn.tonghop.schemas.serde;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import vn.tonghop.IndicatorValue;
import vn.tonghop.ProgressReport;

/**
 * Avro holds no value against its decimal's precision: half a megabyte of digits would pass, and
 * cost whoever prints it. The schema says 18.
 */
final class IndicatorDigits {
  private static final BigInteger LIMIT = BigInteger.TEN.pow(18);

  private IndicatorDigits() {}

  /** What to say of the first value with too many digits. */
  static Optional<String> tooMany(ProgressReport report) {
    List<IndicatorValue> indicators = report.getIndicators();
    for (int i = 0; i < indicators.size(); i++) {
      BigInteger digits = indicators.get(i).getValue().unscaledValue().abs();
      if (digits.compareTo(LIMIT) >= 0) {
        return Optional.of("indicators[%d].value has more than 18 digits".formatted(i));
      }
    }
    return Optional.empty();
  }
}
