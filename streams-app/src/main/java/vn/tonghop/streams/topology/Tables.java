package vn.tonghop.streams.topology;

import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.Grouped;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Materialized;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import vn.tonghop.MovedBy;
import vn.tonghop.UnitStanding;
import vn.tonghop.domain.period.Regime;
import vn.tonghop.domain.table.NationalTable;
import vn.tonghop.internal.StandingMoves;
import vn.tonghop.schemas.mapping.TableMapping;
import vn.tonghop.schemas.serde.AvroBinary;
import vn.tonghop.streams.processor.BuildTables;
import vn.tonghop.streams.processor.UpdateRows;

/**
 * Builds national tables. A commit may hold a thousand reports of one programme: their rows are
 * updated one by one, and a cached store under the programme's name lets the build go ahead only
 * when the transaction is about to commit.
 */
final class Tables {

  /** Unit rows by programme, target and body. */
  static final String UNIT_ROWS = "unit-rows";

  /** Tables that moved since the last commit; empty at each commit, so it needs no changelog. */
  static final String MOVED_TABLES = "moved-tables";

  /** One entry a programme; its cache is what holds the build back until the commit. */
  static final String PROGRAMME_PULSE = "programme-pulse";

  private Tables() {}

  static KStream<String, NationalTable> build(
      StreamsBuilder builder, KStream<String, StandingMoves> moves, Regime regime) {
    builder.addStateStore(
        Stores.keyValueStoreBuilder(
                Stores.persistentKeyValueStore(UNIT_ROWS),
                Serdes.String(),
                AvroBinary.of(UnitStanding.class))
            .withCachingDisabled());
    builder.addStateStore(
        Stores.keyValueStoreBuilder(
                Stores.inMemoryKeyValueStore(MOVED_TABLES),
                Serdes.String(),
                AvroBinary.of(MovedBy.class))
            .withCachingDisabled()
            .withLoggingDisabled());
    return moves
        .processValues(
            () -> new UpdateRows(UNIT_ROWS, MOVED_TABLES, regime),
            Named.as("update-rows"),
            UNIT_ROWS,
            MOVED_TABLES)
        .groupByKey(Grouped.with("by-programme", Serdes.String(), Serdes.ByteArray()))
        .reduce(
            (before, pulse) -> pulse,
            Named.as(PROGRAMME_PULSE),
            Materialized.<String, byte[], KeyValueStore<Bytes, byte[]>>as(PROGRAMME_PULSE)
                .withKeySerde(Serdes.String())
                .withValueSerde(Serdes.ByteArray())
                .withCachingEnabled())
        .toStream(Named.as("before-commit"))
        .process(
            () -> new BuildTables(UNIT_ROWS, MOVED_TABLES, regime),
            Named.as("build-tables"),
            UNIT_ROWS,
            MOVED_TABLES);
  }

  /** The table by programme and target; a tombstone once no unit speaks for it any more. */
  @SuppressWarnings("NullAway") // Kafka means "no longer there" by null.
  static KStream<String, vn.tonghop.NationalTable> current(KStream<String, NationalTable> tables) {
    return tables.mapValues(
        table -> table.isEmpty() ? null : TableMapping.toAvro(table), Named.as("table"));
  }

  /** Every version; the empty one says who took the last report back. */
  static KStream<String, vn.tonghop.NationalTable> history(KStream<String, NationalTable> tables) {
    return tables.mapValues(TableMapping::toAvro, Named.as("table-version"));
  }
}
