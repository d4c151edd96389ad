package vn.tonghop.bench.workload;

import java.util.ArrayList;
import java.util.List;
import vn.tonghop.domain.period.Period;
import vn.tonghop.domain.period.PeriodLength;
import vn.tonghop.domain.period.Regime;

/**
 * Which documents fall due, one after the other: month by month, in each month its months,
 * quarters, halves and years, programme by programme, the units of each in an order of their own.
 */
final class Calendar {

  static final int PROGRAMMES_A_YEAR = 20;
  static final Regime REGIME = Regime.DECREE_09_2019;

  /** Far ahead, so that reports are on time whenever the measurement is made. */
  private static final int FIRST_YEAR = 2031;

  /** The last programme of each year looks back at a year gone by: its reports are late. */
  private static final int FIRST_LATE_YEAR = 2001;

  private static final int LATE_YEARS = 20;
  private static final int MONTHS = 12;

  private final Dice dice;
  private final int units;
  private final List<PlaceInYear> places;

  Calendar(Dice dice, int units) {
    this.dice = dice;
    this.units = units;
    this.places = places();
  }

  private record PlaceInYear(PeriodLength length, int index) {}

  /** One document that is due: its revisions come later. */
  record Due(int year, int programme, int unit, Period period) {}

  static String programme(int year, int number) {
    return "BM-%d-%02d".formatted(FIRST_YEAR + year, number + 1);
  }

  /** The year of the calendar, from 0, that a programme's code names. */
  static int year(String programme) {
    return Integer.parseInt(programme.substring(3, 7)) - FIRST_YEAR;
  }

  static int reportingYear(int year, int number) {
    return number == PROGRAMMES_A_YEAR - 1
        ? FIRST_LATE_YEAR + year % LATE_YEARS
        : FIRST_YEAR + year;
  }

  long documentsAYear() {
    return (long) places.size() * PROGRAMMES_A_YEAR * units;
  }

  /** The document at that place of the endless calendar, from 0. */
  Due due(long document) {
    int year = Math.toIntExact(document / documentsAYear());
    int within = (int) (document % documentsAYear());
    int programme = within / units % PROGRAMMES_A_YEAR;
    PlaceInYear place = places.get(within / units / PROGRAMMES_A_YEAR);
    Period period =
        new Period(REGIME, reportingYear(year, programme), place.length(), place.index());
    return new Due(year, programme, unit(document / units, within % units), period);
  }

  /** A step that shares no divisor with the number of units visits each of them once. */
  private int unit(long group, int place) {
    int step = 1 + dice.below(2 * group, units);
    while (gcd(step, units) != 1) {
      step++;
    }
    return (int) ((dice.below(2 * group + 1, units) + (long) place * step) % units);
  }

  private static int gcd(int a, int b) {
    return b == 0 ? a : gcd(b, a % b);
  }

  private static List<PlaceInYear> places() {
    List<PlaceInYear> places = new ArrayList<>();
    for (int month = 1; month <= MONTHS; month++) {
      for (PeriodLength length : PeriodLength.values()) {
        if (month % length.months() == 0) {
          places.add(new PlaceInYear(length, month / length.months()));
        }
      }
    }
    return List.copyOf(places);
  }
}
