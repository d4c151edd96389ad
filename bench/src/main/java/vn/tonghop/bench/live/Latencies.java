package vn.tonghop.bench.live;

import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/**
 * Times from the intended append to the table, of the reports whose intended append lies in the
 * measured time: those before it warm up.
 */
public final class Latencies implements Sighting {

  private static final long HIGHEST_MICROS = TimeUnit.MINUTES.toMicros(10);
  private static final int DIGITS = 3;
  private static final double MICROS_A_MILLI = 1000;

  private final Histogram micros = new Histogram(HIGHEST_MICROS, DIGITS);
  private final long from;

  /**
   * @param from the first instant that counts, as of {@code nanoTime}
   */
  public Latencies(long from) {
    this.from = from;
  }

  @Override
  public synchronized void record(long intended, long seen) {
    if (intended - from >= 0) {
      micros.recordValue(
          Math.min(HIGHEST_MICROS, Math.max(0, TimeUnit.NANOSECONDS.toMicros(seen - intended))));
    }
  }

  /** How many are counted. */
  public synchronized long count() {
    return micros.getTotalCount();
  }

  /** Milliseconds within which {@code percent} of 100 were seen. */
  public synchronized double percentile(double percent) {
    return micros.getValueAtPercentile(percent) / MICROS_A_MILLI;
  }

  /** The longest, milliseconds. */
  public synchronized double max() {
    return micros.getMaxValue() / MICROS_A_MILLI;
  }
}
