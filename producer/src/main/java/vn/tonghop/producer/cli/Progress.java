package vn.tonghop.producer.cli;

import java.io.PrintWriter;

/** Shows on a terminal that a long load goes on; a log file is spared. */
final class Progress {

  private static final int EVERY = 500;

  private final PrintWriter err;
  private final boolean shown;
  private long done;

  Progress(PrintWriter err, boolean shown) {
    this.err = err;
    this.shown = shown;
  }

  /** On the process's own error stream, if a person is there to see it. */
  @SuppressWarnings("SystemConsoleNull") // Where it is never null, a log gets some lines more.
  static Progress onTerminal(PrintWriter err) {
    return new Progress(err, System.console() != null);
  }

  void step() {
    done++;
    if (shown && done % EVERY == 0) {
      err.printf("\r%,d", done);
      err.flush();
    }
  }

  void end() {
    if (shown && done >= EVERY) {
      err.print("\r              \r");
      err.flush();
    }
  }
}
