package vn.tonghop.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import vn.tonghop.bench.cluster.Filled;
import vn.tonghop.bench.drain.Changelogs;
import vn.tonghop.bench.drain.Drain;
import vn.tonghop.bench.drain.Drained;
import vn.tonghop.bench.drain.Expected;
import vn.tonghop.bench.drain.RollUp;
import vn.tonghop.bench.report.Goal;
import vn.tonghop.bench.report.Interval;
import vn.tonghop.bench.report.Report;
import vn.tonghop.bench.report.Table;
import vn.tonghop.bench.workload.Shape;

/** G7: how much memory the roll-up takes, and how much of its state the broker keeps. */
final class StateSize implements Experiment {

  private static final long FULL_REPORTS = 1_000_000;
  private static final double MOST_MIB = 1024;
  private static final double MOST_BYTES = 200;
  private static final double MIB = 1024 * 1024;

  @Override
  public String name() {
    return "state";
  }

  @Override
  public void run(Bench bench, Report report) throws InterruptedException, IOException {
    long count = bench.scale().pick(bench.scale().reports(), FULL_REPORTS);
    Filled filled = bench.filled(Shape.STANDARD, count);
    RollUp ours = RollUp.asDelivered(bench.jvm());
    try {
      Drained drained = Drain.run(filled, ours, bench.runFolder("state"));
      ours.complaints(filled, Expected.of(filled)).forEach(each -> report.wrong("state: " + each));
      Map<String, Long> sizes = Changelogs.cleaned(filled.cluster(), ours.group(1));
      tell(report, filled, drained, sizes);
    } finally {
      ours.forget(filled);
    }
  }

  private static void tell(Report report, Filled filled, Drained drained, Map<String, Long> sizes) {
    double bytes = (double) sizes.values().stream().mapToLong(Long::longValue).sum();
    String at = " at %,d reports".formatted(filled.count());
    report.add(
        Goal.atMost("G7", "peak RSS, MiB," + at, MOST_MIB, Interval.of(drained.peakBytes() / MIB)));
    report.add(
        Goal.atMost(
            "G7",
            "cleaned changelogs, bytes a report," + at,
            MOST_BYTES,
            Interval.of(bytes / filled.count())));
    report.raw("state", Map.of("drained", drained, "changelogs", sizes, "reports", filled.count()));
    List<List<String>> rows = new ArrayList<>();
    sizes.forEach(
        (topic, size) ->
            rows.add(
                List.of(
                    topic,
                    "%,d".formatted(size),
                    "%.1f".formatted((double) size / filled.count()))));
    report
        .section("State" + at)
        .say(
            "Changelogs on the broker's disk after its cleaner has been through them, all stores together.")
        .add(new Table(List.of("changelog", "bytes", "bytes a report"), rows));
  }
}
