package vn.tonghop.standalone.system;

import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import vn.tonghop.producer.settings.Settings;
import vn.tonghop.schemas.topic.Replication;
import vn.tonghop.schemas.topic.Topic;
import vn.tonghop.schemas.topic.Topics;
import vn.tonghop.standalone.Backbone;
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
    Backbone backbone = Backbone.start(settings.backbone());
    try {
      Map<String, Object> config = config(backbone);
      UnaryOperator<Topic> reports =
          settings.replay() ? Topics::createTimeVariant : UnaryOperator.identity();
      new Setup(config, Replication.SINGLE).run(settings.units(), reports, settings.reference());
      return new EvaluationSystem(
          settings, backbone, RollUpInstance.start(rollUp(settings, backbone)));
    } catch (RuntimeException | InterruptedException e) {
      backbone.close();
      throw e;
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
