package vn.tonghop.standalone.system;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.apache.avro.Schema;
import vn.tonghop.producer.settings.Settings;
import vn.tonghop.schemas.registry.RegistryClient;
import vn.tonghop.schemas.registry.RegistryNotFoundException;
import vn.tonghop.schemas.registry.RegistrySettings;
import vn.tonghop.schemas.registry.Subjects;
import vn.tonghop.schemas.topic.Replication;
import vn.tonghop.schemas.topic.Topic;
import vn.tonghop.schemas.topic.Topics;
import vn.tonghop.standalone.Backbone;
import vn.tonghop.standalone.process.FolderTrouble;
import vn.tonghop.standalone.security.Part;
import vn.tonghop.standalone.security.SecurityFolder;
import vn.tonghop.streams.config.RollUpSettings;
import vn.tonghop.streams.runtime.RollUpInstance;

/** Broker, registry and roll-up on one folder, for evaluation. */
public final class EvaluationSystem implements AutoCloseable {

  /** The roll-up's consumer group in every evaluation system. */
  public static final String APPLICATION_ID = "tonghop-roll-up";

  private final Backbone backbone;
  private final RollUpInstance rollUp;
  private final SystemSettings settings;
  private final Map<String, String> config;

  private EvaluationSystem(
      SystemSettings settings,
      Backbone backbone,
      Map<String, String> config,
      RollUpInstance rollUp) {
    this.settings = settings;
    this.backbone = backbone;
    this.config = Map.copyOf(config);
    this.rollUp = rollUp;
  }

  /**
   * Returns when broker and registry answer and the roll-up has begun to start.
   *
   * @throws vn.tonghop.standalone.process.StartException with what is wrong
   */
  public static EvaluationSystem start(SystemSettings settings) throws InterruptedException {
    DataFolder folder = DataFolder.open(settings.folder(), settings.regime());
    if (settings.isSecure()) {
      return SecureStart.start(settings, folder);
    }
    SecureStart.requireNeverSecure(settings.folder());
    Backbone backbone = Backbone.start(settings.backbone());
    try {
      Map<String, String> config = config(backbone);
      if (folder.isKnown()) {
        folder.requireCluster(backbone.clusterId());
        requireSchemas(settings.folder(), config);
      }
      new Setup(Map.copyOf(config), Replication.SINGLE)
          .run(settings.units(), reports(settings), settings.reference());
      return start(settings, folder, backbone, config, config);
    } catch (RuntimeException | InterruptedException e) {
      backbone.close();
      throw e;
    }
  }

  /**
   * The rest of a start, when everything is there that the roll-up needs.
   *
   * @param config of clients of this process
   * @param ofRollUp of the roll-up's clients
   */
  static EvaluationSystem start(
      SystemSettings settings,
      DataFolder folder,
      Backbone backbone,
      Map<String, String> config,
      Map<String, String> ofRollUp)
      throws InterruptedException {
    folder.remember(settings.regime(), backbone.clusterId());
    return new EvaluationSystem(
        settings, backbone, config, RollUpInstance.start(rollUp(settings, ofRollUp)));
  }

  /** How reports topics are made. */
  static UnaryOperator<Topic> reports(SystemSettings settings) {
    return settings.replay() ? Topics::createTimeVariant : UnaryOperator.identity();
  }

  /** Registered anew they might get other ids than those that stand in the records. */
  static void requireSchemas(Path folder, Map<String, String> config) {
    RegistryClient registry = new RegistryClient(RegistrySettings.from(Map.copyOf(config)));
    for (Schema schema : Subjects.external()) {
      try {
        registry.latest(Subjects.subject(schema));
      } catch (RegistryNotFoundException e) {
        throw FolderTrouble.damaged(
            folder.resolve("registry"), "the schema of " + schema.getFullName() + " is gone", e);
      }
    }
  }

  /** What clients of this system are configured with. */
  public Map<String, Object> config() {
    return Map.copyOf(config);
  }

  /** The same as a province would set it. */
  public Settings settings() {
    return new Settings(
        backbone.bootstrap(), backbone.registryUrl(), settings.regime(), settings.folder(), config);
  }

  /** As whom the page reads: where everybody is asked who it is, as a principal of its own. */
  public Settings consoleSettings() {
    Map<String, String> own =
        SecurityFolder.isIn(settings.folder())
            ? SecurityFolder.settings(settings.folder(), Part.CONSOLE.id())
            : config;
    return new Settings(
        backbone.bootstrap(), backbone.registryUrl(), settings.regime(), settings.folder(), own);
  }

  public Backbone backbone() {
    return backbone;
  }

  public RollUpInstance rollUp() {
    return rollUp;
  }

  @Override
  public void close() {
    try {
      rollUp.close();
    } finally {
      backbone.close();
    }
  }

  /** Where everything is, for any client. */
  static Map<String, String> config(Backbone backbone) {
    return Map.of(
        "bootstrap.servers", backbone.bootstrap(),
        "schema.registry.url", backbone.registryUrl());
  }

  private static RollUpSettings rollUp(SystemSettings settings, Map<String, String> config) {
    Map<String, String> all = new HashMap<>(config);
    all.put("application.id", APPLICATION_ID);
    all.put("state.dir", settings.folder().resolve("roll-up").toString());
    all.put("group.instance.id", "evaluation");
    all.put("regime", settings.regime().id());
    all.put("reference.versions", settings.replay() ? "first" : "all");
    return RollUpSettings.of(all);
  }
}
