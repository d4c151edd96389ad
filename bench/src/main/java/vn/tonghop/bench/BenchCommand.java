package vn.tonghop.bench;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import vn.tonghop.bench.report.Machine;
import vn.tonghop.bench.report.Report;
import vn.tonghop.bench.report.ReportFiles;
import vn.tonghop.bench.report.ReportText;

/** {@code tonghop bench}: how fast the roll-up is, beside the least that its work could cost. */
@Command(
    name = "tonghop bench",
    description = {
      "Measures the roll-up and prints one report. Figures of provinces are invented.",
      "Đo tốc độ tổng hợp và in một bản kết quả. Số liệu các tỉnh là hư cấu."
    },
    mixinStandardHelpOptions = true)
public final class BenchCommand implements Callable<Integer> {

  @Option(
      names = "--full",
      description = {
        "Measure what is published (an hour); else only see that everything works (a minute).",
        "Đo đầy đủ để công bố (một giờ); nếu không, chỉ chạy thử (một phút)."
      })
  private boolean full;

  @Option(
      names = "--only",
      paramLabel = "NAME",
      split = ",",
      description = {"Only these experiments.", "Chỉ những phép đo này."})
  private List<String> only = new ArrayList<>();

  @Option(
      names = "--rounds",
      paramLabel = "N",
      description = {"Rounds of each comparison.", "Số vòng của mỗi phép so sánh."})
  private @Nullable Integer rounds;

  @Option(
      names = "--reports",
      paramLabel = "N",
      description = {"Reports that each drain reads.", "Số báo cáo mỗi lần đọc."})
  private @Nullable Long reports;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      defaultValue = "bench-report",
      description = {
        "Where JSON, Markdown and plots go (default: ${DEFAULT-VALUE}).",
        "Thư mục ghi JSON, Markdown và biểu đồ (mặc định: ${DEFAULT-VALUE})."
      })
  private Path out = Path.of("bench-report");

  @Option(
      names = "--doc",
      paramLabel = "FILE",
      description = {
        "Put the report between the marks of this document, too (docs/benchmarks.md).",
        "Ghi kết quả vào giữa hai dấu của tài liệu này (docs/benchmarks.md)."
      })
  private @Nullable Path document;

  @Spec private CommandSpec spec = CommandSpec.create();

  private final List<Experiment> experiments;

  BenchCommand(List<Experiment> experiments) {
    this.experiments = List.copyOf(experiments);
  }

  /** Started by the launcher. */
  public static void main(String[] arguments) {
    System.exit(
        new CommandLine(new BenchCommand(Experiments.all()))
            .setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8))
            .setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8))
            .execute(arguments));
  }

  @Override
  public Integer call() throws Exception {
    List<Experiment> asked = asked();
    Scale scale = scale();
    Map<String, Object> settings = new LinkedHashMap<>();
    settings.put("full", scale.full());
    settings.put("rounds", scale.rounds());
    settings.put("reports", scale.reports());
    Report report = new Report(Machine.describe(), settings);
    measure(asked, scale, report);
    if (document != null) {
      ReportFiles.intoDocument(report, document);
    }
    spec.commandLine().getOut().print(ReportText.of(report));
    spec.commandLine().getOut().flush();
    return report.wrongs().isEmpty() ? 0 : 1;
  }

  private void measure(List<Experiment> asked, Scale scale, Report report) throws Exception {
    try (TemporaryFolder folder = TemporaryFolder.create("tonghop-bench-");
        Bench bench = new Bench(scale, folder.path(), spec.commandLine().getErr())) {
      for (Experiment experiment : asked) {
        bench.say(experiment.name());
        long from = System.nanoTime();
        experiment.run(bench, report);
        report.took(experiment.name(), Duration.ofNanos(System.nanoTime() - from));
        // What ends the next one early must not take what is known already with it.
        ReportFiles.write(report, out);
      }
    }
  }

  private Scale scale() {
    Scale scale = full ? Scale.FULL : Scale.SMOKE;
    return new Scale(
        full,
        rounds == null ? scale.rounds() : atLeastOne("--rounds", rounds),
        reports == null ? scale.reports() : atLeastOne("--reports", reports.intValue()));
  }

  private int atLeastOne(String option, int value) {
    if (value < 1) {
      throw misuse("%s: phải từ 1 trở lên / must be 1 or more".formatted(option));
    }
    return value;
  }

  private List<Experiment> asked() {
    List<String> known = experiments.stream().map(Experiment::name).toList();
    if (!known.containsAll(only)) {
      throw misuse("--only: %s / %s".formatted("có các tên", "one of ") + known);
    }
    return experiments.stream()
        .filter(each -> only.isEmpty() || only.contains(each.name()))
        .toList();
  }

  private ParameterException misuse(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
