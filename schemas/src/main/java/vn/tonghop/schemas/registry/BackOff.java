package vn.tonghop.schemas.registry;

import java.time.Duration;

/**
 * Pauses between questions to a registry that is away: each twice the last, up to a bound.
 *
 * @param first the first pause
 * @param most the longest pause
 */
public record BackOff(Duration first, Duration most) {
  /** 200 ms, doubling to 5 s. */
  public static final BackOff DEFAULT = new BackOff(Duration.ofMillis(200), Duration.ofSeconds(5));

  private static final int MOST_DOUBLINGS = 20;

  /**
   * The pause after so many failures in a row.
   *
   * @param failures 1 or more
   */
  public Duration after(int failures) {
    Duration pause = first.multipliedBy(1L << Math.min(failures - 1, MOST_DOUBLINGS));
    return pause.compareTo(most) < 0 ? pause : most;
  }
}
