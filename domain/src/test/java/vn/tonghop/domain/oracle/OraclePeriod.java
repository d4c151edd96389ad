package vn.tonghop.domain.oracle;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.tonghop.domain.period.Regime;

/**
 * A period as plain dates, worked out by walking through the year.
 *
 * @param from first day, included
 * @param to last day, included
 * @param due the instant before which a report is on time
 */
public record OraclePeriod(
    String label, int year, int months, LocalDate from, LocalDate to, Instant due) {

  /** The nineteen periods of a year. */
  public static List<OraclePeriod> ofYear(Regime regime, int year) {
    List<LocalDate> starts = new ArrayList<>();
    for (int month = 0; month <= 12; month++) {
      starts.add(
          regime == Regime.CALENDAR
              ? LocalDate.of(year + month / 12, month % 12 + 1, 1)
              : LocalDate.of(month == 0 ? year - 1 : year, month == 0 ? 12 : month, 15));
    }
    List<OraclePeriod> periods = new ArrayList<>();
    for (String letter : List.of("M", "Q", "S", "A")) {
      int months = letter.equals("M") ? 1 : letter.equals("Q") ? 3 : letter.equals("S") ? 6 : 12;
      for (int number = 1; number * months <= 12; number++) {
        LocalDate to = starts.get(number * months).minusDays(1);
        LocalDate dayAfterDue =
            regime == Regime.CALENDAR
                ? to.plusDays(11)
                : LocalDate.of(to.getYear(), to.getMonthValue(), 26);
        String digits = letter.equals("M") && number < 10 ? "0" + number : "" + number;
        periods.add(
            new OraclePeriod(
                year + "-" + letter + digits,
                year,
                months,
                starts.get((number - 1) * months),
                to,
                dayAfterDue.atStartOfDay().toInstant(ZoneOffset.ofHours(7))));
      }
    }
    return periods;
  }

  /** The period of a label, or null if there is none. */
  public static @Nullable OraclePeriod of(Regime regime, String label) {
    if (label.length() < 7 || label.charAt(0) == '0') {
      return null;
    }
    for (char digit : label.substring(0, 4).toCharArray()) {
      if (digit < '0' || digit > '9') {
        return null;
      }
    }
    for (OraclePeriod period : ofYear(regime, Integer.parseInt(label.substring(0, 4)))) {
      if (period.label.equals(label)) {
        return period;
      }
    }
    return null;
  }

  boolean holds(LocalDate date) {
    return from.compareTo(date) <= 0 && date.compareTo(to) <= 0;
  }

  boolean holds(OraclePeriod other) {
    return holds(other.from) && holds(other.to);
  }

  /** The periods of the next shorter length within this one. */
  List<OraclePeriod> parts(List<OraclePeriod> ofYear) {
    int shorter = months == 12 ? 6 : months == 6 ? 3 : 1;
    List<OraclePeriod> parts = new ArrayList<>();
    for (OraclePeriod each : ofYear) {
      if (months > 1 && each.months == shorter && holds(each)) {
        parts.add(each);
      }
    }
    return parts;
  }
}
