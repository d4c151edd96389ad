package vn.tonghop.streams.runtime;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.jspecify.annotations.Nullable;
import vn.tonghop.domain.reference.ReferenceHistory;
import vn.tonghop.schemas.serde.ProgressReportDecoder;
import vn.tonghop.streams.config.RegistrySerde;
import vn.tonghop.streams.config.RollUpSettings;
import vn.tonghop.streams.config.StreamsProperties;
import vn.tonghop.streams.layout.CarryOver;
import vn.tonghop.streams.processor.Judgement;
import vn.tonghop.streams.topology.InternalTopics;
import vn.tonghop.streams.topology.OutputValues;
import vn.tonghop.streams.topology.RollUp;
import vn.tonghop.streams.topology.RollUpTopology;

/** One running instance of the roll-up. */
public final class RollUpInstance implements AutoCloseable {

  private static final Duration CLOSE = Duration.ofSeconds(20);

  private final Failures failures = new Failures(Instant::now);
  private final RestoreProgress restore = new RestoreProgress();
  private final CountDownLatch ended = new CountDownLatch(1);
  private final Admin admin;
  private final ReadableTopics topics;
  private final ReferenceReader reference;
  private final OutputValues output;
  private final KafkaStreams streams;
  private final Opened opened;

  private RollUpInstance(RollUpSettings settings, StreamsConfig config, Opened opened) {
    this.opened = opened;
    RegistrySerde serde = new RegistrySerde(settings);
    SchemaGate schemas = new SchemaGate(serde.lookup());
    this.admin = opened.add(Admin.create(clients(settings)), it -> it.close(CLOSE));
    this.topics = opened.add(new ReadableTopics(admin), ReadableTopics::close);
    Consumer<byte[], byte[]> rows =
        opened.add(
            new KafkaConsumer<>(
                clients(settings), new ByteArrayDeserializer(), new ByteArrayDeserializer()),
            Consumer::close);
    this.reference =
        opened.add(
            new ReferenceReader(rows, serde.deserializer(), settings.firstVersionOnly()),
            ReferenceReader::close);
    this.output = new OutputValues(serde.serializer());
    Judgement judgement =
        new Judgement(new ProgressReportDecoder(schemas::schema), reference::at, settings.regime());
    Topology topology =
        RollUpTopology.build(config, new RollUp(settings.regime(), judgement, output));
    IntakeGuards guards =
        new IntakeGuards(
            topics,
            Set.copyOf(InternalTopics.sources(settings.applicationId())),
            schemas,
            reference);
    this.streams =
        opened.add(
            new KafkaStreams(topology, config, new IntakeClients(guards)),
            it -> it.close(leaving()));
    streams.setUncaughtExceptionHandler(failures);
    streams.setGlobalStateRestoreListener(restore);
    streams.setStateListener(
        (now, before) -> {
          if (now.hasCompletedShutdown()) {
            ended.countDown();
          }
        });
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
    KafkaStreams.State state = streams.state();
    int threads = 0;
    int tasks = 0;
    if (state.isRunningOrRebalancing()) {
      for (var thread : streams.metadataForLocalThreads()) {
        threads++;
        tasks += thread.activeTasks().size();
      }
    }
    return new Health(
        state.name(),
        threads,
        tasks,
        restore.remaining(),
        ConsumerLag.worst(streams.metrics()),
        topics.unanswerable(),
        reference.history().map(all -> all.last().number()).orElse(0L),
        failures.explanation());
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

  @Override
  public void close() {
    opened.close();
  }

  private static CloseOptions leaving() {
    return CloseOptions.timeout(CLOSE)
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
