package vn.tonghop.standalone;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Another JVM with the tests' class path, to be killed; its main class prints one line when ready.
 */
public final class HelperJvm implements AutoCloseable {
  private final Process process;
  private final String ready;

  private HelperJvm(Process process, String ready) {
    this.process = process;
    this.ready = ready;
  }

  public static HelperJvm start(Class<?> main, String... arguments) throws IOException {
    return start(List.of(), main, arguments);
  }

  /**
   * Starts one and waits for its line.
   *
   * @param options of the JVM, e.g. {@code -Xmx256m}
   */
  public static HelperJvm start(List<String> options, Class<?> main, String... arguments)
      throws IOException {
    return start(options, ProcessBuilder.Redirect.INHERIT, main, arguments);
  }

  /** The same with options, and with what it says on standard error in a file. */
  public static HelperJvm logging(
      Path errors, List<String> options, Class<?> main, String... arguments) throws IOException {
    return start(options, ProcessBuilder.Redirect.appendTo(errors.toFile()), main, arguments);
  }

  /** The same, with what it says on standard error in a file. */
  static HelperJvm logging(Path errors, Class<?> main, String... arguments) throws IOException {
    return start(List.of(), ProcessBuilder.Redirect.appendTo(errors.toFile()), main, arguments);
  }

  private static HelperJvm start(
      List<String> options, ProcessBuilder.Redirect errors, Class<?> main, String... arguments)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(ShortLived.options());
    command.addAll(options);
    command.addAll(
        List.of(
            "-cp",
            System.getProperty("java.class.path"),
            "-D" + Distribution.PROPERTY + "=" + Distribution.find().folder(),
            "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
            "-XX:+UseSerialGC",
            main.getName()));
    command.addAll(List.of(arguments));
    Process process = new ProcessBuilder(command).redirectError(errors).start();
    BufferedReader out =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    String ready = out.readLine();
    if (ready == null) {
      throw new IOException(main + " ended without a word");
    }
    return new HelperJvm(process, ready);
  }

  /** The words of the line that it printed when ready. */
  public List<String> ready() {
    return List.of(ready.split(" ", -1));
  }

  /** Of the process. */
  public long pid() {
    return process.pid();
  }

  /** SIGTERM; does not wait. */
  public void ask() {
    process.destroy();
  }

  /** Whether it still runs. */
  public boolean isAlive() {
    return process.isAlive();
  }

  /** Its exit code, once it has ended by itself. */
  public int awaitEnd(Duration patience) throws InterruptedException {
    if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
      throw new AssertionError("still running after " + patience);
    }
    return process.exitValue();
  }

  /** kill -9. */
  public void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** SIGTERM; returns when it has ended. */
  public void end() throws InterruptedException {
    process.destroy();
    process.waitFor();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
