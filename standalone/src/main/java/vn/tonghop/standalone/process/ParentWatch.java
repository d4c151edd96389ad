package vn.tonghop.standalone.process;

import java.io.IOException;

/**
 * A child process outlives a killed parent. As an agent in the child this reads standard input,
 * whose other end only the parent holds, to its end, and then ends the child at once.
 */
public final class ParentWatch {
  private static final int PARENT_GONE = 3;

  private ParentWatch() {}

  /** Called by the JVM before the child's main method. */
  public static void premain(String ignored) {
    Thread watch = new Thread(ParentWatch::haltAtEndOfInput, "parent-watch");
    watch.setDaemon(true);
    watch.start();
  }

  private static void haltAtEndOfInput() {
    try {
      while (System.in.read() >= 0) {
        // The parent writes nothing; whatever comes is not the end.
      }
    } catch (IOException parentGone) {
      // A broken pipe says the same as its end.
    }
    Runtime.getRuntime().halt(PARENT_GONE);
  }
}
