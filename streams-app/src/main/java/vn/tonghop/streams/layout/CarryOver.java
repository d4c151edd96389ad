package vn.tonghop.streams.layout;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.tonghop.schemas.topic.TopicEnd;
import vn.tonghop.schemas.topic.Topics;
import vn.tonghop.streams.config.RollUpSettings;
import vn.tonghop.streams.config.StreamsProperties;
import vn.tonghop.streams.runtime.LagReader;
import vn.tonghop.streams.topology.InternalTopics;

/**
 * Takes what the former version remembered over into the new layout, before the roll-up starts. All
 * of it is one transaction under one transactional id: so of any number of instances, killed or
 * not, one writes it, and once. Only then are the former topics deleted, the one that says "not
 * done yet" last, and only then does anybody process anything.
 */
public final class CarryOver {

  /** A killed instance is gone, and its transaction over, after ten seconds each. */
  public static final Duration PATIENCE = Duration.ofSeconds(40);

  private static final Logger LOG = LoggerFactory.getLogger(CarryOver.class);

  /** What brokers allow at most by default: all of it is one transaction, however much it is. */
  private static final Duration LONGEST_TRANSACTION = Duration.ofMinutes(15);

  private final RollUpSettings settings;
  private final Map<String, Object> clients;
  private final FormerLayout former;
  private final String changelog;
  private final Cluster cluster;
  private final LagReader lag;
  private final Duration patience;

  /**
   * @param clients settings of Kafka's clients, read_committed
   * @param admin stays the caller's to close
   * @param patience how long the former version may take to be gone
   */
  public CarryOver(
      RollUpSettings settings, Map<String, Object> clients, Admin admin, Duration patience) {
    this.settings = settings;
    this.clients = Map.copyOf(clients);
    this.former = new FormerLayout(settings.applicationId());
    this.changelog = InternalTopics.acceptedReports(settings.applicationId());
    this.cluster = new Cluster(admin);
    this.lag = new LagReader(admin, settings.applicationId());
    this.patience = patience;
  }

  /**
   * Does what is left to do; nothing, where there is no former state. Folders are of this instance
   * alone, so they are looked at although another one has carried the topics over.
   *
   * @throws LayoutException if it cannot be done as things are
   */
  public void run() throws InterruptedException {
    Set<String> topics = cluster.topics();
    if (topics.contains(former.states())) {
      if (topics.containsAll(InternalTopics.sources(settings.applicationId()))) {
        throw LayoutException.both(settings.applicationId());
      }
      write();
      deleteTopics();
    }
    FormerFolders.delete(settings.stateFolder().resolve(settings.applicationId()));
  }

  /** Writes the new changelog, unless somebody has done so. */
  public void write() throws InterruptedException {
    createChangelog();
    try (Consumer<byte[], byte[]> consumer = consumer();
        Producer<byte[], byte[]> producer = producer()) {
      // Ends a transaction that another instance left open. From here on that one cannot commit.
      producer.initTransactions();
      if (!isWritten(consumer)) {
        new FormerRest(former, cluster, lag).require(consumer, patience);
        copy(consumer, producer);
      }
    } catch (KafkaException e) {
      if (!isFenced(e) && !isOfDeletion(e)) {
        throw e;
      }
      awaitTheOther(e);
    }
    // A store restored before the transaction's markers are there would be empty.
    if (!Cluster.await(patience, () -> FormerRest.isEnded(lag.read(List.of(changelog))))) {
      throw LayoutException.overtaken();
    }
  }

  /** Deletes the former topics; the changelog that was carried over goes last. */
  public void deleteTopics() throws InterruptedException {
    List<String> others = new ArrayList<>(former.stages());
    others.addAll(former.derived());
    cluster.delete(others);
    cluster.delete(List.of(former.states()));
  }

  /** As Kafka Streams would create it. */
  private void createChangelog() throws InterruptedException {
    Map<String, String> config = new HashMap<>();
    StreamsProperties.of(settings)
        .originalsWithPrefix("topic.")
        .forEach((key, value) -> config.put(key, String.valueOf(value)));
    config.put(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT);
    config.put(TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG, "CreateTime");
    cluster.create(
        new NewTopic(
                changelog,
                Optional.of(InternalTopics.PARTITIONS),
                Optional.of((short) settings.replication()))
            .configs(config));
  }

  /**
   * One transaction wrote all of it or nothing; so one record is all. Where there was nothing to
   * write, or somebody deleted the former topic meanwhile, nothing is left to write.
   */
  private boolean isWritten(Consumer<byte[], byte[]> consumer) throws InterruptedException {
    long[] records = {0};
    TopicEnd.readAll(consumer, partitions(changelog), record -> records[0]++);
    return records[0] > 0 || !cluster.topics().contains(former.states());
  }

  /** Every record in its order: the last of a key stays the last. */
  private void copy(Consumer<byte[], byte[]> consumer, Producer<byte[], byte[]> producer) {
    FormerReport report = new FormerReport(settings.regime(), changelog);
    LOG.warn(
        "đang chuyển các báo cáo từ bố cục trước / carrying over the reports of the former layout");
    long[] records = {0};
    producer.beginTransaction();
    TopicEnd.readAll(
        consumer,
        partitions(former.states()),
        record -> {
          // One that fails makes the commit fail.
          Future<RecordMetadata> unused = producer.send(report.carriedOver(record));
          records[0]++;
        });
    producer.commitTransaction();
    LOG.warn("đã chuyển {} bản ghi / carried over {} records", records[0], records[0]);
  }

  private void awaitTheOther(KafkaException failure) throws InterruptedException {
    if (!Cluster.await(patience, () -> !cluster.topics().contains(former.states()))) {
      throw isFenced(failure) ? LayoutException.overtaken() : failure;
    }
  }

  /** Whether another instance has begun the same. */
  private static boolean isFenced(KafkaException failure) {
    return isCausedBy(
        failure, Set.of(ProducerFencedException.class, InvalidProducerEpochException.class));
  }

  /**
   * Whether another instance may have carried over and deleted the topics under this one, which
   * then fails before it learns that it is fenced: Kafka knows them no more, or waits for them in
   * vain.
   */
  private static boolean isOfDeletion(KafkaException failure) {
    return isCausedBy(
        failure, Set.of(UnknownTopicOrPartitionException.class, TimeoutException.class));
  }

  private static boolean isCausedBy(Throwable failure, Set<Class<? extends Exception>> kinds) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (kinds.contains(cause.getClass())) {
        return true;
      }
    }
    return false;
  }

  private static List<TopicPartition> partitions(String topic) {
    return IntStream.range(0, InternalTopics.PARTITIONS)
        .mapToObj(partition -> new TopicPartition(topic, partition))
        .toList();
  }

  private Consumer<byte[], byte[]> consumer() {
    Map<String, Object> config = TopicEnd.reader(clients);
    // Where Kafka Streams has deleted what it had read.
    config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    return new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }

  private Producer<byte[], byte[]> producer() {
    Map<String, Object> config = new HashMap<>(clients);
    config.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, settings.applicationId() + "-carry-over");
    config.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, (int) LONGEST_TRANSACTION.toMillis());
    config.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, Topics.MAX_REQUEST_BYTES);
    return new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer());
  }
}
