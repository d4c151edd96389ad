package vn.tonghop.standalone;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.clients.admin.AbortTransactionSpec;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.FeatureUpdate;
import org.apache.kafka.clients.admin.NewPartitionReassignment;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UpdateFeaturesOptions;
import org.apache.kafka.clients.admin.UserScramCredentialDeletion;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.ElectionType;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.quota.ClientQuotaAlteration;
import org.apache.kafka.common.quota.ClientQuotaEntity;
import org.apache.kafka.common.quota.ClientQuotaFilter;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import vn.tonghop.standalone.security.Rights;
import vn.tonghop.standalone.system.EvaluationSystem;

/** A principal that tries all it can think of, beside unit 70's own business. */
final class Hostile implements AutoCloseable {

  private static final String APPLICATION = EvaluationSystem.APPLICATION_ID;
  private static final byte[] BYTES = "x".getBytes(StandardCharsets.UTF_8);
  private static final Duration POLL = Duration.ofMillis(300);
  private static final String ANSWER_MS = "60000";

  private final Map<String, Object> config;
  private final Admin admin;
  private final KafkaProducer<byte[], byte[]> producer;
  private final KafkaConsumer<byte[], byte[]> consumer;
  private final Set<String> topics;
  private final String name;
  private final TopicPartition own;

  /**
   * @param own a topic that it may read
   * @param topics all that the cluster has
   */
  Hostile(String name, Map<String, Object> settings, String own, Collection<String> topics) {
    this.name = name;
    this.own = new TopicPartition(own, 0);
    this.config = new HashMap<>(settings);
    config.put("default.api.timeout.ms", ANSWER_MS);
    config.put("request.timeout.ms", ANSWER_MS);
    config.put("max.block.ms", ANSWER_MS);
    // So that the write itself is refused, not the number that an idempotent producer asks for.
    config.put("enable.idempotence", "false");
    config.put("delivery.timeout.ms", "90000");
    this.admin = Admin.create(config);
    this.producer =
        new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer());
    this.consumer = consumer(Map.of());
    this.topics = new TreeSet<>(topics);
  }

  /** Each attempt and its answer, in the order of the document. */
  Map<String, String> all() {
    Map<String, Attempt> attempts = new LinkedHashMap<>();
    onTopics(attempts);
    onGroups(attempts);
    onTheCluster(attempts);
    Map<String, String> answers = new LinkedHashMap<>();
    attempts.forEach((what, attempt) -> answers.put(what, Attempt.answer(attempt)));
    eachOf(answers);
    answers.put("see other topics than its own", hidden());
    return answers;
  }

  private void onTopics(Map<String, Attempt> attempts) {
    for (String topic :
        List.of(
            "tonghop.tables",
            "tonghop.tables.history",
            "tonghop.standings",
            "tonghop.standings.history",
            "tonghop.reference",
            "tonghop.dead-letters",
            "tonghop.audit",
            "__consumer_offsets",
            "__transaction_state")) {
      attempts.put("read " + topic, () -> read(topic));
      attempts.put("write " + topic, () -> write(topic));
    }
    attempts.put("write a receipt to itself", () -> write("tonghop.receipts.70"));
    attempts.put("read reports of unit 70", () -> read("tonghop.reports.70"));
    attempts.put(
        "create a topic",
        () ->
            admin
                .createTopics(List.of(new NewTopic("tonghop.reports.99", 1, (short) 1)))
                .all()
                .get());
    for (String topic : List.of("tonghop.reports.40", "tonghop.reports.70", "tonghop.tables")) {
      TopicPartition partition = new TopicPartition(topic, 0);
      ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
      attempts.put("delete " + topic, () -> admin.deleteTopics(List.of(topic)).all().get());
      attempts.put(
          "delete records of " + topic,
          () ->
              admin.deleteRecords(Map.of(partition, RecordsToDelete.beforeOffset(0))).all().get());
      attempts.put(
          "add partitions to " + topic,
          () -> admin.createPartitions(Map.of(topic, NewPartitions.increaseTo(9))).all().get());
      attempts.put("change settings of " + topic, () -> set(resource, "retention.ms", "1"));
      attempts.put(
          "read settings of " + topic, () -> admin.describeConfigs(List.of(resource)).all().get());
      attempts.put(
          "see who writes to " + topic,
          () -> admin.describeProducers(List.of(partition)).all().get());
    }
  }

  private void onGroups(Map<String, Attempt> attempts) {
    for (String id : List.of(APPLICATION + "-1", "unit-40", "unit-70", "unit-70.x")) {
      attempts.put("begin transactions as " + id, () -> transaction(id));
    }
    for (String group : List.of(APPLICATION, "unit-40.x", "unit-7", "other")) {
      attempts.put("join the group " + group, () -> join(group));
      attempts.put(
          "look at the group " + group,
          () -> admin.describeConsumerGroups(List.of(group)).all().get());
      attempts.put(
          "delete the group " + group,
          () -> admin.deleteConsumerGroups(List.of(group)).all().get());
    }
    attempts.put(
        "read offsets of the roll-up",
        () -> admin.listConsumerGroupOffsets(APPLICATION).partitionsToOffsetAndMetadata().get());
    attempts.put(
        "change offsets of the roll-up",
        () ->
            admin
                .alterConsumerGroupOffsets(
                    APPLICATION,
                    Map.of(new TopicPartition("tonghop.reports.70", 0), new OffsetAndMetadata(0)))
                .all()
                .get());
    attempts.put(
        "delete offsets of the roll-up",
        () -> admin.deleteConsumerGroupOffsets(APPLICATION, Set.of(own)).all().get());
    attempts.put(
        "look at transactions of the roll-up",
        () -> admin.describeTransactions(List.of(APPLICATION + "-1")).all().get());
    attempts.put(
        "abort a transaction",
        () ->
            admin
                .abortTransaction(
                    new AbortTransactionSpec(
                        new TopicPartition("tonghop.reports.70", 0), 1L, (short) 0, 0))
                .all()
                .get());
  }

  private void onTheCluster(Map<String, Attempt> attempts) {
    attempts.put(
        "give itself rights", () -> admin.createAcls(Rights.ofUnit(name, name, "40")).all().get());
    attempts.put(
        "take others' rights away",
        () -> admin.deleteAcls(List.of(AclBindingFilter.ANY)).all().get());
    attempts.put(
        "read who has which rights", () -> admin.describeAcls(AclBindingFilter.ANY).values().get());
    for (String user : List.of("unit-40", "administrator", name)) {
      String whose = user.equals(name) ? "its own name" : user;
      attempts.put("set the password of " + whose, () -> password(user));
    }
    attempts.put(
        "delete the password of unit-40",
        () ->
            admin
                .alterUserScramCredentials(
                    List.of(
                        new UserScramCredentialDeletion("unit-40", ScramMechanism.SCRAM_SHA_512)))
                .all()
                .get());
    attempts.put("see who has a password", () -> admin.describeUserScramCredentials().all().get());
    attempts.put("lift its quotas", this::quotas);
    attempts.put(
        "read quotas", () -> admin.describeClientQuotas(ClientQuotaFilter.all()).entities().get());
    ConfigResource broker = new ConfigResource(ConfigResource.Type.BROKER, "1");
    attempts.put("change the broker's settings", () -> set(broker, "message.max.bytes", "1"));
    attempts.put(
        "read the broker's settings", () -> admin.describeConfigs(List.of(broker)).all().get());
    attempts.put(
        "read the broker's folders",
        () -> admin.describeLogDirs(List.of(1)).allDescriptions().get());
    attempts.put(
        "move partitions",
        () ->
            admin
                .alterPartitionReassignments(
                    Map.of(
                        new TopicPartition("tonghop.reports.40", 0),
                        Optional.of(new NewPartitionReassignment(List.of(1)))))
                .all()
                .get());
    attempts.put(
        "elect leaders",
        () ->
            admin
                .electLeaders(
                    ElectionType.PREFERRED, Set.of(new TopicPartition("tonghop.reports.40", 0)))
                .all()
                .get());
    attempts.put("look at the quorum", () -> admin.describeMetadataQuorum().quorumInfo().get());
    attempts.put("unregister the broker", () -> admin.unregisterBroker(1).all().get());
    attempts.put(
        "change features",
        () ->
            admin
                .updateFeatures(
                    Map.of(
                        "metadata.version",
                        new FeatureUpdate((short) 1, FeatureUpdate.UpgradeType.SAFE_DOWNGRADE)),
                    new UpdateFeaturesOptions())
                .all()
                .get());
  }

  /** Every other unit's topics, one by one; one answer if all answer alike. */
  private void eachOf(Map<String, String> answers) {
    for (String kind : List.of("reports", "receipts")) {
      List<String> others =
          topics.stream()
              .filter(topic -> topic.startsWith("tonghop." + kind + "."))
              .filter(topic -> !topic.endsWith(".70"))
              .toList();
      answers.put("read " + kind + " of each other unit", same(others, this::read));
      answers.put("write " + kind + " of each other unit", same(others, this::write));
    }
    List<String> internal =
        topics.stream().filter(topic -> topic.startsWith(APPLICATION + "-")).toList();
    answers.put("read each internal topic of the roll-up", same(internal, this::read));
    answers.put("write each internal topic of the roll-up", same(internal, this::write));
  }

  private static String same(List<String> topics, Each attempt) {
    Set<String> answers = new TreeSet<>();
    for (String topic : topics) {
      answers.add(Attempt.answer(() -> attempt.on(topic)));
    }
    return String.join(", ", answers);
  }

  private String hidden() {
    Set<String> seen = admin.listTopics().names().toCompletionStage().toCompletableFuture().join();
    return seen.size() < topics.size() && !seen.contains("tonghop.reports.40")
        ? "sees none"
        : "sees " + seen;
  }

  private void read(String topic) {
    TopicPartition partition = new TopicPartition(topic, 0);
    consumer.assign(List.of(partition));
    consumer.seekToBeginning(List.of(partition));
    consumer.position(partition);
    consumer.poll(POLL);
  }

  private void write(String topic) throws Exception {
    producer.send(new ProducerRecord<>(topic, 0, BYTES, BYTES)).get();
  }

  private void transaction(String id) {
    Map<String, Object> transactional = new HashMap<>(config);
    transactional.put("enable.idempotence", "true");
    transactional.put("transactional.id", id);
    try (KafkaProducer<byte[], byte[]> other =
        new KafkaProducer<>(transactional, new ByteArraySerializer(), new ByteArraySerializer())) {
      other.initTransactions();
    }
  }

  private void join(String group) {
    try (KafkaConsumer<byte[], byte[]> member = consumer(Map.of("group.id", group))) {
      member.assign(List.of(own));
      member.commitSync(Map.of(own, new OffsetAndMetadata(0)));
    }
  }

  private KafkaConsumer<byte[], byte[]> consumer(Map<String, Object> more) {
    Map<String, Object> reading = new HashMap<>(config);
    reading.putAll(more);
    reading.put("allow.auto.create.topics", "false");
    return new KafkaConsumer<>(reading, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }

  private void set(ConfigResource resource, String key, String value) throws Exception {
    admin
        .incrementalAlterConfigs(
            Map.of(
                resource,
                List.of(new AlterConfigOp(new ConfigEntry(key, value), AlterConfigOp.OpType.SET))))
        .all()
        .get();
  }

  private void password(String user) throws Exception {
    admin
        .alterUserScramCredentials(
            List.of(
                new UserScramCredentialUpsertion(
                    user, new ScramCredentialInfo(ScramMechanism.SCRAM_SHA_512, 4096), "guessed")))
        .all()
        .get();
  }

  private void quotas() throws Exception {
    ClientQuotaEntity entity = new ClientQuotaEntity(Map.of(ClientQuotaEntity.USER, name));
    admin
        .alterClientQuotas(
            List.of(
                new ClientQuotaAlteration(
                    entity, List.of(new ClientQuotaAlteration.Op("producer_byte_rate", 1e12)))))
        .all()
        .get();
  }

  @Override
  public void close() {
    consumer.close();
    producer.close(Duration.ZERO);
    admin.close(Duration.ZERO);
  }

  /** Something tried on one topic after the other. */
  private interface Each {
    void on(String topic) throws Exception;
  }
}
