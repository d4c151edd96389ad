package vn.tonghop.standalone.cluster;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.apache.kafka.clients.admin.Admin;
import vn.tonghop.domain.period.Regime;
import vn.tonghop.domain.reference.ReferenceRows;
import vn.tonghop.producer.settings.Settings;
import vn.tonghop.schemas.topic.Replication;
import vn.tonghop.standalone.Patient;
import vn.tonghop.standalone.registry.RegistryProcess;
import vn.tonghop.standalone.registry.RegistrySettings;
import vn.tonghop.standalone.system.EvaluationSystem;
import vn.tonghop.standalone.system.Setup;

/**
 * Three brokers, a registry, topics, schemas and reference data, on which instances of the roll-up
 * are started and killed.
 */
public final class Deployment implements AutoCloseable {

  public static final Regime REGIME = Regime.DECREE_09_2019;

  private static final Replication REPLICATION = new Replication((short) 3, 2);

  private final Path folder;
  private final ThreeBrokers brokers;
  private final RegistryProcess registry;

  private Deployment(Path folder, ThreeBrokers brokers, RegistryProcess registry) {
    this.folder = folder;
    this.brokers = brokers;
    this.registry = registry;
  }

  /**
   * With the bundled reference data; some fifteen seconds on two cores.
   *
   * @param units that get topics
   */
  public static Deployment start(Path folder, Collection<String> units)
      throws IOException, InterruptedException {
    ThreeBrokers brokers = ThreeBrokers.start(folder.resolve("brokers"));
    try {
      RegistryProcess registry =
          RegistryProcess.start(RegistrySettings.in(folder.resolve("registry")));
      Deployment deployment = new Deployment(folder, brokers, registry);
      deployment.setUp(units);
      return deployment;
    } catch (RuntimeException | InterruptedException | Error e) {
      brokers.close();
      throw e;
    }
  }

  private void setUp(Collection<String> units) throws InterruptedException {
    try {
      new Setup(config(), REPLICATION)
          .run(units, UnaryOperator.identity(), ReferenceRows.bundled());
    } catch (RuntimeException | InterruptedException | Error e) {
      registry.close();
      throw e;
    }
  }

  public ThreeBrokers brokers() {
    return brokers;
  }

  public RegistryProcess registry() {
    return registry;
  }

  /** For Kafka's clients and the registry's serializers. */
  public Map<String, Object> config() {
    Map<String, Object> config = new HashMap<>();
    config.put("bootstrap.servers", brokers.bootstrap());
    config.put("schema.registry.url", registry.url());
    return config;
  }

  /** What a sender or reader would set. */
  public Settings settings() {
    return new Settings(brokers.bootstrap(), registry.url(), REGIME, folder, Patient.SETTINGS);
  }

  /** To be closed by whoever asks for it. */
  public Admin admin() {
    return Admin.create(config());
  }

  /**
   * Starts an instance with a name and a state folder of its own; returns at once.
   *
   * @param name stays the same over restarts
   * @param more settings by their keys
   */
  public RunProcess run(String name, Map<String, String> more) throws IOException {
    Map<String, String> settings = new HashMap<>();
    config().forEach((key, value) -> settings.put(key, value.toString()));
    settings.put("regime", REGIME.id());
    settings.put("application.id", EvaluationSystem.APPLICATION_ID);
    settings.put("group.instance.id", name);
    settings.put("replication.factor", "3");
    settings.put("topic.min.insync.replicas", "2");
    settings.putAll(more);
    return RunProcess.start(folder.resolve(name), settings);
  }

  @Override
  public void close() {
    try {
      registry.close();
    } finally {
      brokers.close();
    }
  }
}
