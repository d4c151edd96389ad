package vn.tonghop.standalone;

import static org.junit.jupiter.api.Assertions.fail;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * Waits for what must come, as long as it may take and no longer; but the last look begins after
 * that time, since a machine that stood still for the rest of it has given nothing a chance.
 */
public final class Await {
  private static final Duration LOOK_EVERY = Duration.ofMillis(20);

  private Await() {}

  public static void until(String what, Duration patience, BooleanSupplier condition) {
    long deadline = System.nanoTime() + patience.toNanos();
    boolean isLast = false;
    while (!condition.getAsBoolean()) {
      if (isLast) {
        fail("not within " + patience.toMillis() + " ms: " + what);
      }
      LockSupport.parkNanos(LOOK_EVERY.toNanos());
      isLast = System.nanoTime() > deadline;
    }
  }
}
