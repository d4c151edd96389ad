package vn.tonghop.producer.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import vn.tonghop.domain.acceptance.CheckedReport;
import vn.tonghop.domain.acceptance.FindingList;
import vn.tonghop.domain.acceptance.ReportCheck;
import vn.tonghop.domain.period.Regime;
import vn.tonghop.domain.reference.ReferenceData;
import vn.tonghop.producer.file.FileReport;

/** Says before sending all that can be known of a report; sends nothing. */
@Command(
    name = "validate",
    description = {"Checks report files and sends nothing.", "Kiểm tra tệp báo cáo, không gửi đi."})
public final class ValidateCommand extends ReportCommand {

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE",
      description = {"Report files / tệp báo cáo (.json, .jsonl, .ndjson, .csv, .xlsx)."})
  private List<Path> files = new ArrayList<>();

  @Mixin private ReferenceOption reference = new ReferenceOption();

  private long reports;
  private long errors;
  private long warnings;

  @Override
  int run() throws UsageException {
    Regime regime = settings().regime();
    InputFiles input = new InputFiles(files, lang(), err());
    input.probe();
    ReferenceData data = reference.read(lang());
    FindingLines lines = new FindingLines(out(), lang());
    input.forEach(report -> check(report, data, regime, lines));
    out()
        .println(
            lang()
                .pick(
                    "%d báo cáo, %d lỗi, %d cảnh báo".formatted(reports, errors, warnings),
                    String.join(
                        ", ",
                        count(reports, "report"),
                        count(errors, "error"),
                        count(warnings, "warning"))));
    return errors == 0 ? Exit.DONE : Exit.FAILED;
  }

  private static String count(long number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }

  private void check(FileReport report, ReferenceData data, Regime regime, FindingLines lines) {
    reports++;
    if (report instanceof FileReport.Legible legible) {
      check(legible, data, regime, lines);
    } else if (report instanceof FileReport.Unreadable unreadable) {
      FileReport.@Nullable Legible unnumbered = unreadable.toBeNumbered();
      if (unnumbered != null) {
        check(unnumbered, data, regime, lines);
        err().println(OneLine.of(report.place() + ": " + willBeNumbered()));
      } else {
        FindingList wrong = unreadable.otherwiseWrong().errors();
        lines.print(report.place(), wrong);
        errors += wrong.count();
      }
    }
  }

  private String willBeNumbered() {
    return lang()
        .pick(
            "chưa có lần báo cáo (revision); khi gửi, submit sẽ ghi lần tiếp theo",
            "no revision; submit will fill in the next one");
  }

  private void check(
      FileReport.Legible report, ReferenceData data, Regime regime, FindingLines lines) {
    CheckedReport checked = ReportCheck.check(data, regime, report.report(), null, null);
    lines.print(report.place(), report.locator().located(checked.errors()));
    lines.print(report.place(), report.locator().located(checked.warnings()));
    errors += checked.errors().count();
    warnings += checked.warnings().count();
  }
}
