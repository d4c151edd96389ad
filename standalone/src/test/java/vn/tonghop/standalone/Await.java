package vn.tonghop.standalone;

import static org.junit.jupiter.api.Assertions.fail;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * Waits for what must come, as long as it may take and no longer. Of a machine that stands still a
 * second at most is counted, so that there is always another look after it.
 */
public final class Await {
  private static final Duration LOOK_EVERY = Duration.ofMillis(20);
  private static final long LONGEST_LOOK = Duration.ofSeconds(1).toNanos();

  private Await() {}

  public static void until(String what, Duration patience, BooleanSupplier condition) {
    long left = patience.toNanos();
    long last = System.nanoTime();
    while (!condition.getAsBoolean()) {
      long now = System.nanoTime();
      left -= Math.min(now - last, LONGEST_LOOK);
      last = now;
      if (left < 0) {
        fail("not within " + patience.toMillis() + " ms: " + what);
      }
      LockSupport.parkNanos(LOOK_EVERY.toNanos());
    }
  }
}
