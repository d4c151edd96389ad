package vn.tonghop.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import vn.tonghop.domain.acceptance.Outcome;
import vn.tonghop.domain.acceptance.Receipt;
import vn.tonghop.domain.format.ReceiptJson;
import vn.tonghop.domain.period.Regime;
import vn.tonghop.domain.reference.ReferenceData;
import vn.tonghop.domain.reference.ReferenceRows;
import vn.tonghop.producer.file.Notice;
import vn.tonghop.producer.file.ReportFiles;
import vn.tonghop.producer.settings.SettingsOptions;
import vn.tonghop.standalone.system.EvaluationSystem;
import vn.tonghop.standalone.system.TemporarySystem;
import vn.tonghop.standalone.table.CommittedTables;
import vn.tonghop.standalone.table.TableRequest;
import vn.tonghop.standalone.trial.DeadLetterFile;
import vn.tonghop.standalone.trial.Trial;

/** {@code tonghop try}: the user's own files through the whole pipeline, leaving nothing behind. */
@Command(
    name = "try",
    description = {
      "Runs report files through the whole pipeline and prints national tables.",
      "Chạy thử tệp báo cáo qua toàn bộ hệ thống và in bảng tổng hợp."
    },
    mixinStandardHelpOptions = true)
final class TryCommand implements Callable<Integer> {

  @Mixin private SettingsOptions settings = new SettingsOptions();
  @Mixin private TableOptions output = new TableOptions();
  @Mixin private ReferenceOptions reference = new ReferenceOptions();

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE",
      description = "JSON, JSON Lines, CSV or XLSX files.")
  private List<Path> files = new ArrayList<>();

  @Option(
      names = "--table",
      arity = "2",
      required = true,
      paramLabel = "PERIOD PROGRAMME",
      description = "A table to print, e.g. 2024-Q1 CTCT-2024; may be repeated.")
  private List<String> tables = new ArrayList<>();

  @Option(names = "--receipts", paramLabel = "FILE", description = "Write receipts (JSON Lines).")
  private @Nullable Path receiptsFile;

  @Option(
      names = "--dead-letters",
      paramLabel = "FILE",
      description = "Write dead letters (JSON Lines: key and value in base64, headers).")
  private @Nullable Path deadLettersFile;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException, InterruptedException {
    Regime regime = settings.settings(System.getenv()).regime();
    List<TableRequest> wanted = wanted(regime);
    output.check(wanted, settings.lang(), spec);
    probe();
    new OutputFiles(spec).check(files, receiptsFile, deadLettersFile, output.file());
    ReferenceRows rows = reference.rows();
    ReferenceData data = ReferenceData.of(rows);
    Set<String> units = Trial.unitsIn(files, data, this::tell);
    try (TemporarySystem system = TemporarySystem.start("try", regime, rows, units);
        Trial trial = new Trial(system, data, regime, units)) {
      trial.run(files);
      Answers answers = new Answers();
      try (Writer out = receiptsWriter()) {
        trial.tell(receipt -> answers.take(receipt, out));
      }
      if (deadLettersFile != null) {
        try (Writer out = Files.newBufferedWriter(deadLettersFile)) {
          DeadLetterFile.write(system.system().config(), out);
        }
      }
      boolean allThere = print(system.system(), wanted, data);
      return allThere && answers.allGood ? 0 : 1;
    }
  }

  private List<TableRequest> wanted(Regime regime) {
    List<TableRequest> wanted = new ArrayList<>();
    for (int i = 0; i < tables.size(); i += 2) {
      wanted.add(
          TableOptions.request(regime, tables.get(i), tables.get(i + 1), settings.lang(), spec));
    }
    return wanted;
  }

  /** Says at once which file cannot be read, not after half of them were sent. */
  private void probe() {
    for (Path file : files) {
      try {
        ReportFiles.probe(file);
      } catch (IOException e) {
        throw new ParameterException(
            spec.commandLine(), file + ": cannot be read / không đọc được: " + e.getMessage(), e);
      }
    }
  }

  private void tell(Notice notice) {
    spec.commandLine()
        .getErr()
        .println(notice.file() + ": " + settings.lang().pick(notice.vi(), notice.en()));
  }

  private Writer receiptsWriter() throws IOException {
    return receiptsFile == null ? Writer.nullWriter() : Files.newBufferedWriter(receiptsFile);
  }

  /** What became of the reports. */
  private static final class Answers {

    private boolean allGood = true;

    void take(Receipt receipt, Writer out) {
      allGood &= receipt.outcome() != Outcome.REJECTED && receipt.outcome() != Outcome.CONFLICT;
      try {
        out.write(ReceiptJson.write(receipt));
        out.write('\n');
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private boolean print(EvaluationSystem system, List<TableRequest> wanted, ReferenceData data) {
    CommittedTables committed = CommittedTables.read(system.config());
    boolean all = true;
    for (TableRequest request : wanted) {
      all &= output.print(request, committed, data, settings.lang(), spec);
    }
    return all;
  }
}
