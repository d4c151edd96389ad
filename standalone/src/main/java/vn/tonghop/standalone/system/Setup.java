package vn.tonghop.standalone.system;

import java.util.Collection;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.apache.kafka.clients.admin.Admin;
import vn.tonghop.domain.reference.ReferenceRows;
import vn.tonghop.schemas.registry.RegistryClient;
import vn.tonghop.schemas.registry.RegistrySettings;
import vn.tonghop.schemas.registry.Subjects;
import vn.tonghop.schemas.topic.Replication;
import vn.tonghop.schemas.topic.Topic;
import vn.tonghop.schemas.topic.TopicAdmin;
import vn.tonghop.schemas.topic.Topics;
import vn.tonghop.standalone.reference.ReferenceLoad;

/** Makes what the roll-up and the provinces need: schemas, topics, reference data. */
public final class Setup {

  private final Map<String, Object> config;
  private final Replication replication;

  /**
   * @param config of Kafka's clients and of the registry
   */
  public Setup(Map<String, Object> config, Replication replication) {
    this.config = Map.copyOf(config);
    this.replication = replication;
  }

  /**
   * Makes what is missing; what is there stays.
   *
   * @param units whose topics are made
   * @param reports how their reports topics are made
   * @param reference published unless the last version is the same
   */
  public void run(Collection<String> units, UnaryOperator<Topic> reports, ReferenceRows reference)
      throws InterruptedException {
    Subjects.registerAll(new RegistryClient(RegistrySettings.from(config)));
    topics(units, reports, reference);
  }

  /** The same where the schemas are there. */
  void topics(Collection<String> units, UnaryOperator<Topic> reports, ReferenceRows reference)
      throws InterruptedException {
    try (Admin admin = Admin.create(config)) {
      TopicAdmin topics = new TopicAdmin(admin, replication);
      topics.create(Topics.shared());
      new ReferenceLoad(config).publish(reference);
      topics.createUnits(units, reports);
    }
  }
}
