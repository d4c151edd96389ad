package vn.tonghop.bench.peer;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import vn.tonghop.bench.Bench;
import vn.tonghop.bench.Experiment;
import vn.tonghop.bench.cluster.Filled;
import vn.tonghop.bench.drain.Contender;
import vn.tonghop.bench.drain.Drained;
import vn.tonghop.bench.drain.RollUp;
import vn.tonghop.bench.drain.Rounds;
import vn.tonghop.bench.report.Figures;
import vn.tonghop.bench.report.Goal;
import vn.tonghop.bench.report.Report;
import vn.tonghop.bench.report.Table;
import vn.tonghop.bench.workload.Shape;

/** The roll-up beside what an expert would write with Kafka Streams' own operators: G3. */
public final class PeerExperiment implements Experiment {

  private static final double GOAL = 5;
  private static final String OURS = "ours";
  private static final String ON_DISK = "streams-dsl";
  private static final String IN_HEAP = "streams-dsl-in-heap";

  @Override
  public String name() {
    return "peer";
  }

  @Override
  public void run(Bench bench, Report report) throws InterruptedException {
    Filled filled = bench.filled(Shape.STANDARD, bench.scale().reports());
    List<Contender> systems = new ArrayList<>();
    systems.add(RollUp.asDelivered(bench.jvm()));
    systems.add(new Peer(ON_DISK, bench.jvm(), Map.of()));
    if (bench.scale().full()) {
      systems.add(
          new Peer(
              IN_HEAP,
              bench.jvm(),
              Map.of(
                  "dsl.store.suppliers.class",
                  "org.apache.kafka.streams.state.BuiltInDslStoreSuppliers$InMemoryDslStoreSuppliers")));
    }
    Rounds rounds = Rounds.of(bench, filled, systems, report);
    List<List<String>> rows = new ArrayList<>();
    for (Contender system : systems) {
      String name = system.name();
      rows.add(
          List.of(
              name,
              rounds.of(name, Drained::rate).toString(),
              rounds.ratio(OURS, name, Drained::rate).toString(),
              rounds.of(name, Drained::systemMicros).toString(),
              rounds.of(name, Drained::brokerMicros).toString(),
              Figures.plain(rounds.of(name, each -> each.peakBytes() / 1048576.0).median())));
      if (!name.equals(OURS)) {
        report.add(
            Goal.atLeast(
                "G3", "throughput, of " + name, GOAL, rounds.ratio(OURS, name, Drained::rate)));
      }
    }
    report
        .section("Beside Kafka Streams' own operators")
        .say(
            "The peer has the shape of Theodolite's UC4: the latest of each document, then"
                + " groupBy().aggregate(adder, subtractor), with our decoder, compact serdes, the"
                + " same threads, commit interval and guarantee. To its advantage it writes no"
                + " receipts, standings and histories, compares no content, and knows no"
                + " indicators, successions and lateness. Its tables were compared with those of"
                + " the same functions without Kafka, which a test holds against the oracle.")
        .add(
            new Table(
                List.of(
                    "system",
                    "reports/s",
                    "ours / it",
                    "CPU µs a report",
                    "broker µs a report",
                    "peak RSS MiB"),
                rows));
    report.raw("peer", rounds.all());
  }
}
