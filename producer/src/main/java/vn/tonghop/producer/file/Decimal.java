package vn.tonghop.producer.file;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.tonghop.domain.report.IndicatorValue;

/** Decimal numbers as JSON writes them, read exactly and without computing what cannot fit. */
final class Decimal {

  private static final Pattern NUMBER =
      Pattern.compile("(-?)(0|[1-9][0-9]*+)(?:\\.([0-9]++))?(?:[eE]([+-]?)([0-9]++))?");

  private static final int MAX_DIGITS = IndicatorValue.INTEGER_DIGITS + IndicatorValue.SCALE;

  /** Digits of an exponent that a document of 512 KiB of zeros can still undo. */
  private static final int MAX_EXPONENT_DIGITS = 9;

  private Decimal() {}

  /** Whether a text is a number in JSON's grammar. */
  static boolean isNumber(String written) {
    return NUMBER.matcher(written).matches();
  }

  /** The number, or empty if it has more digits than an indicator's value may. */
  static Optional<BigDecimal> parse(String written) {
    Matcher matcher = NUMBER.matcher(written);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("no number: " + written);
    }
    String fraction = matcher.group(3) == null ? "" : matcher.group(3);
    String all = withoutLeadingZeros(matcher.group(2) + fraction);
    String digits = withoutTrailingZeros(all);
    if (digits.isEmpty()) {
      return Optional.of(BigDecimal.ZERO);
    }
    String exponent = withoutLeadingZeros(matcher.group(5) == null ? "" : matcher.group(5));
    if (digits.length() > MAX_DIGITS || exponent.length() > MAX_EXPONENT_DIGITS) {
      return Optional.empty();
    }
    int power = exponent.isEmpty() ? 0 : Integer.parseInt(exponent);
    int scale =
        fraction.length()
            - (all.length() - digits.length())
            - ("-".equals(matcher.group(4)) ? -power : power);
    BigDecimal value = new BigDecimal(new BigInteger(matcher.group(1) + digits), scale);
    return Optional.of(value).filter(IndicatorValue::fits);
  }

  private static String withoutLeadingZeros(String digits) {
    int from = 0;
    while (from < digits.length() && digits.charAt(from) == '0') {
      from++;
    }
    return digits.substring(from);
  }

  private static String withoutTrailingZeros(String digits) {
    int to = digits.length();
    while (to > 0 && digits.charAt(to - 1) == '0') {
      to--;
    }
    return digits.substring(0, to);
  }
}
