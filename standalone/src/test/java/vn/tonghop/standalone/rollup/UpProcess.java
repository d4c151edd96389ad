package vn.tonghop.standalone.rollup;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import vn.tonghop.producer.settings.Settings;
import vn.tonghop.standalone.Await;
import vn.tonghop.standalone.Patient;

/** {@code ./tonghop up} as people run it: the launcher, with the process that it starts in turn. */
final class UpProcess implements AutoCloseable {

  private static final Path LAUNCHER = Path.of(System.getProperty("tonghop.root"), "tonghop");
  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final Duration CLEAN_END = Duration.ofMinutes(3);

  private final Process process;
  private final Path data;
  private final Path out;
  private final Path err;
  private final long begun = System.nanoTime();

  private UpProcess(Process process, Path data, Path out, Path err) {
    this.process = process;
    this.data = data;
    this.out = out;
    this.err = err;
  }

  /** Starts it on the folder and returns at once; what it prints goes beside the folder. */
  static UpProcess start(Path data, String... more) throws IOException {
    Path out = Files.createTempFile(data.toAbsolutePath().getParent(), "up-", ".out");
    Path err = Path.of(out.toString().replace(".out", ".err"));
    List<String> command = new ArrayList<>();
    command.addAll(List.of(LAUNCHER.toString(), "up", "--data", data.toString()));
    if (!List.of(more).contains("--broker-port")) {
      command.addAll(List.of("--broker-port", "0", "--registry-port", "0"));
    }
    command.addAll(List.of(more));
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
    builder.environment().put("TONGHOP_NO_BUILD", "1");
    return new UpProcess(builder.start(), data, out, err);
  }

  /** Waits for its line, and says how long it took from the start of the process. */
  Duration awaitReady() {
    Await.until("up is ready", PATIENCE, () -> isReady() || !process.isAlive());
    Duration took = Duration.ofNanos(System.nanoTime() - begun);
    assertTrue(isReady(), () -> "up ended: " + error());
    return took;
  }

  boolean isReady() {
    return output().startsWith("ready ") && output().endsWith("\n");
  }

  boolean isAlive() {
    return process.isAlive();
  }

  long pid() {
    return process.pid();
  }

  String output() {
    return read(out);
  }

  /** What it has written to standard error. */
  String error() {
    return read(err);
  }

  /** What a sender or reader would set; from its line, so it must be ready. */
  Settings settings() {
    return new Settings(
        value("bootstrap"), value("registry"), Ground.REGIME, data, Patient.SETTINGS);
  }

  Map<String, Object> config() {
    return new HashMap<>(
        Map.of("bootstrap.servers", value("bootstrap"), "schema.registry.url", value("registry")));
  }

  private String value(String name) {
    for (String word : output().strip().split(" ", -1)) {
      if (word.startsWith(name + "=")) {
        return word.substring(name.length() + 1);
      }
    }
    throw new AssertionError("no " + name + " in: " + output());
  }

  /** Processes that it has started. */
  List<ProcessHandle> children() {
    return process.descendants().toList();
  }

  /** kill -9 of the process alone; its children have to notice. */
  void kill() throws InterruptedException {
    List<ProcessHandle> children = children();
    process.destroyForcibly().waitFor();
    awaitGone(children);
  }

  /** SIGTERM. */
  int end() throws InterruptedException {
    List<ProcessHandle> children = children();
    process.destroy();
    int code = awaitExit();
    awaitGone(children);
    return code;
  }

  /** Waits until it ends by itself. */
  int awaitExit() throws InterruptedException {
    assertTrue(
        process.waitFor(CLEAN_END.toMillis(), TimeUnit.MILLISECONDS), () -> "goes on: " + error());
    return process.exitValue();
  }

  private static void awaitGone(List<ProcessHandle> children) {
    // One that nobody has waited for is a zombie, which ProcessHandle calls alive.
    Await.until(
        "its children are gone",
        PATIENCE,
        () -> children.stream().noneMatch(each -> each.info().command().isPresent()));
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
