package vn.tonghop.bench.peer;

import java.util.List;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.AutoOffsetReset;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyConfig;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Grouped;
import org.apache.kafka.streams.kstream.KTable;
import org.apache.kafka.streams.kstream.Materialized;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.kstream.Repartitioned;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.state.KeyValueStore;
import vn.tonghop.schemas.topic.Topics;

/**
 * The roll-up in the shape of Theodolite's UC4 (hierarchical aggregation) and of the tutorials: the
 * latest of each document, then {@code KTable.groupBy().aggregate(adder, subtractor)}. The latest
 * documents of a target and its closing report share one table, which spares the hop that two
 * tables would need.
 */
final class PeerTopology {

  /** The peer's own output, by programme and target. */
  static final String TABLES = "bench.peer.tables";

  static final String UNIT_REPORTS = "unit-reports";
  static final String NATIONAL = "national";

  static final int PARTITIONS = 4;
  private static final Serde<String> TEXT = Serdes.String();
  private static final Serde<byte[]> BYTES = Serdes.ByteArray();

  private static final String REPARTITION = "-repartition";
  private static final String REPORTS_OF_TARGETS = "reports-of-targets";
  private static final String CLOSING_REPORTS = "closing-reports";

  private PeerTopology() {}

  /** The topics between its stages, in the order in which records pass them. */
  static List<String> stages(String applicationId) {
    return List.of(
        applicationId + "-" + REPORTS_OF_TARGETS + REPARTITION,
        applicationId + "-" + CLOSING_REPORTS + REPARTITION);
  }

  static Topology build(
      StreamsConfig config, ProcessorSupplier<byte[], byte[], String, PeriodReport> intake) {
    StreamsBuilder builder = new StreamsBuilder(new TopologyConfig(config));
    KTable<String, UnitReports> units =
        builder.stream(
                Topics.REPORTS_PATTERN,
                Consumed.with(BYTES, BYTES)
                    .withName("reports")
                    .withOffsetResetPolicy(AutoOffsetReset.earliest()))
            .process(intake, Named.as("judge"))
            .repartition(
                Repartitioned.with(TEXT, PeerSerdes.periodReport())
                    .withName(REPORTS_OF_TARGETS)
                    .withNumberOfPartitions(PARTITIONS))
            .groupByKey(Grouped.with("unit-and-target", TEXT, PeerSerdes.periodReport()))
            .aggregate(
                () -> UnitReports.NONE,
                (key, report, before) -> before.with(report),
                Named.as(UNIT_REPORTS),
                // Keys seldom repeat within a commit: a cache would only push out the tables'.
                Materialized.<String, UnitReports, KeyValueStore<Bytes, byte[]>>as(UNIT_REPORTS)
                    .withKeySerde(TEXT)
                    .withValueSerde(PeerSerdes.unitReports())
                    .withCachingDisabled());
    units
        .groupBy(
            (key, unit) -> KeyValue.pair(tableOf(key), unit.closing().orElse(null)),
            Grouped.with(CLOSING_REPORTS, TEXT, PeerSerdes.periodReport()))
        .aggregate(
            () -> PeerTable.EMPTY,
            (key, closing, table) -> table.plus(closing),
            (key, closing, table) -> table.minus(closing),
            Named.as(NATIONAL),
            Materialized.<String, PeerTable, KeyValueStore<Bytes, byte[]>>as(NATIONAL)
                .withKeySerde(TEXT)
                .withValueSerde(PeerSerdes.table())
                .withCachingEnabled())
        .toStream(Named.as("table"))
        .to(TABLES, Produced.with(TEXT, PeerSerdes.table()).withName("tables"));
    return builder.build();
  }

  /** The table that a unit's reports of a target count in. */
  static String tableOf(String key) {
    return key.substring(0, key.lastIndexOf('|'));
  }
}
