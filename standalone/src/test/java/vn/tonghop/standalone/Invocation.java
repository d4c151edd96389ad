package vn.tonghop.standalone;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** One command line, run in this JVM. */
public record Invocation(int exit, String out, String err) {

  public static Invocation of(String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int exit =
        Tonghop.commandLine(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8))
            .execute(arguments);
    return new Invocation(
        exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  static Invocation of(List<String> arguments) {
    return of(arguments.toArray(String[]::new));
  }

  /** Fails with what the command said if it ended otherwise. */
  Invocation expecting(int expected) {
    assertEquals(expected, exit, () -> "out: " + out + "\nerr: " + err);
    return this;
  }

  public List<String> lines() {
    return out.lines().toList();
  }
}
