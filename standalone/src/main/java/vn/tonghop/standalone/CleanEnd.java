package vn.tonghop.standalone;

import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Ends a long-running command on SIGTERM or Ctrl-C: closes what it runs, and exits with 0, since to
 * be ended is what it was waiting for. By itself a JVM would say 143.
 */
final class CleanEnd {

  private final AtomicBoolean ended = new AtomicBoolean();

  private CleanEnd() {}

  /** Closes when the process is asked to end. */
  static CleanEnd closing(Runnable close) {
    CleanEnd end = new CleanEnd();
    Runtime.getRuntime().addShutdownHook(new Thread(() -> end.close(close), "clean-end"));
    return end;
  }

  /** The command ends by itself: its own exit code stands. */
  void byItself() {
    ended.set(true);
  }

  private void close(Runnable close) {
    // Looked at first: what is closed lets the command end too.
    boolean askedFor = !ended.get();
    try {
      close.run();
    } finally {
      if (askedFor) {
        Runtime.getRuntime().halt(0);
      }
    }
  }
}
