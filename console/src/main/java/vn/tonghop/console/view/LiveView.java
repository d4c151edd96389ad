package vn.tonghop.console.view;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.tonghop.domain.acceptance.Receipt;
import vn.tonghop.domain.acceptance.SourceRecord;
import vn.tonghop.domain.period.Period;
import vn.tonghop.domain.period.Regime;
import vn.tonghop.domain.reference.ReferenceHistory;
import vn.tonghop.domain.report.ReportDigest;
import vn.tonghop.domain.standing.UnitStanding;
import vn.tonghop.domain.table.NationalTable;
import vn.tonghop.producer.AvroConsumer;
import vn.tonghop.producer.settings.Settings;
import vn.tonghop.schemas.mapping.ReceiptMapping;
import vn.tonghop.schemas.mapping.ReportMapping;
import vn.tonghop.schemas.mapping.StandingMapping;
import vn.tonghop.schemas.mapping.TableMapping;
import vn.tonghop.schemas.registry.RegistryUnavailableException;
import vn.tonghop.schemas.topic.Topics;

/** The view of a running system: two threads follow the topics, a third consumer reads by place. */
public final class LiveView implements View, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(LiveView.class);
  private static final String MANY_RECORDS = "5000";

  /** One record is wanted; a fetch brings no less than one, however large. */
  private static final String ONE_RECORD_BYTES = "16384";

  private static final Comparator<UnitStanding> BY_CODE =
      Comparator.comparing(UnitStanding::unit).thenComparing(UnitStanding::body);

  private final Regime regime;
  private final Current current;
  private final History history = new History();
  private final NewestReference newest = new NewestReference();
  private final Follower ofCurrent;
  private final Follower ofHistory;
  private final RecordReader reader;
  private final Values values;
  private final CountDownLatch ended = new CountDownLatch(1);
  private final List<Consumer<TableKey>> listeners = new CopyOnWriteArrayList<>();

  private LiveView(Settings settings) {
    this.regime = settings.regime();
    this.current = new Current(regime);
    Settings following = with(settings, ConsumerConfig.MAX_POLL_RECORDS_CONFIG, MANY_RECORDS);
    Settings reading =
        with(settings, ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, ONE_RECORD_BYTES);
    this.values = new Values(settings);
    this.ofCurrent =
        new Follower(
            "view-current",
            AvroConsumer.open(following),
            only(Topics.REFERENCE.name(), Topics.TABLES.name(), Topics.STANDINGS.name()),
            new Now(),
            ended::countDown);
    this.ofHistory =
        new Follower(
            "view-history",
            AvroConsumer.open(following),
            new Histories(),
            this::takeHistory,
            ended::countDown);
    this.reader = new RecordReader(AvroConsumer.open(reading));
  }

  /**
   * Begins to read.
   *
   * @throws vn.tonghop.producer.PublishException if no address of a broker can be resolved, or
   *     Kafka does not accept a setting
   */
  public static LiveView start(Settings settings) {
    LiveView view = new LiveView(settings);
    view.ofCurrent.start();
    view.ofHistory.start();
    return view;
  }

  @Override
  public boolean isCaughtUp() {
    return ofCurrent.isCaughtUp() && ofHistory.isCaughtUp();
  }

  @Override
  public boolean isCurrent() {
    return ofCurrent.isCaughtUp();
  }

  /** The bug that has ended its reading; null while it goes on. */
  public @Nullable Throwable failure() {
    Throwable first = ofCurrent.failure();
    return first == null ? ofHistory.failure() : first;
  }

  /** Waits until it is closed, or a bug has ended it; what ended it, or null. */
  public @Nullable Throwable awaitEnd() throws InterruptedException {
    ended.await();
    return failure();
  }

  @Override
  public boolean isAlive() {
    return failure() == null;
  }

  @Override
  public Regime regime() {
    return regime;
  }

  @Override
  public Optional<ReferenceHistory.Version> reference() {
    return Optional.ofNullable(newest.version());
  }

  @Override
  public List<String> programmes() {
    return current.programmes();
  }

  @Override
  public List<Period> targets(String programme) {
    return current.targets(programme);
  }

  @Override
  public Optional<Logged<NationalTable>> table(TableKey key) {
    Held held = current.table(key);
    return held == null
        ? Optional.empty()
        : Optional.of(
            held.says(
                Topics.TABLES.name(),
                TableMapping.fromAvro(
                    values.read(
                        Topics.TABLES.name(), held.value(), vn.tonghop.NationalTable.class))));
  }

  @Override
  public Optional<Place> place(TableKey key) {
    return Optional.ofNullable(current.table(key)).map(held -> held.place(Topics.TABLES.name()));
  }

  @Override
  public List<Place> versions(TableKey key) {
    return history.versions(key);
  }

  @Override
  public Optional<Logged<NationalTable>> version(SourceRecord source) {
    return isOf(Topics.TABLES_HISTORY.name(), source)
        ? reader.read(
            source,
            (record, from) ->
                read(record, from) instanceof vn.tonghop.NationalTable table
                    ? TableMapping.fromAvro(table)
                    : null)
        : Optional.empty();
  }

  @Override
  public List<Logged<UnitStanding>> standings(TableKey key) {
    return current.standings(key).stream()
        .map(this::standing)
        .sorted(Comparator.comparing(Logged::value, BY_CODE))
        .toList();
  }

  @Override
  public Optional<Logged<UnitStanding>> standing(TableKey key, String body) {
    return Optional.ofNullable(current.standing(key, body)).map(this::standing);
  }

  private Logged<UnitStanding> standing(Held held) {
    String topic = Topics.STANDINGS.name();
    return held.says(
        topic,
        StandingMapping.fromAvro(
            regime, values.read(topic, held.value(), vn.tonghop.UnitStanding.class)));
  }

  @Override
  public List<SourceRecord> changes(TableKey key, String body) {
    return history.changes(key, body);
  }

  @Override
  public List<SourceRecord> movedBy(SourceRecord report) {
    return history.movedBy(report);
  }

  @Override
  public Optional<Logged<ChangeOf>> change(SourceRecord source) {
    return isOf(Topics.STANDINGS_HISTORY.name(), source)
        ? reader.read(source, this::change)
        : Optional.empty();
  }

  private @Nullable ChangeOf change(ConsumerRecord<String, byte[]> record, AvroConsumer from) {
    Optional<Keys.StandingKey> key = Keys.standing(regime, record.key());
    return key.isPresent() && read(record, from) instanceof vn.tonghop.StandingChange stored
        ? new ChangeOf(
            key.get().table(), key.get().body(), StandingMapping.fromAvro(regime, stored))
        : null;
  }

  @Override
  public List<Answered> receipts(ReportKey key) {
    return history.receipts(key);
  }

  @Override
  public Optional<Logged<Receipt>> receipt(SourceRecord source) {
    boolean known =
        source.topic().startsWith(Topics.RECEIPTS_PREFIX)
            && ofHistory.topics().contains(source.topic())
            && source.partition() == 0;
    return known
        ? reader.read(
            source,
            (record, from) ->
                read(record, from) instanceof vn.tonghop.Receipt receipt
                    ? ReceiptMapping.fromAvro(receipt)
                    : null)
        : Optional.empty();
  }

  @Override
  public Optional<Logged<Report>> report(SourceRecord source) {
    boolean known =
        Topics.unitOf(source.topic()).isPresent()
            && ofHistory.topics().contains(Topics.receiptsBeside(source.topic()))
            && source.partition() == 0;
    return known ? reader.read(source, this::report) : Optional.empty();
  }

  private Report report(ConsumerRecord<String, byte[]> record, AvroConsumer from) {
    if (record.value() != null
        && read(record, from) instanceof vn.tonghop.ProgressReport sent
        && ReportMapping.fromAvro(sent) instanceof ReportMapping.Result.Fits fits) {
      return new Report(fits.report(), ReportDigest.of(fits.report()));
    }
    return new Report(null, null);
  }

  @Override
  public Listening listen(Consumer<TableKey> changed) {
    listeners.add(changed);
    return () -> listeners.remove(changed);
  }

  /** Null where the bytes are none of ours: only the registry's absence is worth another try. */
  private static @Nullable Object read(ConsumerRecord<String, byte[]> record, AvroConsumer from) {
    try {
      return record.value() == null ? null : from.value(record);
    } catch (SerializationException e) {
      if (e.getCause() instanceof RegistryUnavailableException) {
        throw e;
      }
      LOG.warn("{}-{}@{}: {}", record.topic(), record.partition(), record.offset(), e.toString());
      return null;
    }
  }

  private static boolean isOf(String topic, SourceRecord source) {
    return source.topic().equals(topic)
        && source.partition() >= 0
        && source.partition() < partitions(topic);
  }

  private static int partitions(String topic) {
    return Topics.shared().stream()
        .filter(each -> each.name().equals(topic))
        .mapToInt(each -> each.partitions())
        .sum();
  }

  private void takeHistory(ConsumerRecord<String, byte[]> record, AvroConsumer from) {
    String topic = record.topic();
    int partition = record.partition();
    long offset = record.offset();
    if (topic.equals(Topics.TABLES_HISTORY.name())) {
      Keys.table(regime, record.key())
          .ifPresent(key -> history.version(key, partition, offset, record.timestamp()));
    } else if (topic.equals(Topics.STANDINGS_HISTORY.name())) {
      if (read(record, from) instanceof vn.tonghop.StandingChange change) {
        vn.tonghop.MovedBy by = change.getMovedBy();
        SourceRecord report =
            new SourceRecord(by.getTopic().toString(), by.getPartition(), by.getOffset());
        Keys.standing(regime, record.key())
            .ifPresent(key -> history.change(key, report, partition, offset));
      }
    } else {
      receipt(record, from);
    }
  }

  private void receipt(ConsumerRecord<String, byte[]> record, AvroConsumer from) {
    String unit = record.topic().substring(Topics.RECEIPTS_PREFIX.length());
    Optional<ReportKey> key = Keys.report(regime, unit, record.key());
    if (key.isPresent() && read(record, from) instanceof vn.tonghop.Receipt receipt) {
      history.receipt(
          key.get(),
          record.partition(),
          record.offset(),
          record.timestamp(),
          ReceiptMapping.fromAvro(receipt).outcome());
    }
  }

  /** What is current: tables, standings, reference data. */
  private final class Now implements Follower.Taker {

    /** Tables that changed since the last pause, with no order and no copy. */
    private final Map<TableKey, Boolean> changed = new HashMap<>();

    @Override
    public void take(ConsumerRecord<String, byte[]> record, AvroConsumer from) {
      String topic = record.topic();
      if (topic.equals(Topics.TABLES.name())) {
        current.table(record).ifPresent(key -> changed.put(key, true));
      } else if (topic.equals(Topics.STANDINGS.name())) {
        current.standing(record);
      } else if (read(record, from) instanceof vn.tonghop.ReferenceEntry entry) {
        newest.add(entry, record.timestamp());
      }
    }

    @Override
    public void pause() {
      for (TableKey key : changed.keySet()) {
        listeners.forEach(listener -> listener.accept(key));
      }
      changed.clear();
    }
  }

  /** The histories, and the receipts of every unit, whenever it comes. */
  private static final class Histories implements Follower.Wanted {
    @Override
    public Set<String> required() {
      return Set.of(Topics.TABLES_HISTORY.name(), Topics.STANDINGS_HISTORY.name());
    }

    @Override
    public boolean isWanted(String topic) {
      return topic.startsWith(Topics.RECEIPTS_PREFIX);
    }
  }

  private static Follower.Wanted only(String... topics) {
    Set<String> names = Set.of(topics);
    return new Follower.Wanted() {
      @Override
      public Set<String> required() {
        return names;
      }

      @Override
      public boolean isWanted(String topic) {
        return false;
      }
    };
  }

  private static Settings with(Settings settings, String key, String value) {
    Map<String, String> kafka = new HashMap<>(settings.kafka());
    kafka.put(key, value);
    return new Settings(
        settings.bootstrap(), settings.registry(), settings.regime(), settings.data(), kafka);
  }

  @Override
  public void close() {
    ofCurrent.close();
    ofHistory.close();
    reader.close();
    values.close();
  }
}
