package vn.tonghop.producer.file;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Dates as Vietnamese write them, the day first: {@code 31/03/2024}, with {@code -} or {@code .} as
 * well. What is anything else is left as it is: whoever reads dates says what is wrong with it.
 */
final class DayFirst {

  private static final String DAY = "([0-9]{1,2})([/.-])([0-9]{1,2})\\2([0-9]{4})";
  private static final Pattern DATE = Pattern.compile(DAY);
  private static final Pattern TIME =
      Pattern.compile(DAY + "[ ,]+([0-9]{1,2}):([0-9]{2})(?::([0-9]{2}))?");

  private DayFirst() {}

  /** The date as {@code YYYY-MM-DD}. */
  static String date(String text) {
    Matcher date = DATE.matcher(text);
    return date.matches() ? date(date) : text;
  }

  /** The time in Vietnam with its offset. */
  static String instant(String text) {
    Matcher time = TIME.matcher(text);
    if (!time.matches()) {
      return text;
    }
    String seconds = time.group(7) == null ? "00" : time.group(7);
    return String.format(
        Locale.ROOT,
        "%sT%02d:%s:%s+07:00",
        date(time),
        Integer.parseInt(time.group(5)),
        time.group(6),
        seconds);
  }

  private static String date(Matcher found) {
    return String.format(
        Locale.ROOT,
        "%s-%02d-%02d",
        found.group(4),
        Integer.parseInt(found.group(3)),
        Integer.parseInt(found.group(1)));
  }
}
