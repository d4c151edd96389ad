package vn.tonghop.domain.standing;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * Counts of tasks that are not cancelled, and their rates (roll-up.md §5).
 *
 * @param completedInPeriod completed on a day of the target period
 * @param percentSum the sum of percent, not a count
 */
public record Measures(
    long assigned,
    long completedOnTime,
    long completedLate,
    long openOnTrack,
    long openOverdue,
    long completedInPeriod,
    long percentSum) {

  public static final Measures ZERO = new Measures(0, 0, 0, 0, 0, 0, 0);

  private static final int RATE_PLACES = 4;
  private static final long WHOLE = 100;

  /** The sum of both. */
  public Measures plus(Measures other) {
    return new Measures(
        Math.addExact(assigned, other.assigned),
        Math.addExact(completedOnTime, other.completedOnTime),
        Math.addExact(completedLate, other.completedLate),
        Math.addExact(openOnTrack, other.openOnTrack),
        Math.addExact(openOverdue, other.openOverdue),
        Math.addExact(completedInPeriod, other.completedInPeriod),
        Math.addExact(percentSum, other.percentSum));
  }

  /** Tasks completed, on time or late. */
  public long done() {
    return Math.addExact(completedOnTime, completedLate);
  }

  /** Completed of what has fallen due or was done before: the headline rate; null if nothing. */
  public @Nullable BigDecimal rateDue() {
    return rate(done(), Math.addExact(done(), openOverdue));
  }

  /** Completed of all assigned; null if none is. */
  public @Nullable BigDecimal rateAll() {
    return rate(done(), assigned);
  }

  /** Share of the volume of work; null if nothing is assigned. */
  public @Nullable BigDecimal rateVolume() {
    return rate(percentSum, Math.multiplyExact(WHOLE, assigned));
  }

  private static @Nullable BigDecimal rate(long numerator, long denominator) {
    return denominator == 0
        ? null
        : BigDecimal.valueOf(numerator)
            .divide(BigDecimal.valueOf(denominator), RATE_PLACES, RoundingMode.HALF_UP);
  }
}
