package vn.tonghop.standalone;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Ends a long-running command on SIGTERM or Ctrl-C: closes what it runs, and exits with 0, since to
 * be ended is what it was waiting for. By itself a JVM would say 143.
 */
final class CleanEnd {

  private final AtomicReference<@Nullable Runnable> close = new AtomicReference<>();
  private final AtomicBoolean ended = new AtomicBoolean();

  private CleanEnd() {}

  /** From now on, what {@link #closing} names is closed when the process is asked to end. */
  static CleanEnd begin() {
    CleanEnd end = new CleanEnd();
    Runtime.getRuntime().addShutdownHook(new Thread(end::close, "clean-end"));
    return end;
  }

  /** What to close; until it is said, there is nothing to close. */
  void closing(Runnable running) {
    close.set(running);
  }

  /** The command ends by itself: its own exit code stands. */
  void byItself() {
    ended.set(true);
  }

  private void close() {
    // Looked at first: what is closed lets the command end too.
    boolean askedFor = !ended.get();
    try {
      Runnable running = close.get();
      if (running != null) {
        running.run();
      }
    } finally {
      if (askedFor) {
        Runtime.getRuntime().halt(0);
      }
    }
  }
}
