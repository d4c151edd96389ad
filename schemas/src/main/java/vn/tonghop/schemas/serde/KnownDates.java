package vn.tonghop.schemas.serde;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Dates of reports lie within few years, and to make one takes several divisions: each of {@value
 * #DAYS} days is made once. May be shared between threads, since a date's fields are final.
 */
final class KnownDates {
  private static final int FIRST = (int) LocalDate.of(2010, 1, 1).toEpochDay();

  /** To 2054. */
  private static final int DAYS = 1 << 14;

  private final @Nullable LocalDate[] dates = new LocalDate[DAYS];

  LocalDate date(int epochDay) {
    int place = epochDay - FIRST;
    if (place < 0 || place >= DAYS) {
      return LocalDate.ofEpochDay(epochDay);
    }
    LocalDate known = dates[place];
    if (known == null) {
      known = LocalDate.ofEpochDay(epochDay);
      dates[place] = known;
    }
    return known;
  }
}
