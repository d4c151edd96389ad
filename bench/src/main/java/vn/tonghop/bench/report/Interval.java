package vn.tonghop.bench.report;

import java.util.Arrays;
import java.util.Random;

/**
 * A median and where it would lie in 95 of 100 repetitions, by the bootstrap.
 *
 * @param samples how many values it rests on
 */
public record Interval(double median, double low, double high, int samples) {

  private static final int RESAMPLES = 10_000;
  private static final double TAIL = 0.025;
  private static final long SEED = 20_261_122;

  /**
   * Of values of the same kind, one a round.
   *
   * @throws IllegalArgumentException if there are none
   */
  public static Interval of(double... values) {
    if (values.length == 0) {
      throw new IllegalArgumentException("no values");
    }
    Random random = new Random(SEED);
    double[] medians = new double[RESAMPLES];
    double[] resample = new double[values.length];
    for (int i = 0; i < RESAMPLES; i++) {
      for (int j = 0; j < values.length; j++) {
        resample[j] = values[random.nextInt(values.length)];
      }
      medians[i] = median(resample);
    }
    Arrays.sort(medians);
    int tail = (int) (RESAMPLES * TAIL);
    return new Interval(
        median(values), medians[tail], medians[RESAMPLES - 1 - tail], values.length);
  }

  /** The middle value, or the mean of the two in the middle. */
  static double median(double... values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int half = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
  }

  @Override
  public String toString() {
    return samples == 1
        ? Figures.plain(median)
        : "%s [%s, %s]".formatted(Figures.plain(median), Figures.plain(low), Figures.plain(high));
  }
}
