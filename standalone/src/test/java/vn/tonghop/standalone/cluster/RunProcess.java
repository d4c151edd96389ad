package vn.tonghop.standalone.cluster;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Assertions;
import vn.tonghop.standalone.Await;
import vn.tonghop.standalone.Distribution;
import vn.tonghop.standalone.ShortLived;
import vn.tonghop.standalone.TestPort;
import vn.tonghop.standalone.Tonghop;
import vn.tonghop.standalone.process.ChildJvm;
import vn.tonghop.standalone.security.SettingsText;

/** {@code ./tonghop run}: an instance of the roll-up in a JVM of its own, to be killed. */
public final class RunProcess implements AutoCloseable {

  private static final int OK = 200;
  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final String HOST = "127.0.0.1";

  private static final List<String> OPTIONS =
      List.of(
          "-Xmx512m",
          "-XX:MaxDirectMemorySize=128m",
          "-XX:+UseSerialGC",
          "-Dfile.encoding=UTF-8",
          "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn");

  private final HttpClient http = HttpClient.newHttpClient();
  private final ChildJvm child;
  private final int port;

  private RunProcess(ChildJvm child, int port) {
    this.child = child;
    this.port = port;
  }

  /**
   * Starts it and returns at once.
   *
   * @param folder for its settings, its log and its state; a restart takes the same
   * @param settings by their keys; {@code health.port} is its own
   */
  public static RunProcess start(Path folder, Map<String, String> settings) throws IOException {
    Files.createDirectories(folder);
    Path file = folder.resolve("run.properties");
    Files.writeString(file, SettingsText.of(List.of(), new TreeMap<>(settings)));
    return start(folder, List.of("run", "--config", file.toString()));
  }

  /**
   * The same by a command line of one's own.
   *
   * @param command beginning with {@code run}; where it keeps its state and where it tells of its
   *     health is its own
   */
  public static RunProcess start(Path folder, List<String> command) throws IOException {
    Files.createDirectories(folder);
    int port = TestPort.free();
    Path own = folder.resolve("own.properties");
    Map<String, String> settings =
        Map.of(
            "state.dir",
            folder.resolve("state").toString(),
            "health.host",
            HOST,
            "health.port",
            Integer.toString(port),
            // Kafka's own, where a command gives up sooner: the machine may be busy.
            "default.api.timeout.ms",
            "60000",
            "request.timeout.ms",
            "30000");
    Files.writeString(own, SettingsText.of(List.of(), settings));
    List<String> arguments = new ArrayList<>(OPTIONS);
    arguments.addAll(ShortLived.options());
    arguments.addAll(
        List.of(
            "-D" + Distribution.PROPERTY + "=" + Distribution.find().folder(),
            "-cp",
            System.getProperty("java.class.path"),
            Tonghop.class.getName()));
    arguments.addAll(command);
    arguments.addAll(List.of("--config", own.toString()));
    return new RunProcess(
        ChildJvm.start(arguments, Distribution.find().parentWatch(), folder.resolve("run.log")),
        port);
  }

  /** Where it answers {@code /livez} and {@code /readyz}. */
  public URI health() {
    return URI.create("http://" + HOST + ":" + port);
  }

  /** Whether it says that it does its work; fails when it has ended. */
  public boolean isReady() {
    Assertions.assertFalse(child.hasEnded(), () -> "it has ended:\n" + child.tail());
    try {
      HttpResponse<String> answer =
          http.send(
              HttpRequest.newBuilder(health().resolve("/readyz")).timeout(PATIENCE).build(),
              BodyHandlers.ofString());
      return answer.statusCode() == OK;
    } catch (IOException notYet) {
      return false;
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** Waits until it says so. */
  public RunProcess awaitReady() {
    Await.until("the instance is ready", PATIENCE, this::isReady);
    return this;
  }

  public boolean hasEnded() {
    return child.hasEnded();
  }

  /** All that it has printed. */
  public String output() {
    return child.output();
  }

  /** kill -9; returns when it is gone. */
  public void kill() {
    ProcessHandle.of(child.pid()).ifPresent(ProcessHandle::destroyForcibly);
    Assertions.assertTrue(child.endsWithin(PATIENCE), "it survived kill -9");
  }

  /** SIGTERM; returns when it is gone. */
  public void end() {
    ProcessHandle.of(child.pid()).ifPresent(ProcessHandle::destroy);
    Assertions.assertTrue(child.endsWithin(PATIENCE), "it goes on after SIGTERM");
  }

  @Override
  public void close() {
    if (!child.hasEnded()) {
      kill();
    }
  }
}
