package vn.tonghop.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import vn.tonghop.bench.cluster.Filled;
import vn.tonghop.bench.drain.Contender;
import vn.tonghop.bench.drain.Drained;
import vn.tonghop.bench.drain.RollUp;
import vn.tonghop.bench.drain.Rounds;
import vn.tonghop.bench.report.Goal;
import vn.tonghop.bench.report.Interval;
import vn.tonghop.bench.report.Plot;
import vn.tonghop.bench.report.Report;
import vn.tonghop.bench.report.Table;
import vn.tonghop.bench.workload.Shape;

/** G9: what exactly-once costs, by the time between two commits. */
final class ExactlyOnceTax implements Experiment {

  private static final List<Integer> FULL = List.of(100, 500);
  private static final long MOST_REPORTS = 100_000;
  private static final Duration MOST = Duration.ofSeconds(150);
  private static final int GOAL_MS = 100;
  private static final double MOST_PERCENT = 15;

  @Override
  public String name() {
    return "exactly-once";
  }

  @Override
  public void run(Bench bench, Report report) throws InterruptedException {
    Filled filled = bench.filled(Shape.STANDARD, Math.min(MOST_REPORTS, bench.scale().reports()));
    List<Integer> intervals = bench.scale().pick(List.of(GOAL_MS), FULL);
    List<Contender> systems = new ArrayList<>();
    for (int millis : intervals) {
      systems.add(system(bench, millis, false));
      systems.add(system(bench, millis, true));
    }
    Rounds rounds = Rounds.of(bench, filled, systems, MOST, report);
    List<List<String>> rows = new ArrayList<>();
    List<Plot.Point> exactly = new ArrayList<>();
    List<Plot.Point> atLeast = new ArrayList<>();
    for (int millis : intervals) {
      Interval ratio = rounds.ratio(name(millis, false), name(millis, true), Drained::rate);
      Interval tax =
          new Interval(
              100 * (1 - ratio.median()),
              100 * (1 - ratio.high()),
              100 * (1 - ratio.low()),
              ratio.samples());
      Interval once = rounds.of(name(millis, false), Drained::rate);
      Interval weaker = rounds.of(name(millis, true), Drained::rate);
      rows.add(List.of(Integer.toString(millis), once + "", weaker + "", tax + ""));
      exactly.add(new Plot.Point(millis, once.median()));
      atLeast.add(new Plot.Point(millis, weaker.median()));
      if (millis == GOAL_MS) {
        report.add(
            Goal.atMost("G9", "exactly-once, % slower, commits at 100 ms", MOST_PERCENT, tax));
      }
    }
    report.raw("exactly-once", rounds.all());
    report
        .section("What exactly-once costs")
        .say(
            "The same topology with processing.guarantee=at_least_once, which the roll-up itself refuses.")
        .add(
            new Table(
                List.of("commit ms", "exactly once, reports/s", "at least once", "slower by %"),
                rows))
        .add(
            new Plot(
                "exactly-once",
                "Throughput by commit interval",
                "commit interval, ms",
                "reports/s",
                true,
                false,
                List.of(
                    new Plot.Series("exactly once", exactly),
                    new Plot.Series("at least once", atLeast))));
  }

  private static String name(int millis, boolean atLeastOnce) {
    return (atLeastOnce ? "at-least-once-" : "exactly-once-") + millis;
  }

  private static RollUp system(Bench bench, int millis, boolean atLeastOnce) {
    return new RollUp(
        name(millis, atLeastOnce),
        bench.jvm(),
        Map.of("commit.interval.ms", Integer.toString(millis)),
        atLeastOnce);
  }
}
