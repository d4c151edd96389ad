package vn.tonghop.standalone.rollup;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import vn.tonghop.producer.settings.Settings;
import vn.tonghop.standalone.Await;

/** {@code ./tonghop outbox} as people run it. */
final class OutboxProcess implements AutoCloseable {

  private static final Path LAUNCHER = Path.of(System.getProperty("tonghop.root"), "tonghop");

  private static final Duration START = Duration.ofMinutes(2);

  private final Process process;
  private final Path err;

  private OutboxProcess(Process process, Path err) {
    this.process = process;
    this.err = err;
  }

  /** Starts it on the folder and returns at once; what it prints goes beside the folder. */
  static OutboxProcess start(Path folder, Settings settings, String... more) throws IOException {
    Path beside = folder.toAbsolutePath().getParent();
    Path out = Files.createTempFile(beside, "outbox-", ".out");
    Path err = Path.of(out.toString().replace(".out", ".err"));
    List<String> command = new ArrayList<>();
    command.addAll(List.of(LAUNCHER.toString(), "outbox", folder.toString()));
    command.addAll(List.of("--bootstrap", settings.bootstrap()));
    command.addAll(List.of("--registry", settings.registry(), "--lang", "en"));
    command.addAll(List.of(more));
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
    builder.environment().put("TONGHOP_NO_BUILD", "1");
    return new OutboxProcess(builder.start(), err);
  }

  /** Returns when it has said what waits, and begins to send. */
  void awaitRunning() {
    Await.until("the outbox runs", START, () -> err.toFile().length() > 0);
  }

  /** kill -9; it must not have ended by itself. */
  void kill() throws InterruptedException, IOException {
    String said = Files.readString(err);
    assertTrue(process.isAlive(), () -> "it had ended: " + said);
    process.destroyForcibly().waitFor();
  }

  /** Its exit code, once it has ended by itself. */
  int awaitEnd(Duration patience) throws InterruptedException, IOException {
    boolean ended = process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
    String said = Files.readString(err);
    assertTrue(ended, () -> "it goes on: " + said);
    return process.exitValue();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
