package vn.tonghop.bench.recovery;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import vn.tonghop.bench.live.Sighting;

/**
 * Waits for the first table that shows a report which was sent while the roll-up was dead: a table
 * that a transaction committed before its death left behind is none.
 */
final class FirstAfter implements Sighting {

  private final long death;
  private final CountDownLatch back = new CountDownLatch(1);
  private volatile long seenAt;

  /**
   * @param death when it was gone, as of {@code nanoTime}
   */
  FirstAfter(long death) {
    this.death = death;
  }

  @Override
  public synchronized void record(long intended, long seen) {
    if (intended - death > 0 && back.getCount() > 0) {
      seenAt = seen;
      back.countDown();
    }
  }

  /**
   * Waits for it and gives its instant.
   *
   * @throws IllegalStateException if it does not come within so many seconds
   */
  long await(long seconds) throws InterruptedException {
    if (!back.await(seconds, TimeUnit.SECONDS)) {
      throw new IllegalStateException("no table for " + seconds + " s after a kill");
    }
    return seenAt;
  }
}
