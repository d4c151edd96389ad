package vn.tonghop.standalone.cluster;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.Uuid;
import vn.tonghop.standalone.Await;
import vn.tonghop.standalone.TestPort;

/**
 * Three Kafka servers that are broker and controller, as a deployment has them: each record on
 * three, acknowledged by two. Any of them may be killed.
 */
public final class ThreeBrokers implements AutoCloseable {

  private static final int COUNT = 3;
  private static final String HOST = "127.0.0.1";
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  /** A port that was free may be lost to another process before a broker listens on it. */
  private static final int TRIES = 3;

  private static final Map<String, String> SETTINGS =
      Map.ofEntries(
          Map.entry("process.roles", "broker,controller"),
          Map.entry("controller.listener.names", "CONTROLLER"),
          Map.entry("listener.security.protocol.map", "CONTROLLER:PLAINTEXT,PLAINTEXT:PLAINTEXT"),
          Map.entry("auto.create.topics.enable", "false"),
          Map.entry("default.replication.factor", "3"),
          Map.entry("min.insync.replicas", "2"),
          Map.entry("offsets.topic.replication.factor", "3"),
          Map.entry("transaction.state.log.replication.factor", "3"),
          Map.entry("transaction.state.log.min.isr", "2"),
          Map.entry("offsets.topic.num.partitions", "4"),
          Map.entry("transaction.state.log.num.partitions", "4"),
          Map.entry("group.initial.rebalance.delay.ms", "0"),
          Map.entry("message.max.bytes", "2097152"),
          Map.entry("replica.fetch.max.bytes", "2097152"),
          Map.entry("log.cleaner.dedupe.buffer.size", "4194304"),
          Map.entry("log.cleaner.io.buffer.size", "131072"),
          Map.entry("num.network.threads", "2"),
          Map.entry("num.io.threads", "4"));

  private final List<Integer> ports;
  private final List<BrokerProcess> brokers;

  private ThreeBrokers(List<Integer> ports, List<BrokerProcess> brokers) {
    this.ports = List.copyOf(ports);
    this.brokers = List.copyOf(brokers);
  }

  /** Returns when all three answer, each on free ports of this machine. */
  public static ThreeBrokers start(Path folder) throws IOException {
    return start(folder, Map.of());
  }

  /**
   * The same with settings of one's own, by Kafka's names.
   *
   * @param folder new or empty: holds a folder for each broker
   */
  public static ThreeBrokers start(Path folder, Map<String, String> more) throws IOException {
    for (int i = 1; ; i++) {
      ThreeBrokers three = launch(folder.resolve("try-" + i), more);
      String said = three.awaitAll();
      if (said.isEmpty()) {
        return three;
      }
      if (i == TRIES || !said.contains("BindException")) {
        throw new IOException("a broker ended at its start:\n" + said);
      }
    }
  }

  private static ThreeBrokers launch(Path folder, Map<String, String> more) throws IOException {
    List<Integer> free = IntStream.generate(TestPort::free).limit(2L * COUNT).boxed().toList();
    List<Integer> ports = free.subList(0, COUNT);
    String voters =
        IntStream.range(0, COUNT)
            .mapToObj(each -> (each + 1) + "@" + HOST + ":" + free.get(COUNT + each))
            .collect(Collectors.joining(","));
    String clusterId = Uuid.randomUuid().toString();
    List<BrokerProcess> brokers = new ArrayList<>();
    for (int each = 0; each < COUNT; each++) {
      Path own = folder.resolve("broker-" + (each + 1));
      String clients = "PLAINTEXT://" + HOST + ":" + ports.get(each);
      Map<String, String> settings = new HashMap<>(SETTINGS);
      settings.put("node.id", Integer.toString(each + 1));
      settings.put("controller.quorum.voters", voters);
      settings.put("listeners", clients + ",CONTROLLER://" + HOST + ":" + free.get(COUNT + each));
      settings.put("advertised.listeners", clients);
      settings.put("log.dirs", own.resolve("log").toAbsolutePath().toString());
      settings.putAll(more);
      brokers.add(BrokerProcess.start(BrokerProcess.format(own, clusterId, settings)));
    }
    return new ThreeBrokers(ports, brokers);
  }

  /** Empty when all three have come up; else what one said that ended, and all are gone. */
  private String awaitAll() {
    try {
      // A client that knocks before anybody listens fills the log with warnings.
      Await.until("three brokers listen", PATIENCE, () -> hasOneEnded() || listen());
      if (!hasOneEnded()) {
        awaitAnswers();
      }
    } catch (AssertionError e) {
      close();
      throw e;
    }
    String said = hasOneEnded() ? tail() : "";
    if (!said.isEmpty()) {
      close();
    }
    return said;
  }

  private void awaitAnswers() {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap()))) {
      Await.until("three brokers answer", PATIENCE, () -> hasOneEnded() || count(admin) == COUNT);
    }
  }

  private boolean hasOneEnded() {
    return brokers.stream().anyMatch(BrokerProcess::hasEnded);
  }

  private boolean listen() {
    return ports.stream().allMatch(port -> Listening.on(HOST, port));
  }

  private static int count(Admin admin) {
    try {
      return admin.describeCluster().nodes().get().size();
    } catch (ExecutionException notYet) {
      return 0;
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private String tail() {
    return brokers.stream()
        .filter(BrokerProcess::hasEnded)
        .map(broker -> "ended: " + broker.tail())
        .collect(Collectors.joining("\n"));
  }

  /** All three, for {@code bootstrap.servers}. */
  public String bootstrap() {
    return ports.stream().map(port -> HOST + ":" + port).collect(Collectors.joining(","));
  }

  /**
   * kill -9.
   *
   * @param id 1 to 3
   */
  public void kill(int id) {
    brokers.get(id - 1).kill();
  }

  /**
   * Starts one again that was killed; returns at once.
   *
   * @param id 1 to 3
   */
  public void startAgain(int id) {
    brokers.get(id - 1).startAgain();
  }

  @Override
  public void close() {
    brokers.forEach(BrokerProcess::close);
  }
}
