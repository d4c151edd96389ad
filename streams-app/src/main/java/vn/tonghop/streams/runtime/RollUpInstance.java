package vn.tonghop.streams.runtime;

import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeClusterOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.jspecify.annotations.Nullable;
import vn.tonghop.domain.reference.ReferenceHistory;
import vn.tonghop.schemas.registry.RegistryClient;
import vn.tonghop.schemas.registry.RegistryNotFoundException;
import vn.tonghop.schemas.registry.Subjects;
import vn.tonghop.schemas.serde.ProgressReportDecoder;
import vn.tonghop.schemas.topic.TopicEnd;
import vn.tonghop.streams.config.RegistrySerde;
import vn.tonghop.streams.config.RollUpSettings;
import vn.tonghop.streams.config.StreamsProperties;
import vn.tonghop.streams.layout.CarryOver;
import vn.tonghop.streams.metrics.RollUpMetrics;
import vn.tonghop.streams.processor.Judgement;
import vn.tonghop.streams.processor.Tally;
import vn.tonghop.streams.topology.InternalTopics;
import vn.tonghop.streams.topology.OutputValues;
import vn.tonghop.streams.topology.RollUp;
import vn.tonghop.streams.topology.RollUpTopology;

/** One running instance of the roll-up. */
public final class RollUpInstance implements AutoCloseable {

  /** Nothing that the admin client still asks is of use to one that closes. */
  private static final Duration ADMIN_CLOSE = Duration.ofSeconds(1);

  /** How long a broker may take to say that it is there. */
  private static final int BROKER_PATIENCE_MS = 5_000;

  private final RollUpSettings settings;
  private final Failures failures = new Failures(Instant::now);
  private final RestoreProgress restore = new RestoreProgress();
  private final CountDownLatch ended = new CountDownLatch(1);
  private final Admin admin;
  private final ReadableTopics topics;
  private final ReferenceReader reference;
  private final OutputValues output;
  private final KafkaStreams streams;
  private final Probe broker;
  private final Probe registry;
  private final PrometheusRegistry metrics;
  private final Opened opened;
  private volatile boolean closedInTime = true;

  private RollUpInstance(RollUpSettings settings, StreamsConfig config, Opened opened) {
    this.settings = settings;
    this.opened = opened;
    RegistrySerde serde = new RegistrySerde(settings);
    SchemaGate schemas = new SchemaGate(serde.lookup());
    this.admin = opened.add(Admin.create(clients(settings)), it -> it.close(ADMIN_CLOSE));
    this.topics = opened.add(new ReadableTopics(admin), ReadableTopics::close);
    Consumer<byte[], byte[]> rows =
        opened.add(
            new KafkaConsumer<>(
                TopicEnd.reader(clients(settings)),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer()),
            Consumer::close);
    this.reference =
        opened.add(
            new ReferenceReader(rows, serde.deserializer(), settings.firstVersionOnly()),
            ReferenceReader::close);
    this.output = new OutputValues(serde.serializer());
    Judgement judgement =
        new Judgement(new ProgressReportDecoder(schemas::schema), reference::at, settings.regime());
    Tally tally = new Tally();
    Topology topology =
        RollUpTopology.build(config, new RollUp(settings.regime(), judgement, output, tally));
    IntakeGuards guards =
        new IntakeGuards(
            topics,
            Set.copyOf(InternalTopics.sources(settings.applicationId())),
            schemas,
            reference);
    this.streams =
        opened.add(
            new KafkaStreams(topology, config, new IntakeClients(guards)),
            it -> closedInTime = it.close(leaving(settings)));
    streams.setUncaughtExceptionHandler(failures);
    streams.setGlobalStateRestoreListener(restore);
    streams.setStateListener(
        (now, before) -> {
          if (now.hasCompletedShutdown()) {
            ended.countDown();
          }
        });
    this.broker = opened.add(new Probe("broker", this::askBroker), Probe::close);
    RegistryClient client = serde.client();
    this.registry = opened.add(new Probe("registry", () -> ask(client)), Probe::close);
    this.metrics = RollUpMetrics.of(settings.regime(), tally, new Facts(this));
  }

  /**
   * Starts an instance. Its topics, schemas and reference data must be there.
   *
   * @throws IllegalStateException if there is no reference data yet
   * @throws vn.tonghop.streams.layout.LayoutException if what the former version left cannot be
   *     carried over as it is
   * @throws org.apache.kafka.common.KafkaException if the broker or the registry is out of reach,
   *     or the registry has not got a schema of the output
   */
  public static RollUpInstance start(RollUpSettings settings) throws InterruptedException {
    return start(settings, StreamsProperties.of(settings));
  }

  /**
   * The same with Kafka Streams' own settings changed, for measuring what one of them costs. Not
   * for other packages: no setting of a deployment may lead to a weaker guarantee.
   */
  static RollUpInstance start(RollUpSettings settings, StreamsConfig config)
      throws InterruptedException {
    Opened opened = new Opened();
    try {
      RollUpInstance instance = new RollUpInstance(settings, config, opened);
      instance.begin(settings);
      return instance;
    } catch (RuntimeException | InterruptedException e) {
      opened.closeAfter(e);
      throw e;
    }
  }

  private void begin(RollUpSettings settings) throws InterruptedException {
    // Only now: settings that cannot be used are said before any broker is asked.
    new CarryOver(settings, clients(settings), admin, CarryOver.PATIENCE).run();
    topics.start();
    reference.readToEnd();
    if (reference.history().isEmpty()) {
      throw new IllegalStateException(
          "no reference data in the cluster yet: load it with `reference load`");
    }
    output.askForSchemas();
    streams.start();
  }

  /** What it knows of itself at this moment. */
  public Health health() {
    KafkaStreams.State state = state();
    int threads = 0;
    int tasks = 0;
    int standbys = 0;
    if (state.isRunningOrRebalancing()) {
      for (var thread : streams.metadataForLocalThreads()) {
        threads++;
        tasks += thread.activeTasks().size();
        standbys += thread.standbyTasks().size();
      }
    }
    return new Health(
        state.name(),
        threads,
        failures.count(),
        tasks,
        standbys,
        restoreRemaining(),
        ConsumerLag.worst(streams.metrics()),
        unanswerable(),
        referenceVersion(),
        failures.explanation());
  }

  /** The same with what it needs from outside, which is asked for when need be. */
  public Readiness readiness() {
    return Readiness.of(health(), settings.mostLag(), broker.trouble(), registry.trouble());
  }

  /** What Prometheus is told (docs/metrics.md). */
  public PrometheusRegistry metrics() {
    return metrics;
  }

  KafkaStreams.State state() {
    return streams.state();
  }

  /** Kafka Streams' own metrics and those of its clients. */
  Map<MetricName, ? extends Metric> kafkaMetrics() {
    return streams.metrics();
  }

  /** Records of state still to be restored. */
  long restoreRemaining() {
    return restore.remaining();
  }

  /** Reports topics that are not read for want of a receipts topic. */
  Set<String> unanswerable() {
    return topics.unanswerable();
  }

  /** The newest version of the reference data; 0 while there is none. */
  long referenceVersion() {
    return reference.history().map(all -> all.last().number()).orElse(0L);
  }

  boolean isBrokerUp() {
    return broker.isUp();
  }

  boolean isRegistryUp() {
    return registry.isUp();
  }

  /** Records of state restored since the process began. */
  long restored() {
    return restore.restored();
  }

  /** What ended it; null while it goes on or if it was closed. */
  public @Nullable Throwable failure() {
    return failures.fatal();
  }

  /** The same with all its causes, in a line. */
  public @Nullable String explanation() {
    return failures.explanation();
  }

  /** The versions of the reference data that this instance knows. */
  public Optional<ReferenceHistory> reference() {
    return reference.history();
  }

  /**
   * Waits until the instance has ended.
   *
   * @return what ended it; null if it was closed
   */
  public @Nullable Throwable awaitEnd() throws InterruptedException {
    ended.await();
    return failures.fatal();
  }

  /** Whether it has ended within that time. */
  public boolean awaitEnd(Duration most) throws InterruptedException {
    return ended.await(most.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Stops within the time of the settings; what is then not done, is done after the next start. */
  @Override
  public void close() {
    opened.close();
  }

  /** Whether all threads had ended when {@link #close} returned. */
  public boolean isClosedInTime() {
    return closedInTime;
  }

  private Object askBroker() throws ExecutionException, InterruptedException {
    return admin
        .describeCluster(new DescribeClusterOptions().timeoutMs(BROKER_PATIENCE_MS))
        .clusterId()
        .get();
  }

  /** Any answer will do: a registry that has other subjects is there all the same. */
  private static boolean ask(RegistryClient registry) {
    try {
      registry.latest(Subjects.subject(vn.tonghop.Receipt.getClassSchema()));
      return true;
    } catch (RegistryNotFoundException e) {
      return true;
    }
  }

  /** Its tasks go to another instance at once, rather than after the session's time-out. */
  private static CloseOptions leaving(RollUpSettings settings) {
    return CloseOptions.timeout(Duration.ofMillis(settings.stopTimeout()))
        .withGroupMembershipOperation(CloseOptions.GroupMembershipOperation.LEAVE_GROUP);
  }

  private static Map<String, Object> clients(RollUpSettings settings) {
    Map<String, Object> clients = new HashMap<>(settings.clients());
    clients.put("bootstrap.servers", settings.bootstrapServers());
    clients.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    clients.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    return clients;
  }
}
