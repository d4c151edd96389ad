package vn.tonghop.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import vn.tonghop.bench.cluster.Filled;
import vn.tonghop.bench.drain.Changelogs;
import vn.tonghop.bench.drain.Drained;
import vn.tonghop.bench.drain.Expected;
import vn.tonghop.bench.drain.OutputCheck;
import vn.tonghop.bench.drain.RollUp;
import vn.tonghop.bench.report.Figures;
import vn.tonghop.bench.report.Goal;
import vn.tonghop.bench.report.Interval;
import vn.tonghop.bench.report.Report;
import vn.tonghop.bench.report.Table;

/** G7: how much memory the roll-up takes, and how much of its state the broker keeps. */
final class StateSize implements Experiment {

  private static final double MOST_MIB = 1024;
  private static final double MOST_BYTES = 200;
  private static final double MIB = 1024 * 1024;

  @Override
  public String name() {
    return "state";
  }

  @Override
  public void run(Bench bench, Report report) throws InterruptedException, IOException {
    long count = bench.scale().state();
    Settled settled = bench.settled(count);
    Filled filled = settled.filled();
    bench.say("asking the oracle");
    OutputCheck.complaints(filled.cluster(), Expected.of(filled))
        .forEach(each -> report.wrong("state: " + each));
    bench.say("waiting for the broker's cleaner");
    tell(
        report,
        filled,
        settled.drained(),
        Changelogs.cleaned(filled.cluster(), RollUp.APPLICATION));
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
            ("Drained at %s reports a second, the first half not counted. Changelogs on the broker's"
                    + " disk after its cleaner has been through them, all stores together.")
                .formatted(Figures.plain(drained.rate())))
        .add(new Table(List.of("changelog", "bytes", "bytes a report"), rows));
  }
}
