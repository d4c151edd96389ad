package vn.tonghop.standalone.cluster;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.tonghop.standalone.Await;
import vn.tonghop.standalone.TestPort;
import vn.tonghop.standalone.security.ClusterPlan;

/**
 * The brokers of docker-compose.yml without containers: their environments go through the very
 * class that Kafka's image translates and formats with. Only names, ports and folders are others.
 */
public final class ComposedBrokers implements AutoCloseable {

  private static final String HOST = "127.0.0.1";
  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final Pattern LISTENER = Pattern.compile("([A-Z]+)://:([0-9]+)");

  /** What the image has in the folder of its defaults, as far as the translation asks for it. */
  private static final String LOGGING =
      """
      Configuration:
        Appenders:
          Console:
            name: STDOUT
        Loggers:
          Root:
            level: INFO
            AppenderRef:
              - ref: STDOUT
      """;

  private final Map<String, Map<String, String>> environments;

  /** By broker and the port within its container. */
  private final Map<String, Map<String, Integer>> ports = new LinkedHashMap<>();

  private final List<BrokerProcess> brokers = new ArrayList<>();

  /**
   * With free ports.
   *
   * @param environments of the brokers, by their names
   */
  public ComposedBrokers(Map<String, Map<String, String>> environments) {
    this.environments = new TreeMap<>(environments);
    this.environments.forEach(
        (broker, environment) -> {
          Map<String, Integer> own = new LinkedHashMap<>();
          LISTENER
              .matcher(environment.getOrDefault("KAFKA_LISTENERS", ""))
              .results()
              .forEach(found -> own.put(found.group(2), TestPort.free()));
          ports.put(broker, own);
        });
  }

  /** Where everything is reached. */
  public ClusterPlan plan(String registry) {
    return new ClusterPlan(
        environments.keySet().stream()
            .map(
                broker ->
                    new ClusterPlan.Broker(
                        broker,
                        List.of(broker, "localhost", HOST),
                        address(broker, "PARTS"),
                        address(broker, "CLIENT"),
                        address(broker, "MUTUAL")))
            .toList(),
        registry);
  }

  /** All brokers' addresses of one listener. */
  public String bootstrap(String listener) {
    return String.join(
        ",", environments.keySet().stream().map(broker -> address(broker, listener)).toList());
  }

  private String address(String broker, String listener) {
    return LISTENER
        .matcher(String.valueOf(environment(broker).get("KAFKA_LISTENERS")))
        .results()
        .filter(found -> found.group(1).equals(listener))
        .map(found -> HOST + ":" + ports(broker).get(found.group(2)))
        .findFirst()
        .orElseThrow();
  }

  /**
   * Starts all; returns when they listen.
   *
   * @param mounted folder of secrets, with one for each broker
   */
  public void start(Path folder, Path mounted) throws IOException, InterruptedException {
    List<Process> translations = new ArrayList<>();
    for (String broker : environments.keySet()) {
      translations.add(translate(broker, folder.resolve(broker), mounted.resolve(broker)));
    }
    int next = 0;
    for (String broker : environments.keySet()) {
      Process each = translations.get(next++);
      Path own = folder.resolve(broker);
      Await.until("settings are translated", PATIENCE, () -> !each.isAlive());
      assertEquals(0, each.exitValue(), Files.readString(own.resolve("setup.log")));
      brokers.add(BrokerProcess.start(own.resolve("config/server.properties")));
    }
    Await.until("brokers listen", PATIENCE, this::listen);
  }

  /** Ends all of them, as docker-compose does it: at once. */
  public void end() throws InterruptedException {
    List<Thread> ending =
        brokers.stream().map(broker -> new Thread(broker::end, "ending")).toList();
    ending.forEach(Thread::start);
    for (Thread each : ending) {
      each.join();
    }
    brokers.forEach(broker -> assertTrue(broker.hasEnded()));
  }

  /** Starts all of them again, on the folders that are there now; returns when they listen. */
  public void startAgain() {
    brokers.forEach(BrokerProcess::startAgain);
    Await.until("brokers listen", PATIENCE, this::listen);
  }

  private boolean listen() {
    for (BrokerProcess each : brokers) {
      if (each.hasEnded()) {
        throw new AssertionError("a broker ended:\n" + each.tail());
      }
    }
    return ports.values().stream()
        .flatMap(each -> each.values().stream())
        .allMatch(port -> Listening.on(HOST, port));
  }

  private Process translate(String broker, Path folder, Path mounted) throws IOException {
    Path defaults = Files.createDirectories(folder.resolve("defaults"));
    Files.writeString(defaults.resolve("log4j2.yaml"), LOGGING);
    Files.writeString(defaults.resolve("tools-log4j2.yaml"), LOGGING);
    Path config = Files.createDirectories(folder.resolve("config"));
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx128m",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            "kafka.docker.KafkaDockerWrapper",
            "setup",
            "--default-configs-dir",
            defaults.toString(),
            "--mounted-configs-dir",
            mounted.toString(),
            "--final-configs-dir",
            config.toString());
    builder.environment().keySet().removeIf(name -> name.startsWith("KAFKA_"));
    builder.environment().putAll(moved(broker));
    builder.environment().put("KAFKA_LOG_DIRS", folder.resolve("data").toString());
    builder.redirectErrorStream(true).redirectOutput(folder.resolve("setup.log").toFile());
    return builder.start();
  }

  /** The environment with this machine's addresses in the place of the containers'. */
  private Map<String, String> moved(String broker) {
    Map<String, String> moved = new HashMap<>(environment(broker));
    moved.replaceAll(
        (name, value) -> {
          String here = value;
          for (String other : ports.keySet()) {
            here = replace(here, other + ":", port -> HOST + ":" + ports(other).get(port));
          }
          Map<String, Integer> own = ports(broker);
          here = replace(here, "://:", port -> "://" + HOST + ":" + own.get(port));
          return name.equals("KAFKA_ADVERTISED_LISTENERS")
              ? replace(here, HOST + ":", port -> HOST + ":" + own.getOrDefault(port, number(port)))
              : here;
        });
    return moved;
  }

  private Map<String, String> environment(String broker) {
    return requireNonNull(environments.get(broker));
  }

  private Map<String, Integer> ports(String broker) {
    return requireNonNull(ports.get(broker));
  }

  private static int number(String port) {
    return Integer.parseInt(port);
  }

  private static String replace(String text, String before, Function<String, String> port) {
    return Pattern.compile(Pattern.quote(before) + "([0-9]+)")
        .matcher(text)
        .replaceAll(found -> Matcher.quoteReplacement(port.apply(found.group(1))));
  }

  @Override
  public void close() {
    brokers.forEach(BrokerProcess::close);
  }
}
