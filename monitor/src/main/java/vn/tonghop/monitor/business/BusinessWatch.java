package vn.tonghop.monitor.business;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import vn.tonghop.Receipt;
import vn.tonghop.domain.period.Regime;
import vn.tonghop.domain.reference.ReferenceData;
import vn.tonghop.monitor.lag.Seen;
import vn.tonghop.monitor.lag.Stage;
import vn.tonghop.monitor.log.LogTimes;
import vn.tonghop.schemas.serde.RegistryAvroDeserializer;
import vn.tonghop.schemas.topic.Topics;

/** Looks again and again at who has reported and what was rejected. For one thread. */
public final class BusinessWatch implements AutoCloseable {

  /**
   * Receipts before the end that are read at first: a longer row of rejections counts from there.
   */
  static final long RECEIPTS_BACK = 100;

  private final Regime regime;
  private final Supplier<Optional<ReferenceData>> reference;
  private final InstantSource clock;
  private final RegistryAvroDeserializer values = new RegistryAvroDeserializer();
  private final LogTimes log;
  private final Rejects rejects = new Rejects();
  private final Streaks streaks = new Streaks();
  private final KnownTables tables = new KnownTables(values);
  private final Follower deadLetters;
  private final Follower receipts;
  private final Follower tableTopic;
  private final Map<TopicPartition, Last> last = new HashMap<>();

  private record Last(long stable, Optional<Instant> time) {}

  /**
   * @param config of Kafka's clients and of the registry's deserializer
   * @param turn how long one look may read each of the topics
   * @param reference the newest version of the reference data, empty before the first
   */
  public BusinessWatch(
      Map<String, Object> config,
      Duration turn,
      Regime regime,
      Supplier<Optional<ReferenceData>> reference,
      InstantSource clock) {
    this.regime = regime;
    this.reference = reference;
    this.clock = clock;
    Map<String, Object> reading = new HashMap<>(config);
    reading.put(RegistryAvroDeserializer.SPECIFIC, "true");
    values.configure(reading, false);
    this.log = new LogTimes(config, IsolationLevel.READ_COMMITTED);
    this.deadLetters =
        new Follower(config, turn, Long.MAX_VALUE, record -> rejects.take(record.headers()));
    this.receipts = new Follower(config, turn, RECEIPTS_BACK, this::takeReceipt);
    this.tableTopic = new Follower(config, turn, Long.MAX_VALUE, tables::take);
  }

  /**
   * Looks once.
   *
   * @param seen the look at lag before it, which tells what topics there are
   * @throws KafkaException if the broker or the registry cannot be reached or refuses
   */
  public Business look(Seen seen) {
    deadLetters.readOn(deadLetters.partitionsOf(Topics.DEAD_LETTERS.name()));
    receipts.readOn(receiptsTopics(seen));
    tableTopic.readOn(tableTopic.partitionsOf(Topics.TABLES.name()));
    List<Deadline> deadlines =
        reference
            .get()
            .map(data -> Deadline.next(data, regime, clock.instant(), tables::table))
            .orElse(List.of());
    return new Business(lastReports(seen), deadlines, rejects.counts(), streaks.byUnit());
  }

  private static List<TopicPartition> receiptsTopics(Seen seen) {
    return seen.places().stream()
        .filter(each -> each.place().stage() == Stage.INTAKE)
        .map(each -> each.place().partition().topic())
        .filter(topic -> !seen.unread().containsKey(topic))
        .distinct()
        .map(topic -> new TopicPartition(Topics.receiptsBeside(topic), 0))
        .toList();
  }

  private void takeReceipt(ConsumerRecord<byte[], byte[]> record) {
    if (values.deserialize(record.topic(), record.value()) instanceof Receipt receipt) {
      streaks.take(record.topic(), receipt.getOutcome().toString());
    }
  }

  /** Read again only where something has come since. */
  private SortedMap<String, Instant> lastReports(Seen seen) {
    Map<TopicPartition, Long> moved = new HashMap<>();
    TreeMap<TopicPartition, String> units =
        new TreeMap<>(Comparator.comparing(TopicPartition::toString));
    for (Seen.At each : seen.places()) {
      if (each.place().stage() == Stage.INTAKE) {
        TopicPartition partition = each.place().partition();
        units.put(partition, each.place().unit());
        Last known = last.get(partition);
        if (known == null || known.stable() != each.look().stable()) {
          moved.put(partition, each.look().stable());
        }
      }
    }
    Map<TopicPartition, Instant> times = log.last(moved);
    moved.forEach(
        (partition, stable) ->
            last.put(partition, new Last(stable, Optional.ofNullable(times.get(partition)))));
    TreeMap<String, Instant> byUnit = new TreeMap<>();
    units.forEach(
        (partition, unit) ->
            Optional.ofNullable(last.get(partition))
                .flatMap(Last::time)
                .ifPresent(time -> byUnit.merge(unit, time, (a, b) -> a.isAfter(b) ? a : b)));
    return byUnit;
  }

  @Override
  public void close() {
    deadLetters.close();
    receipts.close();
    tableTopic.close();
    log.close();
    values.close();
  }
}
