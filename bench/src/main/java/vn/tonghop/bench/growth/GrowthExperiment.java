package vn.tonghop.bench.growth;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import vn.tonghop.bench.Bench;
import vn.tonghop.bench.Experiment;
import vn.tonghop.bench.cluster.Filled;
import vn.tonghop.bench.drain.Drain;
import vn.tonghop.bench.drain.Drained;
import vn.tonghop.bench.drain.Expected;
import vn.tonghop.bench.drain.RollUp;
import vn.tonghop.bench.report.Figures;
import vn.tonghop.bench.report.Goal;
import vn.tonghop.bench.report.Report;
import vn.tonghop.bench.report.Section;
import vn.tonghop.bench.report.Table;
import vn.tonghop.bench.workload.Shape;

/** Processor time a report, over units, lines and revisions: G5. */
public final class GrowthExperiment implements Experiment {

  private static final long MOST_REPORTS = 100_000;
  private static final double OVER_UNITS = 1.25;
  private static final double OVER_REVISIONS = 1.1;
  private static final double LEAST_R2 = 0.98;

  @Override
  public String name() {
    return "growth";
  }

  @Override
  public void run(Bench bench, Report report) throws InterruptedException {
    Section section =
        report
            .section("Growth")
            .say(
                "Processor time of the roll-up a report, one drain each, the first half not"
                    + " counted, every output compared with the oracle.");
    int[] lines = bench.scale().full() ? new int[] {5, 20, 80} : new int[] {20};
    List<Drained> byLines = new ArrayList<>();
    for (int each : lines) {
      byLines.add(drain(bench, report, Shape.STANDARD.withLines(each)));
    }
    section.add(table(lines, byLines));
    if (bench.scale().full()) {
      lines(report, section, lines, byLines);
      Drained usual = byLines.get(1);
      Drained many = drain(bench, report, Shape.STANDARD.withUnits(630));
      ratio(report, section, "630 units, of 63", many, usual, OVER_UNITS);
      Drained once = drain(bench, report, Shape.STANDARD.withRevisions(1));
      Drained ten = drain(bench, report, Shape.STANDARD.withRevisions(10));
      Drained hundred = drain(bench, report, Shape.STANDARD.withRevisions(100));
      ratio(report, section, "10 revisions a document, of 1", ten, once, OVER_REVISIONS);
      ratio(report, section, "100 revisions a document, of 1", hundred, once, OVER_REVISIONS);
    }
  }

  private static Drained drain(Bench bench, Report report, Shape shape)
      throws InterruptedException {
    Filled filled = bench.filled(shape, Math.min(MOST_REPORTS, bench.scale().reports()));
    RollUp ours = RollUp.asDelivered(bench.jvm());
    try {
      Drained drained = Drain.run(filled, ours, bench.runFolder("growth"));
      ours.complaints(filled, Expected.of(filled))
          .forEach(each -> report.wrong(shape + ": " + each));
      report.raw("growth " + shape, drained);
      return drained;
    } finally {
      ours.forget(filled);
    }
  }

  private static Table table(int[] lines, List<Drained> drained) {
    List<List<String>> rows = new ArrayList<>();
    for (int i = 0; i < lines.length; i++) {
      rows.add(
          List.of(
              "" + lines[i],
              Figures.plain(drained.get(i).systemMicros()),
              Figures.plain(drained.get(i).brokerMicros()),
              Figures.plain(drained.get(i).rate())));
    }
    return new Table(List.of("lines", "CPU µs a report", "broker µs", "reports/s"), rows);
  }

  private static void lines(Report report, Section section, int[] lines, List<Drained> drained) {
    double[] x = new double[lines.length];
    double[] y = new double[lines.length];
    for (int i = 0; i < lines.length; i++) {
      x[i] = lines[i];
      y[i] = drained.get(i).systemMicros();
    }
    Line line = Line.fit(x, y);
    section.say(
        "Over the lines of a report: %s + %s µs a line, R² %.4f."
            .formatted(Figures.plain(line.a()), Figures.plain(line.b()), line.r2()));
    report.raw("growth-lines", Map.of("a", line.a(), "b", line.b(), "r2", line.r2()));
    report.add(
        new Goal(
            "G5",
            "cost linear in lines, R²",
            "> " + LEAST_R2,
            "%.4f".formatted(line.r2()),
            line.r2() > LEAST_R2));
  }

  private static void ratio(
      Report report, Section section, String what, Drained more, Drained less, double most) {
    double ratio = more.systemMicros() / less.systemMicros();
    section.say(
        "%s: %s against %s µs a report."
            .formatted(
                what, Figures.plain(more.systemMicros()), Figures.plain(less.systemMicros())));
    report.add(
        new Goal(
            "G5",
            "CPU a report, " + what,
            "≤ " + Figures.plain(most),
            Figures.plain(ratio),
            ratio <= most));
  }
}
