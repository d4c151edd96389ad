package vn.tonghop.samples;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import vn.tonghop.domain.period.Period;
import vn.tonghop.domain.period.PeriodLength;
import vn.tonghop.domain.report.IndicatorValue;

/**
 * The indicators of one body, made month by month, so that a quarter is the sum of its months and
 * posts at the end are posts at the start plus their changes.
 *
 * @param parts the bodies that it was made of, itself if of none
 */
record Statistics(List<String> parts) {

  private static final int LEAST_POSTS = 14_000;
  private static final int MOST_POSTS = 52_000;

  /** Pilot congresses were held from November 2024 to May 2025. */
  private static final int FIRST_CONGRESS = 2024 * 12 + 10;

  private static final int LAST_CONGRESS = 2025 * 12 + 4;

  /** All of them for a quarter, a half or a month; of a year or a half with quarters only posts. */
  List<IndicatorValue> of(Period period, boolean flows) {
    List<IndicatorValue> values = new ArrayList<>();
    if (flows) {
      values.add(value("PILOT_CONGRESSES", sum(period, this::congresses)));
    }
    values.add(value("POSTS", posts(period)));
    if (flows) {
      values.add(value("POSTS_CHANGE", sum(period, this::postsChange)));
      values.add(value("RECOMMENDATIONS", sum(period, this::recommendations)));
    }
    return values;
  }

  private int posts(Period period) {
    int posts = all(part -> Chance.of(part, "posts").between(LEAST_POSTS, MOST_POSTS));
    for (int month = 2024 * 12; month < monthAfter(period); month++) {
      posts += postsChange(month);
    }
    return posts;
  }

  private int postsChange(int month) {
    return all(part -> Chance.of(part, month, "posts change").between(-60, 12));
  }

  private int recommendations(int month) {
    return all(part -> Chance.of(part, month, "recommendations").between(0, 6));
  }

  private int congresses(int month) {
    return month < FIRST_CONGRESS || month > LAST_CONGRESS
        ? 0
        : all(part -> Chance.of(part, month, "congresses").between(0, 9));
  }

  private int all(ToIntFunction<String> each) {
    return parts.stream().mapToInt(each).sum();
  }

  private static int sum(Period period, IntUnaryOperator ofMonth) {
    int after = monthAfter(period);
    return IntStream.range(after - period.length().months(), after).map(ofMonth).sum();
  }

  /** Months since the year 0, January being the first of each. */
  private static int monthAfter(Period period) {
    return period.year() * PeriodLength.MONTH.perYear() + period.lastMonth();
  }

  private static IndicatorValue value(String code, int value) {
    return new IndicatorValue(code, BigDecimal.valueOf(value));
  }
}
