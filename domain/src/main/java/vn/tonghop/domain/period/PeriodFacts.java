package vn.tonghop.domain.period;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What follows from a period. Each report asks for it dozens of times, so that of the years that
 * reports are of it is kept once it was worked out.
 */
record PeriodFacts(
    String label,
    LocalDate firstDay,
    LocalDate lastDay,
    LocalDate dueOn,
    OffsetDateTime dueAt,
    Instant dueInstant,
    List<Period> targets,
    List<Period> parts) {

  private static final int FIRST_YEAR = 2000;
  private static final int YEARS = 100;
  private static final int PER_YEAR =
      Arrays.stream(PeriodLength.values()).mapToInt(PeriodLength::perYear).sum();

  /** By place; null until asked for. Two threads may work out the same one: either is as good. */
  private static final Map<Regime, @Nullable PeriodFacts[]> KNOWN = new EnumMap<>(Regime.class);

  static {
    for (Regime regime : Regime.values()) {
      KNOWN.put(regime, new PeriodFacts[YEARS * PER_YEAR]);
    }
  }

  static PeriodFacts of(Period period) {
    int year = period.year() - FIRST_YEAR;
    @Nullable PeriodFacts[] known = KNOWN.get(period.regime());
    if (known == null || year < 0 || year >= YEARS) {
      return workOut(period);
    }
    int place = place(period);
    @Nullable PeriodFacts facts = known[place];
    if (facts == null) {
      facts = workOut(period);
      known[place] = facts;
    }
    return facts;
  }

  private static int place(Period period) {
    int year = period.year() - FIRST_YEAR;
    return year * PER_YEAR + before(period.length()) + period.index() - 1;
  }

  /** How many periods of a year are shorter. */
  private static int before(PeriodLength length) {
    return switch (length) {
      case MONTH -> 0;
      case QUARTER -> 12;
      case HALF -> 16;
      case YEAR -> 18;
    };
  }

  private static PeriodFacts workOut(Period period) {
    Regime regime = period.regime();
    int firstMonth = (period.index() - 1) * period.length().months() + 1;
    LocalDate lastDay = regime.lastDay(YearMonth.of(period.year(), period.lastMonth()));
    LocalDate dueOn = regime.dueOn(lastDay);
    OffsetDateTime dueAt = dueOn.plusDays(1).atStartOfDay().atOffset(Regime.ZONE);
    return new PeriodFacts(
        label(period),
        regime.firstDay(YearMonth.of(period.year(), firstMonth)),
        lastDay,
        dueOn,
        dueAt,
        dueAt.toInstant(),
        targets(period),
        parts(period));
  }

  private static String label(Period period) {
    int index = period.index();
    String number = period.length() == PeriodLength.MONTH && index < 10 ? "0" + index : "" + index;
    return period.year() + "-" + period.length().letter() + number;
  }

  private static List<Period> targets(Period period) {
    return Arrays.stream(PeriodLength.values())
        .filter(longer -> longer.isTarget() && longer.months() >= period.length().months())
        .map(
            longer ->
                new Period(
                    period.regime(),
                    period.year(),
                    longer,
                    (period.lastMonth() - 1) / longer.months() + 1))
        .toList();
  }

  private static List<Period> parts(Period period) {
    return period
        .length()
        .shorter()
        .map(
            shorter ->
                Period.ofYear(period.regime(), period.year(), shorter).stream()
                    .filter(period::contains)
                    .toList())
        .orElse(List.of());
  }
}
