package vn.tonghop.bench.codec;

import java.lang.management.ManagementFactory;
import java.util.function.IntToLongFunction;

/**
 * How fast one thread does something, and how much it allocates.
 *
 * @param perSecond of processor time
 * @param bytesEach allocated
 * @param checksum of the results, so that no work can be left out as unused
 */
record Pace(double perSecond, double bytesEach, long checksum) {

  private static final double SECOND = 1e9;

  private static final com.sun.management.ThreadMXBean THREADS =
      (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();

  /**
   * Does it again and again, first without measuring.
   *
   * @param items that there are; {@code work} gets their numbers in turn and returns anything that
   *     depends on the result
   * @param nanos of wall time for the warm-up, and again for the measurement
   */
  static Pace of(int items, long nanos, IntToLongFunction work) {
    repeat(items, nanos, work);
    return repeat(items, nanos, work);
  }

  private static Pace repeat(int items, long nanos, IntToLongFunction work) {
    long self = Thread.currentThread().getId();
    long allocated = THREADS.getThreadAllocatedBytes(self);
    long used = THREADS.getCurrentThreadCpuTime();
    long end = System.nanoTime() + nanos;
    long done = 0;
    long checksum = 0;
    do {
      for (int i = 0; i < items; i++) {
        checksum += work.applyAsLong(i);
      }
      done += items;
    } while (System.nanoTime() < end);
    return new Pace(
        done * SECOND / (THREADS.getCurrentThreadCpuTime() - used),
        (THREADS.getThreadAllocatedBytes(self) - allocated) / (double) done,
        checksum);
  }
}
