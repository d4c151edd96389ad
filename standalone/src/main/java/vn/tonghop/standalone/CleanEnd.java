package vn.tonghop.standalone;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Ends a long-running command on SIGTERM or Ctrl-C: closes what it runs, and exits with 0, since to
 * be ended is what it was waiting for. By itself a JVM would say 143. What could not be closed, or
 * not in time, is told, and the exit code is 1.
 */
final class CleanEnd {

  /** A supervisor that loses patience kills: no later than anybody's should this one give up. */
  private static final Duration LONGEST = Duration.ofMinutes(10);

  private static final int FAILED = 1;

  private final AtomicReference<@Nullable Closing> closing = new AtomicReference<>();
  private final AtomicBoolean ended = new AtomicBoolean();

  private CleanEnd() {}

  /**
   * What to close.
   *
   * @param close says whether it is closed
   * @param within after which the process ends all the same
   */
  private record Closing(BooleanSupplier close, Duration within) {}

  /** From now on, what {@link #closing} names is closed when the process is asked to end. */
  static CleanEnd begin() {
    CleanEnd end = new CleanEnd();
    Runtime.getRuntime().addShutdownHook(new Thread(end::close, "clean-end"));
    return end;
  }

  /** What to close; until it is said, there is nothing to close. */
  void closing(Runnable running) {
    closing(
        LONGEST,
        () -> {
          running.run();
          return true;
        });
  }

  /** The same within a bound. */
  void closing(Duration within, BooleanSupplier close) {
    closing.set(new Closing(close, within));
  }

  /** The command ends by itself: its own exit code stands. */
  void byItself() {
    ended.set(true);
  }

  private void close() {
    // Looked at first: what is closed lets the command end too.
    boolean askedFor = !ended.get();
    Closing asked = closing.get();
    boolean closed = asked == null || isClosed(asked);
    if (askedFor) {
      Runtime.getRuntime().halt(closed ? 0 : FAILED);
    }
  }

  private static boolean isClosed(Closing asked) {
    AtomicBoolean closed = new AtomicBoolean();
    Thread closer = new Thread(() -> closed.set(asked.close().getAsBoolean()), "clean-end-close");
    closer.setDaemon(true);
    closer.start();
    try {
      closer.join(asked.within().toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (!closed.get()) {
      System.err.println("không kết thúc gọn được, lần chạy sau sẽ khôi phục trạng thái");
      System.err.println("not ended cleanly, the next start restores the state");
    }
    return closed.get();
  }
}
