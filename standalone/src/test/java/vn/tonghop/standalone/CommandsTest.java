package vn.tonghop.standalone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What the README tells people to type does what it says. Runs the launcher, after the build. */
@Tag("built")
class CommandsTest {

  private static final Path ROOT = Path.of(System.getProperty("tonghop.root"));
  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final Duration CLEAN_END = Duration.ofMinutes(3);
  private static final int ENDED_BY_SIGTERM = 143;

  /** They build, or want what a test does not have. */
  private static final Set<String> NOT_RUN = Set.of("mvn", "git", "cd", "docker");

  private final Path folder;
  private final Path checkout;
  private final Readme readme = readme();
  private int started;

  CommandsTest(@TempDir Path folder) throws IOException {
    this.folder = folder;
    this.checkout = Files.createDirectory(folder.resolve("checkout"));
  }

  /** What commands write goes beside links to the checkout, not into it. */
  @BeforeEach
  void linkTheCheckout() throws IOException {
    try (Stream<Path> entries = Files.list(ROOT)) {
      for (Path entry : entries.toList()) {
        String name = entry.getFileName().toString();
        if (!name.startsWith(".") && !name.equals("data")) {
          Files.createSymbolicLink(checkout.resolve(name), entry);
        }
      }
    }
  }

  @TestFactory
  Stream<DynamicTest> eachShellCommandEndsAsTheReadmeSays() {
    List<String> commands =
        readme.shell().stream()
            .filter(line -> !NOT_RUN.contains(line.split(" ", 2)[0]))
            .map(line -> line.replaceFirst("^\\./tonghop demo\\b", "./tonghop demo --exit"))
            .toList();
    assertFalse(commands.isEmpty(), "the README shows no command");
    return commands.stream().map(line -> DynamicTest.dynamicTest(line, () -> endsAsSaid(line)));
  }

  @Test
  @Timeout(value = 600, unit = TimeUnit.SECONDS)
  void theSessionOfUpRunsAndEndsCleanly() throws Exception {
    List<String> session = readme.session("./tonghop up");
    assertFalse(session.isEmpty(), "the README shows no session of up");
    String up = session.get(0).replaceFirst("\\s*(&|#.*)$", "");
    Process process =
        start(
            "exec %s --data '%s' --broker-port 0 --registry-port 0"
                .formatted(up, folder.resolve("data")),
            "up");
    try {
      Path out = folder.resolve("up.out");
      Await.until(
          "up is ready",
          PATIENCE,
          () -> !process.isAlive() || read(out).matches("(?s)(.*\n)?ready [^\n]*\n.*"));
      assertTrue(process.isAlive(), () -> said("up"));
      String ready = read(out);
      assertTrue(
          ready.matches("ready bootstrap=\\S+:\\d+ registry=http://\\S+( \\S+=\\S+)*\\n"), ready);
      String options =
          " --bootstrap %s --registry %s"
              .formatted(value(ready, "bootstrap"), value(ready, "registry"));
      for (String command : session.subList(1, session.size())) {
        endsAsSaid(command.replaceFirst("(?=\\s*([|>#].*)?$)", options));
      }
      process.destroy();
      assertTrue(process.waitFor(CLEAN_END.toMillis(), TimeUnit.MILLISECONDS), "it goes on");
      assertTrue(Set.of(0, ENDED_BY_SIGTERM).contains(process.exitValue()), () -> said("up"));
      assertFalse(said("up").contains("Exception"), () -> said("up"));
    } finally {
      process.destroyForcibly();
    }
  }

  private void endsAsSaid(String line) throws IOException, InterruptedException {
    String name = "command-" + ++started;
    Process process = start(line, name);
    try {
      boolean ended = process.waitFor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
      assertTrue(ended, () -> line + " goes on\n" + said(name));
      assertEquals(
          line.endsWith("# exit 1") ? 1 : 0, process.exitValue(), () -> line + "\n" + said(name));
      assertFalse(said(name).contains("\tat "), () -> line + "\n" + said(name));
    } finally {
      process.destroyForcibly();
    }
  }

  private Process start(String line, String name) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder("bash", "-c", line)
            .directory(checkout.toFile())
            .redirectOutput(folder.resolve(name + ".out").toFile())
            .redirectError(folder.resolve(name + ".err").toFile());
    builder.environment().put("TONGHOP_NO_BUILD", "1");
    return builder.start();
  }

  private String said(String name) {
    return read(folder.resolve(name + ".out")) + "\n" + read(folder.resolve(name + ".err"));
  }

  private static String value(String ready, String name) {
    for (String word : ready.strip().split(" ", -1)) {
      if (word.startsWith(name + "=")) {
        return word.substring(name.length() + 1);
      }
    }
    throw new AssertionError("no " + name + " in: " + ready);
  }

  private static Readme readme() throws IOException {
    Path file = ROOT.resolve("README.md");
    if (Files.exists(file)) {
      return new Readme(Files.readString(file));
    }
    try (InputStream in = CommandsTest.class.getResourceAsStream("README.md")) {
      return new Readme(
          new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
