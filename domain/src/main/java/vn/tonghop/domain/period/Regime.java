package vn.tonghop.domain.period;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** Where a reporting year starts and when a report is due (roll-up.md §1). */
public enum Regime {
  /**
   * The year runs from 15 December to 14 December: Decree 09/2019/NĐ-CP, Article 12; due by the
   * 25th of the period's last month: Article 13.
   */
  DECREE_09_2019("decree-09-2019") {
    @Override
    LocalDate firstDay(YearMonth month) {
      return month.minusMonths(1).atDay(FIRST_DAY_OF_DECREE_MONTH);
    }

    @Override
    LocalDate lastDay(YearMonth month) {
      return month.atDay(FIRST_DAY_OF_DECREE_MONTH - 1);
    }

    @Override
    LocalDate dueOn(LocalDate lastDay) {
      return lastDay.withDayOfMonth(DUE_DAY_OF_DECREE);
    }
  },

  /** The civil year; due by the tenth day after the period's last day. */
  CALENDAR("calendar") {
    @Override
    LocalDate firstDay(YearMonth month) {
      return month.atDay(1);
    }

    @Override
    LocalDate lastDay(YearMonth month) {
      return month.atEndOfMonth();
    }

    @Override
    LocalDate dueOn(LocalDate lastDay) {
      return lastDay.plusDays(DAYS_TO_REPORT);
    }
  };

  /** The one zone of all dates and deadlines: Asia/Ho_Chi_Minh, which has no summer time. */
  public static final ZoneOffset ZONE = ZoneOffset.ofHours(7);

  private static final int FIRST_DAY_OF_DECREE_MONTH = 15;
  private static final int DUE_DAY_OF_DECREE = 25;
  private static final int DAYS_TO_REPORT = 10;

  private final String id;

  Regime(String id) {
    this.id = id;
  }

  /** Name on the wire and in settings, e.g. {@code decree-09-2019}. */
  public String id() {
    return id;
  }

  /** The regime of that {@link #id()}, or empty. */
  public static Optional<Regime> of(String id) {
    return Arrays.stream(values()).filter(regime -> regime.id.equals(id)).findFirst();
  }

  /** All ids, for messages: {@code decree-09-2019, calendar}. */
  public static String ids() {
    return Arrays.stream(values()).map(Regime::id).collect(Collectors.joining(", "));
  }

  /** First day, included, of a reporting month. */
  abstract LocalDate firstDay(YearMonth month);

  /** Last day, included, of a reporting month. */
  abstract LocalDate lastDay(YearMonth month);

  /** Last day, included, on which a report is on time for a period that ends on {@code lastDay}. */
  abstract LocalDate dueOn(LocalDate lastDay);
}
