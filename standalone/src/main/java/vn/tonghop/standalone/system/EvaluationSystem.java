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
import vn.tonghop.streams.config.RollUpSettings;
import vn.tonghop.streams.runtime.RollUpInstance;

/** Broker, registry and roll-up on one folder, for evaluation. */
public final class EvaluationSystem implements AutoCloseable {

  /** The roll-up's consumer group in every evaluation system. */
  public static final String APPLICATION_ID = "tonghop-roll-up";

  private final Backbone backbone;
  private final RollUpInstance rollUp;
  private final SystemSettings settings;

  private EvaluationSystem(SystemSettings settings, Backbone backbone, RollUpInstance rollUp) {
    this.settings = settings;
    this.backbone = backbone;
    this.rollUp = rollUp;
  }

  /**
   * Returns when broker and registry answer and the roll-up has begun to start.
   *
   * @throws vn.tonghop.standalone.process.StartException with what is wrong
   */
  public static EvaluationSystem start(SystemSettings settings) throws InterruptedException {
    DataFolder folder = DataFolder.open(settings.folder(), settings.regime());
    Backbone backbone = Backbone.start(settings.backbone());
    try {
      Map<String, Object> config = config(backbone);
      if (folder.isKnown()) {
        folder.requireCluster(backbone.clusterId());
        requireSchemas(settings.folder(), config);
      }
      UnaryOperator<Topic> reports =
          settings.replay() ? Topics::createTimeVariant : UnaryOperator.identity();
      new Setup(config, Replication.SINGLE).run(settings.units(), reports, settings.reference());
      folder.remember(settings.regime(), backbone.clusterId());
      return new EvaluationSystem(
          settings, backbone, RollUpInstance.start(rollUp(settings, backbone)));
    } catch (RuntimeException | InterruptedException e) {
      backbone.close();
      throw e;
    }
  }

  /** Registered anew they might get other ids than those that stand in the records. */
  private static void requireSchemas(Path folder, Map<String, Object> config) {
    RegistryClient registry = new RegistryClient(RegistrySettings.from(config));
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
    return config(backbone);
  }

  /** The same as a province would set it. */
  public Settings settings() {
    return new Settings(
        backbone.bootstrap(),
        backbone.registryUrl(),
        settings.regime(),
        settings.folder(),
        Map.of());
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

  private static Map<String, Object> config(Backbone backbone) {
    Map<String, Object> config = new HashMap<>();
    config.put("bootstrap.servers", backbone.bootstrap());
    config.put("schema.registry.url", backbone.registryUrl());
    return config;
  }

  private static RollUpSettings rollUp(SystemSettings settings, Backbone backbone) {
    return RollUpSettings.of(
        Map.of(
            "bootstrap.servers", backbone.bootstrap(),
            "schema.registry.url", backbone.registryUrl(),
            "application.id", APPLICATION_ID,
            "state.dir", settings.folder().resolve("roll-up").toString(),
            "group.instance.id", "evaluation",
            "regime", settings.regime().id(),
            "reference.versions", settings.replay() ? "first" : "all"));
  }
}
