package vn.tonghop.bench;

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
import vn.tonghop.bench.report.Goal;
import vn.tonghop.bench.report.Report;
import vn.tonghop.bench.report.Table;
import vn.tonghop.bench.workload.Shape;

/** G1: the roll-up beside a ladder of programs that do ever more of the same work by hand. */
final class Throughput implements Experiment {

  private static final int COMMIT_MS = 100;
  private static final double LEAST_SECONDS = 3;
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
      systems.add(new Rung(step, bench.jvm(), COMMIT_MS, bench.scale().pick(0.0, LEAST_SECONDS)));
    }
    Rounds rounds = Rounds.of(bench, filled, systems, report);
    report.add(
        Goal.atLeast("G1", "throughput, of L4", OF_L4, rounds.ratio("ours", "L4", Drained::rate)));
    report.add(
        Goal.atLeast("G1", "throughput, of L2", OF_L2, rounds.ratio("ours", "L2", Drained::rate)));
    report.raw("throughput", rounds.all());
    report
        .section("Throughput")
        .say(
            "%,d reports of %.0f bytes, the first fifth not counted; broker and system on the same cores; commits each %d ms."
                .formatted(filled.count(), filled.bytesAReport(), COMMIT_MS))
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
