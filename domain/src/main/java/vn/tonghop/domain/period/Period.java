package vn.tonghop.domain.period;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A reporting period of a regime: a month, quarter, half or year (roll-up.md §1).
 *
 * @param year the year in which it ends, 1000 to 9999
 * @param index its place among the year's periods of this length, from 1
 */
public record Period(Regime regime, int year, PeriodLength length, int index) {

  private static final List<PeriodLength> LENGTHS = List.of(PeriodLength.values());

  /** Where the letter of the length stands in a label; its index follows. */
  private static final int LETTER = "2024-".length();

  public Period {
    if (year < 1000 || year > 9999 || index < 1 || index > length.perYear()) {
      throw new IllegalArgumentException("no period " + index + " of " + length + " in " + year);
    }
  }

  /** The period of a label such as {@code 2024-Q1}, or empty if the label is malformed. */
  public static Optional<Period> parse(Regime regime, String label) {
    if (label.length() <= LETTER || label.charAt(LETTER - 1) != '-') {
      return Optional.empty();
    }
    int year = number(label, 0, LETTER - 1);
    for (PeriodLength length : LENGTHS) {
      if (length.letter() == label.charAt(LETTER)) {
        int digits = length == PeriodLength.MONTH ? 2 : 1;
        int index = number(label, LETTER + 1, LETTER + 1 + digits);
        boolean right =
            label.length() == LETTER + 1 + digits
                && year >= 1000
                && index >= 1
                && index <= length.perYear();
        return right ? Optional.of(new Period(regime, year, length, index)) : Optional.empty();
      }
    }
    return Optional.empty();
  }

  /** The number of these ASCII digits; below zero if there is any other character, or none. */
  private static int number(String label, int from, int to) {
    int number = 0;
    for (int i = from; i < to; i++) {
      int digit = i < label.length() ? label.charAt(i) - '0' : -1;
      if (digit < 0 || digit > 9) {
        return -1;
      }
      number = 10 * number + digit;
    }
    return number;
  }

  /** The period with these dates, or empty: the inverse of {@link #firstDay} and the length. */
  public static Optional<Period> starting(Regime regime, LocalDate firstDay, PeriodLength length) {
    int year = firstDay.getYear();
    return IntStream.rangeClosed(Math.max(year, 1000), Math.min(year + 1, 9999))
        .boxed()
        .flatMap(ends -> ofYear(regime, ends, length).stream())
        .filter(period -> period.firstDay().equals(firstDay))
        .findFirst();
  }

  /** All periods of one length in a year, in order. */
  public static List<Period> ofYear(Regime regime, int year, PeriodLength length) {
    return IntStream.rangeClosed(1, length.perYear())
        .mapToObj(index -> new Period(regime, year, length, index))
        .toList();
  }

  /** The label, e.g. {@code 2024-M05}. */
  public String label() {
    return PeriodFacts.of(this).label();
  }

  /** First day, included. */
  public LocalDate firstDay() {
    return PeriodFacts.of(this).firstDay();
  }

  /** Last day, included. */
  public LocalDate lastDay() {
    return PeriodFacts.of(this).lastDay();
  }

  /** The last day, included, on which a report is on time. */
  public LocalDate dueOn() {
    return PeriodFacts.of(this).dueOn();
  }

  /** The instant before which a report is on time, at +07:00. */
  public OffsetDateTime dueAt() {
    return PeriodFacts.of(this).dueAt();
  }

  /** Whether a record of that time is on time. */
  public boolean isOnTime(Instant recordTime) {
    return recordTime.isBefore(PeriodFacts.of(this).dueInstant());
  }

  /** Whether {@code date} is one of its days. */
  public boolean contains(LocalDate date) {
    return !date.isBefore(firstDay()) && !date.isAfter(lastDay());
  }

  /** Whether all days of {@code other}, a period of the same regime, are days of this one. */
  public boolean contains(Period other) {
    return year == other.year
        && lastMonth() - length.months() <= other.lastMonth() - other.length.months()
        && other.lastMonth() <= lastMonth();
  }

  /** Whether its last day is before the last day of {@code other}, of the same regime. */
  public boolean endsBefore(Period other) {
    return year < other.year || (year == other.year && lastMonth() < other.lastMonth());
  }

  /** The number within the year of its last month, 1 to 12. */
  public int lastMonth() {
    return index * length.months();
  }

  /** Whether a national table is made for it. */
  public boolean isTarget() {
    return length.isTarget();
  }

  /** The target periods that contain it, itself included, shortest first. */
  public List<Period> targets() {
    return PeriodFacts.of(this).targets();
  }

  /** All periods whose days are days of this one, itself included. */
  public List<Period> within() {
    return inYear(regime, year).stream().filter(this::contains).toList();
  }

  /** All periods of a year, shortest first. */
  public static List<Period> inYear(Regime regime, int year) {
    return LENGTHS.stream().flatMap(length -> ofYear(regime, year, length).stream()).toList();
  }

  /** A year's halves, a half's quarters, a quarter's months; a month has none. */
  public List<Period> parts() {
    return PeriodFacts.of(this).parts();
  }

  @Override
  public String toString() {
    return label();
  }
}
