package vn.tonghop.standalone.rollup;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Assertions;
import vn.tonghop.domain.period.Regime;
import vn.tonghop.domain.reference.ReferenceRows;
import vn.tonghop.producer.settings.Settings;
import vn.tonghop.schemas.topic.Replication;
import vn.tonghop.schemas.topic.Topic;
import vn.tonghop.schemas.topic.Topics;
import vn.tonghop.standalone.Await;
import vn.tonghop.standalone.HelperJvm;
import vn.tonghop.standalone.Patient;
import vn.tonghop.standalone.broker.BrokerSettings;
import vn.tonghop.standalone.broker.EmbeddedBroker;
import vn.tonghop.standalone.registry.RegistryProcess;
import vn.tonghop.standalone.registry.RegistrySettings;
import vn.tonghop.standalone.system.Setup;
import vn.tonghop.streams.config.RollUpSettings;
import vn.tonghop.streams.runtime.LagReader;
import vn.tonghop.streams.runtime.PartitionLag;
import vn.tonghop.streams.runtime.RollUpInstance;
import vn.tonghop.streams.topology.InternalTopics;

/** A real broker and registry with topics, on which roll-ups are started, ended and killed. */
final class Ground implements AutoCloseable {

  static final String APPLICATION = "tonghop-roll-up";
  static final Regime REGIME = Regime.DECREE_09_2019;

  /** How long anything may take that is said to come soon. */
  static final Duration SOON = Duration.ofSeconds(60);

  /** How long a roll-up may take to be ready on a busy machine. */
  static final Duration READY = Duration.ofMinutes(2);

  private final Path folder;
  private final String bootstrap;
  private Runnable endBroker;
  private RegistryProcess registry;
  private final Admin admin;

  private Ground(Path folder, String bootstrap, Runnable endBroker) {
    this.folder = folder;
    this.bootstrap = bootstrap;
    this.endBroker = endBroker;
    this.registry = RegistryProcess.start(RegistrySettings.in(folder.resolve("registry")));
    this.admin = Admin.create(Map.of("bootstrap.servers", bootstrap));
  }

  static Ground in(Path folder, Collection<String> units) throws InterruptedException {
    return in(folder, units, UnaryOperator.identity());
  }

  /** With the bundled reference data and these units' topics. */
  static Ground in(Path folder, Collection<String> units, UnaryOperator<Topic> reports)
      throws InterruptedException {
    EmbeddedBroker broker = EmbeddedBroker.start(BrokerSettings.in(folder.resolve("broker")));
    return new Ground(folder, broker.bootstrap(), broker::close).withTopics(units, reports);
  }

  /** With a broker of one's own, which this ground closes. */
  static Ground on(HelperJvm broker, Path folder, Collection<String> units)
      throws InterruptedException {
    return new Ground(folder, broker.ready().get(0), broker::close)
        .withTopics(units, UnaryOperator.identity());
  }

  private Ground withTopics(Collection<String> units, UnaryOperator<Topic> reports)
      throws InterruptedException {
    new Setup(config(), Replication.SINGLE).run(units, reports, ReferenceRows.bundled());
    return this;
  }

  Admin admin() {
    return admin;
  }

  /** For Kafka's clients and the registry's serializers. */
  Map<String, Object> config() {
    Map<String, Object> config = new HashMap<>();
    config.put("bootstrap.servers", bootstrap);
    config.put("schema.registry.url", registry.url());
    return config;
  }

  /** What a sender or reader would set. */
  Settings settings() {
    return new Settings(bootstrap, registry.url(), REGIME, folder, Patient.SETTINGS);
  }

  /** A running roll-up that has its tasks. */
  RollUpInstance rollUp() throws InterruptedException {
    return rollUp(APPLICATION, "roll-up");
  }

  RollUpInstance rollUp(String application, String state) throws InterruptedException {
    Map<String, String> settings = new HashMap<>(rollUpSettings(state));
    settings.put("application.id", application);
    RollUpInstance instance = RollUpInstance.start(RollUpSettings.of(settings));
    Await.until("the roll-up is ready", READY, () -> instance.health().isReady());
    return instance;
  }

  /** What an instance with that state folder and a name of its own is configured with. */
  Map<String, String> rollUpSettings(String state) {
    return Map.of(
        "bootstrap.servers", bootstrap,
        "schema.registry.url", registry.url(),
        "application.id", APPLICATION,
        "group.instance.id", state,
        "state.dir", folder.resolve(state).toString());
  }

  void stopRegistry() {
    registry.close();
  }

  /** On the port and the folder that it had. */
  void startRegistryAgain() {
    int port = URI.create(registry.url()).getPort();
    registry =
        RegistryProcess.start(RegistrySettings.in(folder.resolve("registry")).withPort(port));
  }

  void stopBroker() {
    endBroker.run();
  }

  /** On the port and the folder that it had. */
  void startBrokerAgain() {
    int port = Integer.parseInt(bootstrap.substring(bootstrap.lastIndexOf(':') + 1));
    EmbeddedBroker broker =
        EmbeddedBroker.start(BrokerSettings.in(folder.resolve("broker")).withPort(port));
    endBroker = broker::close;
  }

  /** Lag of one reports topic, partition by partition. */
  List<PartitionLag> lag(String unit) {
    return lag(List.of(Topics.reports(unit).name()));
  }

  private List<PartitionLag> lag(Collection<String> topics) {
    try {
      return new LagReader(admin, APPLICATION).read(topics);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** Waits until what these units sent has gone through every stage. */
  void awaitSettled(Collection<String> units, Duration patience) {
    List<List<String>> stages = new ArrayList<>();
    stages.add(units.stream().map(unit -> Topics.reports(unit).name()).toList());
    InternalTopics.sources(APPLICATION).forEach(each -> stages.add(List.of(each)));
    stages.add(List.of(Topics.TABLES.name()));
    for (List<String> stage : stages) {
      boolean output = stage.contains(Topics.TABLES.name());
      Await.until(
          "settled: " + stage,
          patience,
          () ->
              lag(stage).stream()
                  .allMatch(each -> output ? each.stable() == each.end() : each.isSettled()));
    }
  }

  /** Fails if the roll-up has lost a thread or ended. */
  static void assertWell(RollUpInstance rollUp) {
    // A thread that is being replaced is not counted for a moment.
    Await.until(
        "both threads work",
        READY,
        () -> rollUp.health().failure() != null || rollUp.health().threads() >= 2);
    Assertions.assertNull(rollUp.health().failure());
  }

  @Override
  public void close() {
    try {
      admin.close();
      registry.close();
    } finally {
      endBroker.run();
    }
  }
}
