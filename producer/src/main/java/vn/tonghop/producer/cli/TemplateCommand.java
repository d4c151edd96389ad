package vn.tonghop.producer.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import vn.tonghop.domain.acceptance.CheckedReport;
import vn.tonghop.domain.acceptance.ReportCheck;
import vn.tonghop.domain.period.Period;
import vn.tonghop.domain.reference.ReferenceData;
import vn.tonghop.domain.report.ProgressReport;
import vn.tonghop.domain.report.ReportKind;
import vn.tonghop.producer.PublishException;
import vn.tonghop.producer.form.FormHead;
import vn.tonghop.producer.form.ReportForm;
import vn.tonghop.producer.revision.AnsweredReports;
import vn.tonghop.producer.revision.LastReport;
import vn.tonghop.producer.revision.Series;
import vn.tonghop.producer.settings.Settings;

/** Writes a form to fill in, with the tasks that the unit reported last. */
@Command(
    name = "template",
    description = {
      "Writes an XLSX form with the unit's tasks filled in.",
      "Ghi biểu mẫu XLSX, đã điền sẵn các nhiệm vụ của đơn vị."
    })
public final class TemplateCommand extends ReportCommand {

  private final Links links;

  @Mixin private SeriesArguments arguments = new SeriesArguments();

  @Option(
      names = "--out",
      paramLabel = "FILE.xlsx",
      description = {"Write this new file / ghi vào tệp mới này.", "UNIT-PROGRAMME-PERIOD.xlsx"})
  private @Nullable Path out;

  @Option(
      names = "--as-of",
      paramLabel = "DATE",
      description = {"The figures are as at / ngày chốt số liệu; mặc định ngày cuối kỳ."})
  private @Nullable LocalDate asOf;

  @Mixin private ReferenceOption reference = new ReferenceOption();

  public TemplateCommand() {
    this(Links.REAL);
  }

  TemplateCommand(Links links) {
    this.links = links;
  }

  @Override
  int run() throws UsageException {
    Settings settings = settings();
    Period period = arguments.period(settings.regime(), lang());
    Series series = arguments.series();
    Path named =
        Path.of(String.join("-", series.unit(), series.programme(), series.period()) + ".xlsx");
    OutputFile file = OutputFile.of(out == null ? named : out);
    file.require(lang());
    FormReference found = FormReference.of(settings, reference, err(), this::text, lang());
    ReferenceData data = found.data();
    LocalDate date = asOf == null ? period.lastDay() : asOf;
    CheckedReport checked =
        ReportCheck.check(data, settings.regime(), empty(series, date), null, null);
    if (!checked.errors().isEmpty()) {
      checked
          .errors()
          .listed()
          .forEach(each -> err().println(OneLine.of(FindingLines.line(each, lang()))));
      return Exit.FAILED;
    }
    FormHead head = FormHead.of(series, period, date, data).orElseThrow();
    @Nullable ProgressReport last = found.reached() ? last(settings, series, period, data) : null;
    if (last == null) {
      err()
          .println(
              lang().pick("biểu mẫu trống, chưa có nhiệm vụ", "the form is empty, without tasks"));
    }
    file.write(new ReportForm(head, data).write(last), lang());
    out().println(file.file());
    return Exit.DONE;
  }

  /** What the unit reported last; null if nothing, or if nobody can be asked. */
  private @Nullable ProgressReport last(
      Settings settings, Series series, Period period, ReferenceData data) {
    try (AnsweredReports answered = links.answered().apply(settings)) {
      answered.read(series.unit());
      Optional<LastReport> last = LastReport.upTo(period, series, answered.history(), data);
      if (last.isEmpty()) {
        return null;
      }
      ProgressReport report = answered.report(last.get().series(), last.get().accepted());
      err()
          .println(
              lang()
                  .pick(
                      "điền sẵn %d nhiệm vụ của báo cáo kỳ %s, lần %d",
                      "filled in: %d tasks of the report for %s, revision %d")
                  .formatted(report.tasks().size(), report.period(), report.revision()));
      return report;
    } catch (PublishException e) {
      err().println(OneLine.of(text(e)));
      return null;
    }
  }

  private static ProgressReport empty(Series series, LocalDate asOf) {
    return new ProgressReport(
        series.unit(),
        series.programme(),
        series.period(),
        1,
        ReportKind.SUBMIT,
        asOf,
        false,
        true,
        List.of(),
        List.of(),
        null,
        null);
  }
}
