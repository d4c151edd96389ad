package vn.tonghop.bench.latency;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.tonghop.bench.Bench;
import vn.tonghop.bench.Experiment;
import vn.tonghop.bench.cluster.Filled;
import vn.tonghop.bench.live.Latencies;
import vn.tonghop.bench.live.Outgoing;
import vn.tonghop.bench.report.Figures;
import vn.tonghop.bench.report.Goal;
import vn.tonghop.bench.report.Plot;
import vn.tonghop.bench.report.Report;
import vn.tonghop.bench.report.Section;
import vn.tonghop.bench.report.Table;
import vn.tonghop.bench.workload.Shape;

/** How long a report takes until a committed table shows it: G4. */
public final class LatencyExperiment implements Experiment {

  private static final int STEADY = 1_000;
  private static final double P50_GOAL = 40;
  private static final double P99_GOAL = 100;
  private static final double P999_GOAL = 250;
  private static final double[] PERCENTILES = {50, 75, 90, 95, 99, 99.5, 99.9, 99.99};

  @Override
  public String name() {
    return "latency";
  }

  @Override
  public void run(Bench bench, Report report) throws IOException, InterruptedException {
    long before = bench.scale().reports();
    Filled filled = bench.filled(Shape.STANDARD, before);
    Outgoing reports = new Outgoing(filled.workload(), before);
    Section section =
        report
            .section("Latency")
            .say(
                "From the instant at which a report should be appended to the instant at which a"
                    + " read_committed reader of tonghop.tables holds a table with it. Reports are"
                    + " sent at fixed instants, whatever the answers; sender and reader share one"
                    + " JVM and clock; broker and roll-up are processes of their own. Counted are"
                    + " first revisions, some four fifths of the reports, since only of these is"
                    + " it sure that a table shows them; but for a few that are taken back"
                    + " before.");
    loads(bench, filled, reports, report, section);
    // The topics hold more than the filled workload by now.
    bench.close();
  }

  private static void loads(
      Bench bench, Filled filled, Outgoing reports, Report report, Section section)
      throws IOException, InterruptedException {
    int warmUp = bench.scale().pick(1, 30);
    int seconds = bench.scale().pick(3, 60);
    List<Load.Result> results = new ArrayList<>();
    try (LiveRun live =
        new LiveRun(bench.jvm(), filled.cluster(), bench.runFolder("latency"), reports)) {
      double most = live.drain(filled.count());
      // So few reports as in a trial run are read before anything is compiled.
      int half = bench.scale().pick(STEADY / 2, (int) (most / 2));
      section.say("Drained %s reports a second before.".formatted(Figures.plain(most)));
      bench.say("latency at " + STEADY + " reports/s");
      results.add(live.put(new Load(STEADY, warmUp, seconds)));
      bench.say("latency at " + half + " reports/s, half of what it drains");
      results.add(live.put(new Load(half, warmUp, seconds)));
    }
    goals(report, "1,000 reports/s", results.get(0).latencies());
    goals(report, "half of its drain rate", results.get(1).latencies());
    section.add(table(results)).add(plot(results));
    report.raw("latency", results.stream().map(LatencyExperiment::raw).toList());
  }

  private static void goals(Report report, String at, Latencies seen) {
    goal(report, "p50 at " + at, P50_GOAL, seen.percentile(50));
    goal(report, "p99 at " + at, P99_GOAL, seen.percentile(99));
    goal(report, "p99.9 at " + at, P999_GOAL, seen.percentile(99.9));
  }

  private static void goal(Report report, String what, double most, double measured) {
    report.add(
        new Goal(
            "G4",
            "append → committed table, " + what,
            "≤ " + Figures.plain(most) + " ms",
            Figures.plain(measured) + " ms",
            measured <= most));
  }

  private static Table table(List<Load.Result> results) {
    List<List<String>> rows = new ArrayList<>();
    for (Load.Result each : results) {
      Latencies seen = each.latencies();
      rows.add(
          List.of(
              Figures.plain(each.load().perSecond()),
              "%,d".formatted(seen.count()),
              Figures.plain(seen.percentile(50)),
              Figures.plain(seen.percentile(90)),
              Figures.plain(seen.percentile(99)),
              Figures.plain(seen.percentile(99.9)),
              Figures.plain(seen.max()),
              Long.toString(each.unseen())));
    }
    return new Table(
        List.of(
            "reports/s",
            "counted",
            "p50 ms",
            "p90 ms",
            "p99 ms",
            "p99.9 ms",
            "max ms",
            "in no table"),
        rows);
  }

  /** Percentiles as 1 / (1 − p), so that each nine has the same width. */
  private static Plot plot(List<Load.Result> results) {
    List<Plot.Series> series = new ArrayList<>();
    for (Load.Result each : results) {
      List<Plot.Point> points = new ArrayList<>();
      for (double percentile : PERCENTILES) {
        points.add(
            new Plot.Point(100 / (100 - percentile), each.latencies().percentile(percentile)));
      }
      series.add(new Plot.Series(each.load().perSecond() + " reports/s", points));
    }
    return new Plot(
        "latency",
        "Append → committed table",
        "one report in so many took longer",
        "ms",
        true,
        false,
        series);
  }

  private static Map<String, Object> raw(Load.Result result) {
    Map<String, Object> raw = new LinkedHashMap<>();
    raw.put("perSecond", result.load().perSecond());
    raw.put("counted", result.latencies().count());
    for (double percentile : PERCENTILES) {
      raw.put("p" + percentile, result.latencies().percentile(percentile));
    }
    raw.put("max", result.latencies().max());
    return raw;
  }
}
