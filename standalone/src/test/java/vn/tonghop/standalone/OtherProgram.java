package vn.tonghop.standalone;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A program that is not ours, run to its end. */
public record OtherProgram(int exit, String out, String err) {

  private static final long PATIENCE_SECONDS = 180;

  /** Whether it is there and ends with 0. */
  public static boolean runs(String... command) throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("runs");
    try {
      return run(folder, List.of(command)).exit() == 0;
    } catch (IOException e) {
      return false;
    } finally {
      Folders.delete(folder);
    }
  }

  /**
   * Runs it in this folder, and keeps there what it says.
   *
   * @throws IOException if there is no such program
   */
  public static OtherProgram run(Path folder, List<String> command)
      throws IOException, InterruptedException {
    Path out = Files.createTempFile(folder, "out", ".txt");
    Path err = Files.createTempFile(folder, "err", ".txt");
    Process process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
    if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
      throw new AssertionError(
          command + " still ran: " + Files.readString(out) + Files.readString(err));
    }
    return new OtherProgram(process.exitValue(), Files.readString(out), Files.readString(err));
  }

  /** Fails with what the program said if it ended otherwise. */
  public OtherProgram expecting(int expected) {
    assertEquals(expected, exit, this::toString);
    return this;
  }
}
