package vn.tonghop.schemas.topic;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.UnaryOperator;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.TopicPartitionInfo;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.InvalidMetadataException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/**
 * A missing or too small output topic stops the roll-up at each restart: topics are made, and
 * existing ones looked at, before it starts. The {@link Admin} stays the caller's to close.
 */
public final class TopicAdmin {
  private static final Duration LONGEST_WAIT_FOR_LEADERS = Duration.ofMinutes(1);
  private static final Duration PAUSE_BETWEEN_QUESTIONS = Duration.ofMillis(20);

  private final Admin admin;
  private final Replication replication;

  public TopicAdmin(Admin admin, Replication replication) {
    this.admin = admin;
    this.replication = replication;
  }

  /**
   * Creates those that do not exist and waits for it; existing ones are left as they are.
   *
   * @throws KafkaException if the broker refuses or cannot be reached in time
   */
  public void create(Collection<Topic> topics) throws InterruptedException {
    var results =
        admin.createTopics(topics.stream().map(topic -> topic.on(replication)).toList()).values();
    for (KafkaFuture<Void> created : results.values()) {
      try {
        created.get();
      } catch (ExecutionException e) {
        if (!(e.getCause() instanceof TopicExistsException)) {
          throw refused(e);
        }
      }
    }
    awaitLeaders(topics);
  }

  /**
   * A topic is there before its leader is. An idempotent producer whose first batch is turned away
   * while its second is taken never gets the first one in: so nobody is told of a topic before its
   * leader answers. The broker that is asked may not have heard yet of what the controller has just
   * made: an answer that will be another one soon is asked for again.
   */
  private void awaitLeaders(Collection<Topic> topics) throws InterruptedException {
    List<String> names = topics.stream().map(Topic::name).toList();
    Instant deadline = Instant.now().plus(LONGEST_WAIT_FOR_LEADERS);
    while (true) {
      try {
        admin.listOffsets(latest(names)).all().get();
        return;
      } catch (ExecutionException e) {
        if (!(e.getCause() instanceof InvalidMetadataException)
            || Instant.now().isAfter(deadline)) {
          throw refused(e);
        }
        Thread.sleep(PAUSE_BETWEEN_QUESTIONS.toMillis());
      }
    }
  }

  private Map<TopicPartition, OffsetSpec> latest(List<String> names)
      throws ExecutionException, InterruptedException {
    Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
    for (TopicDescription topic : admin.describeTopics(names).allTopicNames().get().values()) {
      for (TopicPartitionInfo partition : topic.partitions()) {
        latest.put(new TopicPartition(topic.name(), partition.partition()), OffsetSpec.latest());
      }
    }
    return latest;
  }

  /**
   * Creates the units' topics. All receipts topics exist before the first reports topic does: the
   * roll-up subscribes to reports by pattern, and must never meet a report that it cannot answer.
   *
   * @param reports what to make of a reports topic, e.g. {@link Topics#createTimeVariant}
   * @throws KafkaException if the broker refuses or cannot be reached in time
   * @throws IllegalArgumentException if a unit cannot be part of a topic's name
   */
  public void createUnits(Collection<String> units, UnaryOperator<Topic> reports)
      throws InterruptedException {
    create(units.stream().map(Topics::receipts).toList());
    create(units.stream().map(Topics::reports).map(reports).toList());
  }

  /**
   * What is wrong with the topics as they are: one sentence each, empty if nothing.
   *
   * @throws KafkaException if the broker refuses or cannot be reached in time
   */
  public List<String> complaints(Collection<Topic> topics) throws InterruptedException {
    List<String> complaints = new ArrayList<>();
    var descriptions =
        admin.describeTopics(topics.stream().map(Topic::name).toList()).topicNameValues();
    for (Topic topic : topics) {
      try {
        TopicDescription description = requireNonNull(descriptions.get(topic.name())).get();
        int partitions = description.partitions().size();
        if (partitions != topic.partitions()) {
          complaints.add(
              "%s: has %d partitions, needs exactly %d"
                  .formatted(topic.name(), partitions, topic.partitions()));
        }
        complaints.addAll(sizeComplaints(topic));
      } catch (ExecutionException e) {
        if (!(e.getCause() instanceof UnknownTopicOrPartitionException)) {
          throw refused(e);
        }
        complaints.add(topic.name() + ": does not exist");
      }
    }
    return complaints;
  }

  private List<String> sizeComplaints(Topic topic) throws InterruptedException, ExecutionException {
    ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic.name());
    Map<ConfigResource, Config> configs = admin.describeConfigs(List.of(resource)).all().get();
    int actual =
        Integer.parseInt(
            requireNonNull(configs.get(resource))
                .get(TopicConfig.MAX_MESSAGE_BYTES_CONFIG)
                .value());
    boolean bounded = Topics.unitOf(topic.name()).isPresent();
    if (actual < topic.maxMessageBytes() || (bounded && actual > topic.maxMessageBytes())) {
      return List.of(
          "%s: max.message.bytes is %d, needs %s %d"
              .formatted(
                  topic.name(), actual, bounded ? "exactly" : "at least", topic.maxMessageBytes()));
    }
    return List.of();
  }

  private static KafkaException refused(ExecutionException e) {
    return e.getCause() instanceof KafkaException known
        ? known
        : new KafkaException("topic administration failed", e.getCause());
  }
}
