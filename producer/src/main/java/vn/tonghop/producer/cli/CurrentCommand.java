package vn.tonghop.producer.cli;

import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import vn.tonghop.domain.report.ProgressReport;
import vn.tonghop.producer.file.ReportCsv;
import vn.tonghop.producer.file.ReportJson;
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
    csv
  }

  @Mixin private SeriesArguments arguments = new SeriesArguments();

  @Option(
      names = "--format",
      paramLabel = "json|csv",
      description = {
        "Of the file; by the ending of --out, else JSON / dạng tệp; theo đuôi của --out, hoặc JSON."
      })
  private @Nullable Format format;

  @Mixin private OutputFile output = new OutputFile();

  public CurrentCommand() {
    this(Links.REAL);
  }

  CurrentCommand(Links links) {
    this.links = links;
  }

  @Override
  int run() throws UsageException {
    Settings settings = settings();
    arguments.period(settings.regime(), lang());
    output.require(lang());
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
      return write(answered.report(series, accepted));
    }
  }

  private int write(ProgressReport report) throws UsageException {
    String text =
        format() == Format.csv
            ? ReportCsv.writeToCorrect(report)
            : ReportJson.writeToCorrect(report);
    output.write(text, out(), lang());
    return Exit.DONE;
  }

  private Format format() {
    @Nullable Path file = output.file();
    if (format == null) {
      return file != null && file.toString().toLowerCase(Locale.ROOT).endsWith(".csv")
          ? Format.csv
          : Format.json;
    }
    return format;
  }
}
