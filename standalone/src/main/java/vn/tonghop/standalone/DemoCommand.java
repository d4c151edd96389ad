package vn.tonghop.standalone;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import vn.tonghop.console.Console;
import vn.tonghop.console.ConsoleSettings;
import vn.tonghop.domain.acceptance.Receipt;
import vn.tonghop.domain.format.Language;
import vn.tonghop.domain.format.TableDimension;
import vn.tonghop.domain.period.Regime;
import vn.tonghop.domain.reference.ReferenceData;
import vn.tonghop.domain.reference.ReferenceRows;
import vn.tonghop.producer.settings.SettingsOptions;
import vn.tonghop.standalone.system.EvaluationSystem;
import vn.tonghop.standalone.system.TemporarySystem;
import vn.tonghop.standalone.table.CommittedTables;
import vn.tonghop.standalone.table.TableFormat;
import vn.tonghop.standalone.table.TablePrinter;
import vn.tonghop.standalone.table.TableRequest;
import vn.tonghop.standalone.table.Terminal;
import vn.tonghop.standalone.trial.Trial;

/** {@code tonghop demo}: the main job on the samples, on a real broker and a real registry. */
@Command(
    name = "demo",
    description = {
      "Runs the samples through the whole pipeline and prints national tables.",
      "Chạy dữ liệu mẫu qua toàn bộ hệ thống và in các bảng tổng hợp."
    },
    mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {

  /** The samples follow the regime that the law has for reports. */
  private static final Regime REGIME = Regime.DECREE_09_2019;

  /** A table to show. */
  private record Shown(String period, String programme, TableDimension by) {}

  /** Quarters by region, so that a year fits the eye; halves by province. */
  private static final List<Shown> NATIONAL =
      List.of(
          new Shown("2024-Q1", "CTCT-2024", TableDimension.REGION),
          new Shown("2024-Q2", "CTCT-2024", TableDimension.REGION),
          new Shown("2024-S1", "CTCT-2024", TableDimension.UNIT),
          new Shown("2024-Q3", "CTCT-2024", TableDimension.REGION),
          new Shown("2024-Q4", "CTCT-2024", TableDimension.REGION),
          new Shown("2024-S2", "CTCT-2024", TableDimension.UNIT));

  @Mixin private SettingsOptions options = new SettingsOptions();
  @Mixin private ReferenceOptions reference = new ReferenceOptions();

  @Option(names = "--exit", description = "End when the tables are printed.")
  private boolean exit;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException, InterruptedException {
    Language language = options.lang();
    ReferenceRows rows = reference.rows();
    ReferenceData data = ReferenceData.of(rows);
    List<Path> files = samples();
    Set<String> units = Trial.unitsIn(files, data, notice -> {});
    note(
        language,
        "Đang khởi động Kafka, kho lược đồ và hệ tổng hợp…",
        "Starting Kafka, the registry and the roll-up…");
    try (TemporarySystem temporary = TemporarySystem.start("demo", REGIME, rows, units);
        Trial trial = new Trial(temporary, data, REGIME, units)) {
      List<Receipt> receipts = new ArrayList<>();
      trial.run(files);
      trial.tell(receipts::add);
      CommittedTables committed = CommittedTables.read(temporary.system().config());
      print(receipts, committed, data, language);
      if (!exit) {
        stay(temporary.system(), language);
      }
    }
    return 0;
  }

  /** Goes on with the page until Ctrl-C. */
  private void stay(EvaluationSystem system, Language language)
      throws IOException, InterruptedException {
    ConsoleSettings settings = ConsoleSettings.beside(system.consoleSettings(), 0, true);
    try (Console console = Console.start(settings, InstantSource.system())) {
      note(
          language,
          "Hệ thống còn chạy (bootstrap=%s registry=%s page=%s); Ctrl-C để dừng.",
          "Still running (bootstrap=%s registry=%s page=%s); Ctrl-C ends it.",
          system.backbone().bootstrap(),
          system.backbone().registryUrl(),
          console.url());
      console.awaitEnd();
    }
  }

  private void print(
      List<Receipt> receipts, CommittedTables committed, ReferenceData data, Language language) {
    PrintWriter out = spec.commandLine().getOut();
    Terminal terminal = Terminal.ofThisProcess();
    out.println(
        language.pick(
            "SỐ LIỆU CÁC TỈNH LÀ MINH HỌA, KHÔNG CÓ THẬT",
            "ALL PROVINCIAL FIGURES HERE ARE INVENTED"));
    for (Shown shown : NATIONAL) {
      out.println();
      TableRequest.of(REGIME, shown.period(), shown.programme())
          .view(committed, data)
          .ifPresent(
              table ->
                  out.print(
                      new TablePrinter(TableFormat.text, shown.by(), data, language, terminal)
                          .text(table, true)));
    }
    out.println();
    out.println(
        language.pick(
            "SỐ LIỆU ĐÃ CÔNG BỐ CỦA BAN TỔ CHỨC TRUNG ƯƠNG", "PUBLISHED NATIONAL FIGURES"));
    PublishedFigures.lines(REGIME, committed, data, language).forEach(out::println);
    out.println();
    out.println(language.pick("BIÊN NHẬN", "RECEIPTS"));
    ReceiptBrief.lines(receipts, language, terminal.width()).forEach(out::println);
    out.flush();
  }

  private static List<Path> samples() throws IOException {
    List<Path> files = new ArrayList<>();
    for (String folder : List.of("provinces-2024", "reviews")) {
      try (Stream<Path> all = Files.list(Distribution.find().samples().resolve(folder))) {
        all.sorted().forEach(files::add);
      }
    }
    return files;
  }

  private void note(Language language, String vi, String en, Object... found) {
    spec.commandLine().getErr().println(language.pick(vi, en).formatted(found));
    spec.commandLine().getErr().flush();
  }
}
