package vn.tonghop.streams.topology;

import static vn.tonghop.streams.topology.Acceptances.ACCEPTED_REPORTS;
import static vn.tonghop.streams.topology.Acceptances.PROGRAMME_YEARS;

import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.kstream.Grouped;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Materialized;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.state.Stores;
import vn.tonghop.domain.table.NationalTable;
import vn.tonghop.streams.processor.Accepted;
import vn.tonghop.streams.processor.BuildTables;

/**
 * Builds national tables. A commit may hold a thousand reports of one programme: acceptance notes
 * which tables they move, and a cached store under the programme's name lets the build go ahead
 * only when the transaction is about to commit.
 */
final class Tables {

  /**
   * One entry a programme; its cache is what holds the build back until the commit. What it holds
   * means nothing, so it needs no changelog.
   */
  static final String PROGRAMME_PULSE = "programme-pulse";

  /** What a programme's tables are told by: that something moved, never what. */
  private static final byte[] PULSE = {1};

  private Tables() {}

  static KStream<String, NationalTable> build(KStream<String, Accepted> accepted) {
    return accepted
        .filter(
            (programme, answer) -> answer.moves() != null && answer.moves().areVisible(),
            Named.as("moved"))
        .mapValues(answer -> PULSE, Named.as("pulse"))
        .groupByKey(Grouped.with("by-programme", Serdes.String(), Serdes.ByteArray()))
        .reduce(
            (before, pulse) -> pulse,
            Named.as(PROGRAMME_PULSE),
            Materialized.<String, byte[]>as(Stores.inMemoryKeyValueStore(PROGRAMME_PULSE))
                .withKeySerde(Serdes.String())
                .withValueSerde(Serdes.ByteArray())
                .withCachingEnabled()
                .withLoggingDisabled())
        .toStream(Named.as("before-commit"))
        .process(
            () -> new BuildTables(Acceptances.STORES),
            Named.as("build-tables"),
            ACCEPTED_REPORTS,
            PROGRAMME_YEARS);
  }

  /** The table by programme and target; a tombstone once no unit speaks for it any more. */
  @SuppressWarnings("NullAway") // Kafka means "no longer there" by null.
  static KStream<String, NationalTable> current(KStream<String, NationalTable> tables) {
    return tables.mapValues(table -> table.isEmpty() ? null : table, Named.as("table"));
  }
}
