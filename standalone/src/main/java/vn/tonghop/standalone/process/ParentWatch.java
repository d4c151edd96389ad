package vn.tonghop.standalone.process;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;

/**
 * A child process outlives a killed parent. This reads standard input in the child, whose other end
 * only the parent holds, to its end, and then ends the child at once. It is an agent, or the main
 * class before the child's own: a JVM that is to leave an archive of its classes takes no agent.
 */
public final class ParentWatch {
  private static final int PARENT_GONE = 3;

  private ParentWatch() {}

  /**
   * Goes on to the child's own main class.
   *
   * @param arguments its name, then what it is given
   */
  public static void main(String[] arguments) throws Throwable {
    premain("");
    Method main = Class.forName(arguments[0]).getMethod("main", String[].class);
    try {
      main.invoke(null, (Object) Arrays.copyOfRange(arguments, 1, arguments.length));
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

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
