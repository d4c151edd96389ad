package vn.tonghop.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import vn.tonghop.bench.cluster.Filled;
import vn.tonghop.bench.drain.Contender;
import vn.tonghop.bench.drain.Drained;
import vn.tonghop.bench.drain.RollUp;
import vn.tonghop.bench.drain.Rounds;
import vn.tonghop.bench.ladder.Rung;
import vn.tonghop.bench.ladder.Step;
import vn.tonghop.bench.peer.Peer;
import vn.tonghop.bench.report.Goal;
import vn.tonghop.bench.report.Report;
import vn.tonghop.bench.report.Table;
import vn.tonghop.bench.workload.Shape;
import vn.tonghop.streams.config.RollUpSettings;

/**
 * G1 and G3: the roll-up beside a ladder of programs that do ever more of the same work by hand,
 * and beside what an expert would write with Kafka Streams' own operators: the whole job, and the
 * tables alone.
 */
final class Throughput implements Experiment {

  private static final double LEAST_SECONDS = 3;
  private static final double MOST_SECONDS_OF_A_PEER = 15;
  private static final Duration MOST = Duration.ofMinutes(14);
  private static final double OF_PEER = 5;

  private static final String LADDER =
      "All commit every 500 ms. Rungs L0 to L4 read the topics once to warm up and then again, from"
          + " nothing, until they were measured for 3 s; of the others counts the second half. L4 and"
          + " L5 write the roll-up's own records byte for byte; the output of L5 is compared with"
          + " the oracle as ours is.";

  private static final String WHOLE =
      "The peer streams-dsl-whole does the roll-up's job with Kafka Streams' own operators: an"
          + " aggregate a unit and programme, by the domain's functions, whose toStream() gives receipts,"
          + " standings and their history, and behind a repartition an aggregate a national table,"
          + " cached until the commit. Every record of the contract's topics, by the roll-up's own"
          + " bytes, with our decoder, compact serdes, the same threads, commit interval and"
          + " guarantee. It is measured as ours is, and its output compared with the oracle.";

  private static final String PEER =
      "The peer streams-dsl owes less, and has the shape of Theodolite's UC4: the latest of each"
          + " document, then groupBy().aggregate(adder, subtractor). To its advantage it writes no"
          + " receipts, standings and histories, compares no content, and knows no indicators,"
          + " successions and lateness; and in a full run it is measured for 15 s only, after 45 s,"
          + " by the reports that it has read and not by those that its tables show. Where it reads"
          + " everything, as in a trial run, its tables are compared with those of the same"
          + " functions without Kafka, which a test holds against the oracle.";

  private static final double OF_L4 = 0.40;
  private static final double OF_L2 = 0.15;

  @Override
  public String name() {
    return "throughput";
  }

  @Override
  public void run(Bench bench, Report report) throws InterruptedException {
    Filled filled = bench.filled(Shape.STANDARD, bench.scale().reports());
    RollUp ours = RollUp.asDelivered(bench.jvm());
    List<Contender> systems = new ArrayList<>(List.of(ours));
    for (Step step : Step.values()) {
      systems.add(
          new Rung(
              step,
              bench.jvm(),
              RollUpSettings.COMMIT_INTERVAL_MS,
              bench.scale().pick(0.0, LEAST_SECONDS)));
    }
    double most = bench.scale().pick(Double.MAX_VALUE, MOST_SECONDS_OF_A_PEER);
    systems.add(new Peer(Peer.TABLES, bench.jvm(), most));
    systems.add(new Peer(Peer.WHOLE, bench.jvm(), Double.MAX_VALUE));
    Rounds rounds = Rounds.of(bench, filled, systems, MOST, report);
    report.add(
        Goal.atLeast("G1", "throughput, of L4", OF_L4, rounds.ratio("ours", "L4", Drained::rate)));
    report.add(
        Goal.atLeast("G1", "throughput, of L2", OF_L2, rounds.ratio("ours", "L2", Drained::rate)));
    report.add(
        Goal.atLeast(
            "G3",
            "throughput, of " + Peer.WHOLE,
            OF_PEER,
            rounds.ratio("ours", Peer.WHOLE, Drained::rate)));
    report.add(
        Goal.atLeast(
            "G3",
            "throughput, of " + Peer.TABLES + ", which owes no receipts, standings and histories",
            OF_PEER,
            rounds.ratio("ours", Peer.TABLES, Drained::rate)));
    report.raw("throughput", rounds.all());
    report
        .section("Throughput")
        .say(
            "%,d reports of %.0f bytes, the first half not counted; broker and system on the same cores; commits each %d ms."
                .formatted(
                    filled.count(), filled.bytesAReport(), RollUpSettings.COMMIT_INTERVAL_MS))
        .say(LADDER)
        .say(WHOLE)
        .say(PEER)
        .add(table(rounds, systems));
  }

  private static Table table(Rounds rounds, List<Contender> systems) {
    List<List<String>> rows = new ArrayList<>();
    for (Contender system : systems) {
      String name = system.name();
      rows.add(
          List.of(
              name,
              rounds.of(name, Drained::rate).toString(),
              rounds.ratio("ours", name, Drained::rate).toString(),
              rounds.of(name, Drained::systemMicros).toString(),
              rounds.of(name, Drained::brokerMicros).toString(),
              String.format(
                  Locale.ROOT, "%.0f", rounds.of(name, d -> d.peakBytes() / 1048576.0).median())));
    }
    return new Table(
        List.of(
            "system",
            "reports/s",
            "ours / it",
            "CPU µs a report",
            "broker µs a report",
            "peak RSS MiB"),
        rows);
  }
}
