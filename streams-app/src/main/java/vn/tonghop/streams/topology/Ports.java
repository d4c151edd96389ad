package vn.tonghop.streams.topology;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.AutoOffsetReset;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.kstream.Repartitioned;
import org.apache.kafka.streams.processor.RecordContext;
import org.apache.kafka.streams.processor.StreamPartitioner;
import vn.tonghop.domain.acceptance.Receipt;
import vn.tonghop.domain.acceptance.Submission;
import vn.tonghop.domain.period.Regime;
import vn.tonghop.domain.standing.UnitStanding;
import vn.tonghop.domain.table.NationalTable;
import vn.tonghop.schemas.mapping.Change;
import vn.tonghop.schemas.output.OutputRecord;
import vn.tonghop.schemas.state.SubmissionSerde;
import vn.tonghop.schemas.topic.Topics;

/** How the topology's topics are read and written: names, serdes, partitions. */
final class Ports {

  private static final Serde<byte[]> BYTES = Serdes.ByteArray();
  private static final Serde<String> TEXT = Serdes.String();

  private final OutputValues values;

  Ports(OutputValues values) {
    this.values = values;
  }

  Pattern reportTopics() {
    return Topics.REPORTS_PATTERN;
  }

  Consumed<byte[], byte[]> reports() {
    return Consumed.with(BYTES, BYTES)
        .withName("reports")
        .withOffsetResetPolicy(AutoOffsetReset.earliest())
        // A record can be without a time on a topic that keeps its sender's; Kafka's own extractor
        // would stop the roll-up for it.
        .withTimestampExtractor((record, time) -> Math.max(0, record.timestamp()));
  }

  String deadLetterTopic() {
    return Topics.DEAD_LETTERS.name();
  }

  Produced<byte[], byte[]> deadLetters() {
    return Produced.with(BYTES, BYTES).withName("dead-letters");
  }

  /** The receipts of the unit whose topic the record came by. */
  String receiptTopic(String key, Receipt receipt, RecordContext context) {
    return Topics.receiptsBeside(Objects.requireNonNull(receipt.source()).topic());
  }

  Produced<String, Receipt> receipts(String name) {
    return Produced.with(TEXT, values.of(OutputRecord.RECEIPT)).withName(name);
  }

  Repartitioned<String, Submission> submissions(Regime regime) {
    return Repartitioned.with(TEXT, (Serde<Submission>) new SubmissionSerde(regime))
        .withName(InternalTopics.SUBMISSIONS)
        .withNumberOfPartitions(InternalTopics.PARTITIONS);
  }

  String standingsTopic() {
    return Topics.STANDINGS.name();
  }

  Produced<String, UnitStanding> standings() {
    return Produced.with(TEXT, values.of(OutputRecord.STANDING)).withName("standings");
  }

  String standingsHistoryTopic() {
    return Topics.STANDINGS_HISTORY.name();
  }

  Produced<String, Change> standingsHistory() {
    return Produced.with(TEXT, values.of(OutputRecord.STANDING_CHANGE))
        .withName("standings-history");
  }

  String tablesTopic() {
    return Topics.TABLES.name();
  }

  Produced<String, NationalTable> tables() {
    return Produced.with(TEXT, values.of(OutputRecord.TABLE))
        .withStreamPartitioner(byProgramme())
        .withName("tables");
  }

  String tablesHistoryTopic() {
    return Topics.TABLES_HISTORY.name();
  }

  Produced<String, NationalTable> tablesHistory() {
    return Produced.with(TEXT, values.of(OutputRecord.TABLE))
        .withStreamPartitioner(byProgramme())
        .withName("tables-history");
  }

  /** All targets that a report moves stand in one partition. */
  private static StreamPartitioner<String, NationalTable> byProgramme() {
    return (topic, key, table, partitions) -> {
      String programme = key.substring(0, key.indexOf('|'));
      return Optional.of(Set.of(InternalTopics.partition(programme, partitions)));
    };
  }
}
