package vn.tonghop.standalone.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A JVM of the same installation, as a child of this one. It ends with this process, however that
 * ends, by {@link ParentWatch}.
 */
public final class ChildJvm implements AutoCloseable {
  /** How long one may take to end that has nothing to do before. */
  public static final Duration LONGEST_CLOSE = Duration.ofSeconds(15);

  private static final int TAIL_LINES = 30;

  private static final int SIGKILLED = 128 + 9;

  /** Ctrl-C in a terminal reaches the child too; it is for the parent to say when it ends. */
  private static final List<String> DEAF_TO_CTRL_C =
      List.of("/bin/sh", "-c", "trap '' INT; exec \"$0\" \"$@\"");

  private final Process process;
  private final Path log;

  private ChildJvm(Process process, Path log) {
    this.process = process;
    this.log = log;
  }

  /**
   * Starts it and returns at once.
   *
   * @param agent the jar that holds {@link ParentWatch}
   * @param log takes what it prints; replaced
   */
  public static ChildJvm start(List<String> arguments, Path agent, Path log) {
    List<String> watched = new ArrayList<>(List.of("-javaagent:" + agent));
    watched.addAll(arguments);
    return start(watched, log);
  }

  /** The same for arguments that have {@link ParentWatch} as their main class. */
  public static ChildJvm start(List<String> arguments, Path log) {
    List<String> command = new ArrayList<>();
    if (Files.isExecutable(Path.of(DEAF_TO_CTRL_C.get(0)))) {
      command.addAll(DEAF_TO_CTRL_C);
    }
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(arguments);
    try {
      ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
      return new ChildJvm(builder.redirectOutput(log.toFile()).start(), log);
    } catch (IOException e) {
      throw new StartException("a Java process could not be started: " + e.getMessage(), e);
    }
  }

  public long pid() {
    return process.pid();
  }

  public boolean hasEnded() {
    return !process.isAlive();
  }

  /** Whether it had no time to end in order; only once it has ended. */
  public boolean wasKilled() {
    return process.exitValue() == SIGKILLED;
  }

  /** Waits for its end, no longer than the given time; true when it has ended. */
  public boolean endsWithin(Duration time) {
    try {
      return process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StartException("interrupted", e);
    }
  }

  /** What it has printed so far. */
  public String output() {
    try {
      return new String(Files.readAllBytes(log), StandardCharsets.UTF_8);
    } catch (IOException e) {
      return "(its log " + log + " cannot be read: " + e + ")";
    }
  }

  /** The last lines that it has printed, for an error's message; causes without stack frames. */
  public String tail() {
    List<String> lines = output().lines().filter(line -> !line.startsWith("\t")).toList();
    return String.join("\n", lines.subList(Math.max(0, lines.size() - TAIL_LINES), lines.size()));
  }

  /** Asks it to end, and kills it when it does not within 15 s. */
  @Override
  public void close() {
    end(LONGEST_CLOSE);
  }

  /**
   * The same with another patience; returns when it is gone.
   *
   * @return whether it need not be killed
   */
  public boolean end(Duration patience) {
    process.destroy();
    try {
      if (process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        return true;
      }
      process.destroyForcibly().waitFor();
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
    return false;
  }
}
