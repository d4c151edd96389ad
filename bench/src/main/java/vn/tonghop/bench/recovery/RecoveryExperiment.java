package vn.tonghop.bench.recovery;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import vn.tonghop.bench.Bench;
import vn.tonghop.bench.Experiment;
import vn.tonghop.bench.Settled;
import vn.tonghop.bench.cluster.Cluster;
import vn.tonghop.bench.cluster.Filled;
import vn.tonghop.bench.drain.Expected;
import vn.tonghop.bench.drain.OutputCheck;
import vn.tonghop.bench.live.Outgoing;
import vn.tonghop.bench.live.Progress;
import vn.tonghop.bench.live.RollUpProcess;
import vn.tonghop.bench.report.Goal;
import vn.tonghop.bench.report.Interval;
import vn.tonghop.bench.report.Report;
import vn.tonghop.bench.report.Table;

/** From a kill −9 under load to the first table that is right again: G8. */
public final class RecoveryExperiment implements Experiment {

  private static final int LOAD = 500;
  private static final double GOAL_SECONDS = 5;
  private static final long PATIENCE_SECONDS = 180;

  /** The name that stays over restarts, as a deployment gives one to each instance. */
  private static final Map<String, String> SETTINGS = Map.of("group.instance.id", "bench-1");

  @Override
  public String name() {
    return "recovery";
  }

  @Override
  public void run(Bench bench, Report report) throws IOException, InterruptedException {
    long state = bench.scale().state();
    int kills = bench.scale().pick(1, 5);
    Settled settled = bench.settled(state);
    Filled filled = settled.filled();
    Outgoing reports = new Outgoing(filled.workload(), state);
    double[] seconds = kills(bench, settled, reports, kills);
    Filled all =
        new Filled(
            filled.cluster(), filled.workload(), reports.passed(), filled.bytes(), filled.from());
    List<String> complaints = OutputCheck.complaints(all.cluster(), Expected.of(all));
    complaints.forEach(each -> report.wrong("after kills: " + each));
    tell(report, state, seconds, reports.passed(), complaints);
  }

  private static double[] kills(Bench bench, Settled settled, Outgoing reports, int kills)
      throws IOException, InterruptedException {
    Cluster cluster = settled.filled().cluster();
    Path folder = settled.folder();
    double[] seconds = new double[kills];
    RollUpProcess process = RollUpProcess.start(bench.jvm(), cluster, folder, SETTINGS);
    try {
      new Progress(cluster, process).awaitSettled();
      try (Loaded load = new Loaded(cluster, reports, LOAD)) {
        for (int i = 0; i < kills; i++) {
          awaitAtWork(load);
          long killed = System.nanoTime();
          process.kill();
          FirstAfter back = new FirstAfter(System.nanoTime());
          load.tell(back);
          process = RollUpProcess.start(bench.jvm(), cluster, folder, SETTINGS);
          seconds[i] =
              (back.await(PATIENCE_SECONDS) - killed) / (double) TimeUnit.SECONDS.toNanos(1);
          bench.say("back %.1f s after kill %d".formatted(seconds[i], i + 1));
        }
        load.finish();
      }
      new Progress(cluster, process).awaitSettled();
    } finally {
      process.close();
    }
    return seconds;
  }

  /** A second of steady work, so that each kill meets open transactions and no start. */
  private static void awaitAtWork(Loaded load) throws InterruptedException {
    FirstAfter now = new FirstAfter(System.nanoTime());
    load.tell(now);
    now.await(PATIENCE_SECONDS);
    LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(1));
  }

  private static void tell(
      Report report, long state, double[] seconds, long reports, List<String> complaints) {
    Interval interval = Interval.of(seconds);
    report.add(Goal.atMost("G8", "kill −9 → first right table, s", GOAL_SECONDS, interval));
    List<List<String>> rows = new ArrayList<>();
    for (int i = 0; i < seconds.length; i++) {
      rows.add(List.of("" + (i + 1), "%.2f".formatted(seconds[i])));
    }
    report
        .section("Recovery")
        .say(
            ("%,d reports of state, %d reports a second meanwhile, restarted at once by the same"
                    + " name (group.instance.id). Time from the kill to the first committed table"
                    + " that shows a report sent while it was dead. Afterwards all %,d receipts"
                    + " and all tables were compared with the oracle: %s.")
                .formatted(state, LOAD, reports, complaints.isEmpty() ? "they are equal" : "WRONG"))
        .add(new Table(List.of("kill", "seconds"), rows));
    report.raw("recovery", seconds);
  }
}
