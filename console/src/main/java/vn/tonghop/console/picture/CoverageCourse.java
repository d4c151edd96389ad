package vn.tonghop.console.picture;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import vn.tonghop.domain.period.Period;
import vn.tonghop.domain.period.Regime;

/**
 * How many of the expected units had a report by the end of each day around a deadline.
 *
 * @param due the last day on which a report is on time
 * @param days in order, without gaps
 * @param later how many came after the last of the days
 */
public record CoverageCourse(int expected, LocalDate due, List<Day> days, int later) {

  /** Days before the deadline that are shown at most; what came earlier counts on the first. */
  static final int BEFORE = 30;

  /** Days after the deadline that are shown at most. */
  static final int AFTER = 60;

  public CoverageCourse {
    days = List.copyOf(days);
  }

  /** How many had a report by the end of a day, at +07:00. */
  public record Day(LocalDate date, int reported) {}

  /**
   * Counts.
   *
   * @param received when the first accepted report of each unit that has one was received
   * @param today no day after it is shown
   */
  public static CoverageCourse of(
      Period target, int expected, Collection<Instant> received, LocalDate today) {
    List<LocalDate> dates =
        received.stream().map(time -> time.atOffset(Regime.ZONE).toLocalDate()).sorted().toList();
    LocalDate due = target.dueOn();
    LocalDate first = target.lastDay();
    LocalDate last = due;
    if (!dates.isEmpty()) {
      first = earlier(first, later(dates.get(0), due.minusDays(BEFORE)));
      last = later(last, earlier(dates.get(dates.size() - 1), due.plusDays(AFTER)));
    }
    last = later(first, earlier(last, today));
    List<Day> days = new ArrayList<>();
    for (LocalDate date = first; !date.isAfter(last); date = date.plusDays(1)) {
      days.add(new Day(date, by(dates, date)));
    }
    return new CoverageCourse(expected, due, days, dates.size() - by(dates, last));
  }

  /** How many are not after a day. */
  private static int by(List<LocalDate> dates, LocalDate day) {
    return (int) dates.stream().filter(date -> !date.isAfter(day)).count();
  }

  private static LocalDate earlier(LocalDate a, LocalDate b) {
    return a.isBefore(b) ? a : b;
  }

  private static LocalDate later(LocalDate a, LocalDate b) {
    return a.isAfter(b) ? a : b;
  }
}
