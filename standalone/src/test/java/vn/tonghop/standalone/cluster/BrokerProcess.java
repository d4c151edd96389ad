package vn.tonghop.standalone.cluster;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import kafka.tools.StorageTool;
import org.junit.jupiter.api.Assertions;
import vn.tonghop.standalone.Distribution;
import vn.tonghop.standalone.process.ChildJvm;

/** Kafka as any installation starts it, from a server.properties, in a JVM of its own. */
public final class BrokerProcess implements AutoCloseable {

  private static final Duration DIES_WITHIN = Duration.ofSeconds(60);

  private static final Duration ENDS_WITHIN = Duration.ofMinutes(5);

  private static final List<String> OPTIONS =
      List.of(
          "-Xmx256m",
          "-XX:+UseSerialGC",
          // It lives for a minute: the second compiler would cost more than it gains.
          "-XX:TieredStopAtLevel=1",
          "-Dfile.encoding=UTF-8",
          "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn");

  private final Path properties;
  private ChildJvm child;

  private BrokerProcess(Path properties) {
    this.properties = properties;
    this.child = launch(properties);
  }

  /** Writes the settings into the folder and formats the log folders that they name. */
  public static Path format(Path folder, String clusterId, Map<String, String> settings)
      throws IOException {
    Files.createDirectories(folder);
    Path properties = folder.resolve("server.properties");
    Files.writeString(
        properties,
        new TreeMap<>(settings)
            .entrySet().stream()
                .map(each -> each.getKey() + "=" + each.getValue() + "\n")
                .collect(Collectors.joining()));
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    int code =
        StorageTool.execute(
            new String[] {"format", "--cluster-id=" + clusterId, "-c", properties.toString()},
            new PrintStream(said, true, StandardCharsets.UTF_8));
    Assertions.assertEquals(0, code, () -> said.toString(StandardCharsets.UTF_8));
    return properties;
  }

  /** Starts it and returns at once. Its log folders must be formatted. */
  public static BrokerProcess start(Path properties) {
    return new BrokerProcess(properties);
  }

  private static ChildJvm launch(Path properties) {
    List<String> arguments = new ArrayList<>(OPTIONS);
    arguments.addAll(
        List.of(
            "-cp", System.getProperty("java.class.path"), "kafka.Kafka", properties.toString()));
    return ChildJvm.start(
        arguments, Distribution.find().parentWatch(), properties.resolveSibling("broker.log"));
  }

  public boolean hasEnded() {
    return child.hasEnded();
  }

  /** The last lines that it has printed. */
  public String tail() {
    return child.tail();
  }

  /** kill -9; returns when it is gone. */
  public void kill() {
    ProcessHandle.of(child.pid()).ifPresent(ProcessHandle::destroyForcibly);
    Assertions.assertTrue(child.endsWithin(DIES_WITHIN), "it survived kill -9");
  }

  /** SIGTERM; it hands its partitions over, and has ended when this returns. */
  void end() {
    ProcessHandle.of(child.pid()).ifPresent(ProcessHandle::destroy);
    Assertions.assertTrue(child.endsWithin(ENDS_WITHIN), "it goes on after SIGTERM");
  }

  /** On the folder and the ports that it had. */
  public void startAgain() {
    Assertions.assertTrue(child.hasEnded(), "it still runs");
    child = launch(properties);
  }

  /** At once: nobody will read what it still has to write. */
  @Override
  public void close() {
    if (!child.hasEnded()) {
      kill();
    }
  }
}
