package vn.tonghop.domain.format;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import vn.tonghop.domain.period.Regime;

/**
 * Numbers and dates as a language writes them: 2.887.500, 27,8 and 14/03/2024 in Vietnamese,
 * 2,887,500, 27.8 and 14 Mar 2024 in English.
 */
public final class Figures {

  /** Stands where there is no number; zero is a number. */
  public static final String NONE = "—";

  private static final int PERCENT = 2;

  /** Stands right behind its number in both languages (docs/choices.md). */
  private static final String SIGN = "%";

  private final Language language;
  private final DateTimeFormatter dates;

  public Figures(Language language) {
    this.language = language;
    this.dates =
        DateTimeFormatter.ofPattern(language.pick("dd/MM/uuuu", "d MMM uuuu"), Locale.ENGLISH);
  }

  /** With groups of thousands. */
  public String count(long count) {
    return number(BigDecimal.valueOf(count), "#,##0");
  }

  /** With groups of thousands and as many decimals as it has. */
  public String value(BigDecimal value) {
    return number(value, "#,##0.###");
  }

  /** With its sign, plus included. */
  public String change(BigDecimal change) {
    return (change.signum() > 0 ? "+" : "") + value(change);
  }

  /**
   * A share in per cent with one decimal, for a column whose heading has the sign; rounded once,
   * from the exact fraction: 6 of 11 is 54.5, not the 54.6 that 0.5455 would round to.
   */
  public String percent(long part, long whole) {
    return whole == 0
        ? NONE
        : number(
            BigDecimal.valueOf(part)
                .movePointRight(PERCENT)
                .divide(BigDecimal.valueOf(whole), 1, RoundingMode.HALF_UP),
            "#,##0.0");
  }

  /** The same share with the sign, for a sentence or a cell that stands alone: 84,2%. */
  public String share(long part, long whole) {
    String percent = percent(part, whole);
    return whole == 0 ? percent : percent + SIGN;
  }

  /** A change that is in per cent already, with its signs. */
  public String percentChange(BigDecimal percent) {
    return (percent.signum() > 0 ? "+" : "") + number(percent, "#,##0.0") + SIGN;
  }

  /** A day. */
  public String date(LocalDate date) {
    return dates.format(date);
  }

  /** Day and minute at +07:00. */
  public String time(Instant instant) {
    var local = instant.atOffset(Regime.ZONE);
    String minute = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH).format(local);
    return language.pick(
        minute + " ngày " + date(local.toLocalDate()), date(local.toLocalDate()) + ", " + minute);
  }

  private String number(BigDecimal number, String pattern) {
    DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(Locale.ROOT);
    symbols.setMinusSign('−');
    symbols.setDecimalSeparator(language == Language.VI ? ',' : '.');
    symbols.setGroupingSeparator(language == Language.VI ? '.' : ',');
    DecimalFormat format = new DecimalFormat(pattern, symbols);
    format.setRoundingMode(RoundingMode.HALF_UP);
    return format.format(number);
  }
}
