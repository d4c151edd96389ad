package vn.tonghop.producer.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import vn.tonghop.domain.period.Period;
import vn.tonghop.domain.reference.ReferenceData;
import vn.tonghop.domain.report.ProgressReport;
import vn.tonghop.producer.file.ReportCsv;
import vn.tonghop.producer.file.ReportJson;
import vn.tonghop.producer.form.FormHead;
import vn.tonghop.producer.form.ReportForm;
import vn.tonghop.producer.revision.Accepted;
import vn.tonghop.producer.revision.AnsweredReports;
import vn.tonghop.producer.revision.Series;
import vn.tonghop.producer.settings.Settings;

/** Gives back what counts now, as a file that can be corrected and submitted as it is. */
@Command(
    name = "current",
    description = {
      "Prints the report that counts now, to correct and submit again.",
      "In báo cáo đang được tính, để sửa và gửi lại."
    })
public final class CurrentCommand extends ReportCommand {

  private final Links links;

  enum Format {
    json,
    csv,
    xlsx
  }

  @Mixin private SeriesArguments arguments = new SeriesArguments();

  @Option(
      names = "--format",
      paramLabel = "json|csv|xlsx",
      description = {
        "Of the file; by the ending of --out, else JSON / dạng tệp; theo đuôi của --out, hoặc JSON."
      })
  private @Nullable Format format;

  @Mixin private OutputFile output = new OutputFile();

  @Mixin private ReferenceOption reference = new ReferenceOption();

  public CurrentCommand() {
    this(Links.REAL);
  }

  CurrentCommand(Links links) {
    this.links = links;
  }

  @Override
  int run() throws UsageException {
    Settings settings = settings();
    Period period = arguments.period(settings.regime(), lang());
    output.require(lang());
    if (format() == Format.xlsx && output.file() == null) {
      throw new UsageException(
          List.of(
              lang()
                  .pick(
                      "--format xlsx: cần --out TỆP.xlsx", "--format xlsx needs --out FILE.xlsx")));
    }
    Series series = arguments.series();
    try (AnsweredReports answered = links.answered().apply(settings)) {
      answered.read(series.unit());
      @Nullable Accepted accepted = answered.history().of(series).accepted();
      if (accepted == null || !accepted.counts()) {
        err()
            .println(
                OneLine.of(
                    arguments
                        + ": "
                        + lang()
                            .pick(
                                accepted == null
                                    ? "chưa có báo cáo nào được nhận"
                                    : "báo cáo đã được rút",
                                accepted == null
                                    ? "no report has been accepted"
                                    : "the report has been taken back")));
        return Exit.FAILED;
      }
      return write(settings, period, answered.report(series, accepted));
    }
  }

  private int write(Settings settings, Period period, ProgressReport report) throws UsageException {
    if (format() == Format.xlsx) {
      return writeForm(settings, period, report);
    }
    String text =
        format() == Format.csv
            ? ReportCsv.writeToCorrect(report)
            : ReportJson.writeToCorrect(report);
    output.write(text, out(), lang());
    return Exit.DONE;
  }

  private int writeForm(Settings settings, Period period, ProgressReport report)
      throws UsageException {
    if (report.nil()) {
      throw new UsageException(
          List.of(
              lang()
                  .pick(
                      "báo cáo không phát sinh không có dòng nào để điền vào biểu mẫu; hãy dùng template",
                      "a nil report has no rows for a form; use template for an empty one")));
    }
    ReferenceData data = FormReference.of(settings, reference, err(), this::text, lang()).data();
    FormHead head =
        FormHead.of(arguments.series(), period, report.asOf(), data)
            .orElseThrow(
                () ->
                    new UsageException(
                        List.of(
                            arguments
                                + ": "
                                + lang()
                                    .pick(
                                        "danh mục không có đơn vị hoặc chương trình này",
                                        "the reference data have no such unit or programme"))));
    output.write(new ReportForm(head, data).write(report), lang());
    return Exit.DONE;
  }

  private Format format() {
    if (format != null) {
      return format;
    }
    String name = String.valueOf(output.file()).toLowerCase(Locale.ROOT);
    return Arrays.stream(Format.values())
        .filter(each -> name.endsWith("." + each))
        .findFirst()
        .orElse(Format.json);
  }
}
