package vn.tonghop.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vn.tonghop.bench.cluster.Measured;
import vn.tonghop.bench.report.Figures;
import vn.tonghop.bench.report.Report;
import vn.tonghop.bench.workload.Shape;
import vn.tonghop.bench.workload.Workload;
import vn.tonghop.domain.reference.ReferenceKind;
import vn.tonghop.domain.reference.ReferenceRows;
import vn.tonghop.domain.report.ProgressReport;
import vn.tonghop.producer.file.ReportJson;
import vn.tonghop.standalone.process.ChildJvm;

/** How long {@code try} takes for a file of a million reports, and how much memory. */
final class TryMillion implements Experiment {

  private static final Duration LOOK_EVERY = Duration.ofMillis(200);
  private static final double MIB = 1024 * 1024;
  private static final ObjectMapper JSON = new ObjectMapper();

  @Override
  public String name() {
    return "try-million";
  }

  @Override
  public void run(Bench bench, Report report) throws IOException {
    bench.close();
    long count = bench.scale().state();
    Workload workload = Workload.of(Shape.STANDARD);
    Path folder = bench.runFolder("try");
    reference(workload.reference(count), folder);
    Path file = folder.resolve("reports.jsonl");
    String last = write(workload, count, file);
    Path receipts = folder.resolve("receipts.jsonl");
    bench.say("try with %,d reports, %,d MiB".formatted(count, Files.size(file) >> 20));
    long from = System.nanoTime();
    long peak = 0;
    String tail;
    try (ChildJvm child =
        bench
            .jvm()
            .tonghop(
                folder.resolve("try.log"),
                List.of(
                    "try",
                    file.toString(),
                    "--reference",
                    folder.toString(),
                    "--receipts",
                    receipts.toString(),
                    "--table",
                    last.substring(0, last.indexOf(' ')),
                    last.substring(last.indexOf(' ') + 1)))) {
      Measured process = new Measured(child.pid());
      while (!child.endsWithin(LOOK_EVERY)) {
        peak = Math.max(peak, process.peakBytesOrNone());
      }
      tail = child.tail();
    }
    double seconds = (System.nanoTime() - from) / 1e9;
    tell(report, count, seconds, peak, answers(receipts), tail);
  }

  /** Writes the reports; gives period and programme of the last. */
  private static String write(Workload workload, long count, Path file) throws IOException {
    String last = "";
    try (Writer out = Files.newBufferedWriter(file)) {
      Iterator<ProgressReport> reports = workload.reports(count).iterator();
      while (reports.hasNext()) {
        ProgressReport each = reports.next();
        out.write(ReportJson.write(each));
        out.write('\n');
        // A month is no target; its year is.
        last = each.period().substring(0, each.period().indexOf('-')) + "-A1 " + each.programme();
      }
    }
    return last;
  }

  private static void reference(ReferenceRows rows, Path folder) throws IOException {
    CsvMapper csv = new CsvMapper();
    for (ReferenceKind kind : ReferenceKind.values()) {
      CsvSchema.Builder columns = CsvSchema.builder();
      kind.columns().forEach(columns::addColumn);
      csv.writer(columns.build().withHeader())
          .writeValue(folder.resolve(kind.file()).toFile(), rows.of(kind));
    }
  }

  private static Map<String, Long> answers(Path receipts) throws IOException {
    Map<String, Long> outcomes = new TreeMap<>();
    if (Files.exists(receipts)) {
      try (var lines = Files.lines(receipts)) {
        for (Iterator<String> each = lines.iterator(); each.hasNext(); ) {
          JsonNode receipt = JSON.readTree(each.next());
          outcomes.merge(receipt.get("outcome").asText(), 1L, Long::sum);
        }
      }
    }
    return outcomes;
  }

  private static void tell(
      Report report,
      long count,
      double seconds,
      long peak,
      Map<String, Long> outcomes,
      String tail) {
    long answered = outcomes.values().stream().mapToLong(Long::longValue).sum();
    if (answered != count || outcomes.containsKey("REJECTED") || outcomes.containsKey("CONFLICT")) {
      report.wrong("try: %,d reports, receipts %s%n%s".formatted(count, outcomes, tail));
    }
    report
        .section("try with %,d reports as JSON Lines".formatted(count))
        .say(
            "%s s from start to end, %s reports a second; broker and roll-up in one JVM of 1 GiB heap, peak RSS %s MiB. Receipts: %s."
                .formatted(
                    Figures.plain(seconds),
                    Figures.plain(count / seconds),
                    Figures.plain(peak / MIB),
                    outcomes));
    report.raw(
        "try",
        Map.of("reports", count, "seconds", seconds, "peakBytes", peak, "receipts", outcomes));
  }
}
