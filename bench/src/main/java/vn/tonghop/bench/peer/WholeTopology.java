package vn.tonghop.bench.peer;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.common.utils.Utils;
import org.apache.kafka.streams.AutoOffsetReset;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyConfig;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Grouped;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Materialized;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.kstream.Repartitioned;
import org.apache.kafka.streams.processor.StreamPartitioner;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;
import vn.tonghop.bench.cluster.OutputBytes;
import vn.tonghop.domain.acceptance.Receipt;
import vn.tonghop.domain.acceptance.Submission;
import vn.tonghop.domain.period.Period;
import vn.tonghop.domain.standing.UnitStanding;
import vn.tonghop.domain.table.NationalTable;
import vn.tonghop.schemas.output.OutputRecord;
import vn.tonghop.schemas.state.SubmissionSerde;
import vn.tonghop.schemas.topic.Topics;

/**
 * The roll-up's whole job with Kafka Streams' own operators: an aggregate a unit and programme,
 * which answers each report, and an aggregate a national table. The unit's aggregate knows each
 * standing before and after, so that the table's takes the moves themselves: a table of standings
 * between them, with an adder and a subtractor behind it, would be a store and a hop more for the
 * same result.
 */
final class WholeTopology {

  static final String UNITS = "units";
  static final String NATIONAL = "national";

  private static final String SUBMISSIONS = "submissions";
  private static final String MOVES = "moves";
  private static final String REPARTITION = "-repartition";
  private static final Serde<String> TEXT = Serdes.String();
  private static final Serde<byte[]> BYTES = Serdes.ByteArray();

  private final PeerCheck check;
  private final StandingBytes standings;
  private final OutputBytes output;

  WholeTopology(PeerCheck check, OutputBytes output) {
    this.check = check;
    this.standings = new StandingBytes(check.regime());
    this.output = output;
  }

  /** The topics between its stages, in the order in which records pass them. */
  static List<String> stages(String applicationId) {
    return List.of(
        applicationId + "-" + SUBMISSIONS + REPARTITION, applicationId + "-" + MOVES + REPARTITION);
  }

  Topology build(StreamsConfig config) {
    StreamsBuilder builder = new StreamsBuilder(new TopologyConfig(config));
    KStream<String, UnitDossier.Answer> answers = answers(submissions(builder));
    answers
        .map((key, answer) -> receipt(answer.receipt()), Named.as("receipt"))
        .to(
            (key, receipt, context) ->
                Topics.receiptsBeside(Objects.requireNonNull(receipt.source()).topic()),
            Produced.with(TEXT, written(OutputRecord.RECEIPT)).withName("receipts"));
    KStream<String, UnitMove> moves =
        answers.flatMap(
            (key, answer) ->
                answer.moves().stream().map(move -> KeyValue.pair(move.key(), move)).toList(),
            Named.as("standing-moved"));
    moves
        .mapValues(WholeTopology::standing, Named.as("standing"))
        .to(
            Topics.STANDINGS.name(),
            Produced.with(TEXT, written(OutputRecord.STANDING)).withName("standings"));
    moves
        .mapValues(UnitMove::change, Named.as("standing-change"))
        .to(
            Topics.STANDINGS_HISTORY.name(),
            Produced.with(TEXT, written(OutputRecord.STANDING_CHANGE))
                .withName("standings-history"));
    KStream<String, NationalTable> tables = tables(moves);
    tables
        .mapValues(WholeTopology::current, Named.as("current-table"))
        .to(Topics.TABLES.name(), tables("tables"));
    tables.to(Topics.TABLES_HISTORY.name(), tables("tables-history"));
    return builder.build();
  }

  private KStream<String, Submission> submissions(StreamsBuilder builder) {
    return builder.stream(
            Topics.REPORTS_PATTERN,
            Consumed.with(BYTES, BYTES)
                .withName("reports")
                .withOffsetResetPolicy(AutoOffsetReset.earliest()))
        .process(() -> new WholeIntake(check), Named.as("judge"))
        .repartition(
            Repartitioned.with(TEXT, (Serde<Submission>) new SubmissionSerde(check.regime()))
                .withName(SUBMISSIONS)
                .withNumberOfPartitions(PeerTopology.PARTITIONS));
  }

  private KStream<String, UnitDossier.Answer> answers(KStream<String, Submission> submissions) {
    return submissions
        .groupByKey()
        .aggregate(
            () -> UnitDossier.NONE,
            (key, submission, before) -> before.with(submission, Instant.now()),
            Named.as(UNITS),
            // With a cache, reports would go without an answer, which is not in the store.
            Materialized.<String, UnitDossier, KeyValueStore<Bytes, byte[]>>as(UNITS)
                .withKeySerde(TEXT)
                .withValueSerde(WholeSerdes.dossier(check.regime()))
                .withCachingDisabled())
        .toStream(Named.as("dossier"))
        .mapValues(dossier -> Objects.requireNonNull(dossier.answer()), Named.as("answer"));
  }

  private KStream<String, NationalTable> tables(KStream<String, UnitMove> moves) {
    return moves
        .map((key, move) -> KeyValue.pair(move.table(), tableMove(move)), Named.as("table-moved"))
        .groupByKey(Grouped.with(MOVES, TEXT, WholeSerdes.move()))
        .aggregate(
            () -> TableUnits.NONE,
            (key, move, table) -> table.with(move),
            Named.as(NATIONAL),
            Materialized.<String, TableUnits, KeyValueStore<Bytes, byte[]>>as(NATIONAL)
                .withKeySerde(TEXT)
                .withValueSerde(WholeSerdes.units())
                .withCachingEnabled())
        .toStream(Named.as("table-units"))
        .mapValues(this::table, Named.as("table"));
  }

  private static KeyValue<String, Receipt> receipt(Receipt receipt) {
    return KeyValue.pair(receipt.programme() + "|" + receipt.period(), receipt);
  }

  @SuppressWarnings("NullAway") // Kafka means "no longer there" by null.
  private static UnitStanding standing(UnitMove move) {
    return move.move().standing();
  }

  private TableMove tableMove(UnitMove move) {
    @Nullable UnitStanding standing = move.move().standing();
    return new TableMove(
        move.body(),
        standing == null ? null : standings.of(standing),
        move.move().visible(),
        move.movedBy());
  }

  private NationalTable table(String key, TableUnits table) {
    int end = key.lastIndexOf('|');
    String programme = key.substring(0, end);
    Period target = Period.parse(check.regime(), key.substring(end + 1)).orElseThrow();
    List<UnitStanding> units =
        table.units().stream()
            .map(unit -> standings.standing(programme, target, unit.body(), unit.standing()))
            .toList();
    return NationalTable.of(units, table.mover())
        .orElseGet(() -> NationalTable.empty(programme, target, table.mover()));
  }

  @SuppressWarnings("NullAway") // Kafka means "no longer there" by null.
  private static NationalTable current(NationalTable table) {
    return table.isEmpty() ? null : table;
  }

  private Produced<String, NationalTable> tables(String name) {
    return Produced.with(TEXT, written(OutputRecord.TABLE))
        .withStreamPartitioner(byProgramme())
        .withName(name);
  }

  /** As the contract says of tables. */
  private static StreamPartitioner<String, NationalTable> byProgramme() {
    return (topic, key, table, partitions) -> {
      byte[] programme = key.substring(0, key.lastIndexOf('|')).getBytes(StandardCharsets.UTF_8);
      return Optional.of(Set.of(Utils.toPositive(Utils.murmur2(programme)) % partitions));
    };
  }

  /** The roll-up's own bytes; no output is read. */
  @SuppressWarnings("NullAway") // Kafka's interfaces mean null by null and do not say so.
  private <T> Serde<T> written(OutputRecord<T> record) {
    return Serdes.serdeFrom(
        (topic, value) -> value == null ? null : output.of(record, value),
        (topic, bytes) -> {
          throw new UnsupportedOperationException("output topics are not read: " + topic);
        });
  }
}
