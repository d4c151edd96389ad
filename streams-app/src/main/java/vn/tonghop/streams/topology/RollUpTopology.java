package vn.tonghop.streams.topology;

import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyConfig;
import org.apache.kafka.streams.kstream.KStream;
import vn.tonghop.domain.acceptance.Submission;
import vn.tonghop.domain.table.NationalTable;
import vn.tonghop.streams.processor.Accepted;
import vn.tonghop.streams.processor.Arrival;
import vn.tonghop.streams.processor.SoonVisible;

/** The roll-up on one page, as the data flows. */
public final class RollUpTopology {

  private RollUpTopology() {}

  /** Builds the topology. Only this page reads and writes topics; the steps hold the logic. */
  public static Topology build(StreamsConfig config, RollUp rollUp) {
    // The check that every node is named is enforced only by a builder that knows the settings.
    StreamsBuilder builder = new StreamsBuilder(new TopologyConfig(config));
    SoonVisible soon = new SoonVisible();
    Ports ports = new Ports(rollUp.values());

    // 1. Everything that needs no history, before any record meets another.
    KStream<byte[], byte[]> records = builder.stream(ports.reportTopics(), ports.reports());
    KStream<byte[], Arrival> arrivals = Intake.judge(records, rollUp, soon);
    Intake.deadLetters(arrivals, rollUp.tally()).to(ports.deadLetterTopic(), ports.deadLetters());
    KStream<byte[], Arrival> judged = Intake.withoutHeaders(arrivals);
    Intake.receipts(judged).to(ports::receiptTopic, ports.receipts("receipts-at-once"));

    // 2. A programme's reports together, on partitions that no sender's topic can change.
    KStream<String, Submission> submissions =
        Intake.submissions(judged).repartition(ports.submissions(rollUp.regime()));

    // 3. Revision and content decide.
    KStream<String, Accepted> accepted = Acceptances.accept(builder, submissions, rollUp, soon);
    Acceptances.receipts(accepted).to(ports::receiptTopic, ports.receipts("receipts"));

    // 4. What each unit contributes, and what moved it.
    Standings.current(accepted).to(ports.standingsTopic(), ports.standings());
    Standings.history(accepted).to(ports.standingsHistoryTopic(), ports.standingsHistory());

    // 5. The programme's tables, each built once a commit.
    KStream<String, NationalTable> tables = Tables.build(accepted);
    Tables.current(tables).to(ports.tablesTopic(), ports.tables());
    // Every version; the empty one says who took the last report back.
    tables.to(ports.tablesHistoryTopic(), ports.tablesHistory());

    return builder.build();
  }
}
