package vn.tonghop.producer.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import vn.tonghop.domain.acceptance.FindingList;
import vn.tonghop.domain.acceptance.ReportCheck;
import vn.tonghop.domain.format.Language;
import vn.tonghop.domain.period.Period;
import vn.tonghop.domain.period.Regime;
import vn.tonghop.domain.reference.ReferenceData;
import vn.tonghop.domain.reference.ReportingUnit;
import vn.tonghop.domain.report.ProgressReport;
import vn.tonghop.domain.report.ReportKind;
import vn.tonghop.producer.PublishException;
import vn.tonghop.producer.ReceiptReader;
import vn.tonghop.producer.ReportPublisher;
import vn.tonghop.producer.file.FileReport;
import vn.tonghop.producer.file.Place;
import vn.tonghop.producer.revision.Accepted;
import vn.tonghop.producer.revision.NextRevision;
import vn.tonghop.producer.revision.Reply;
import vn.tonghop.producer.revision.Series;
import vn.tonghop.producer.settings.Settings;

/** Sends a report that needs no file, under the next revision, and waits for its receipt. */
abstract class OneReportCommand extends ReportCommand implements Sending.Listener {

  private final Links links;
  private final Confirmation confirmation;
  private boolean failed;

  @Mixin private SeriesArguments arguments = new SeriesArguments();

  @Option(
      names = "--as-of",
      paramLabel = "DATE",
      description = {
        "As at this date; today, or the period's day that is next to it /",
        "ngày chốt số liệu; mặc định hôm nay, hoặc ngày gần nhất trong kỳ."
      })
  private @Nullable LocalDate asOf;

  @Option(
      names = "--yes",
      description = {"Do not ask / không hỏi lại."})
  private boolean yes;

  @Option(
      names = "--format",
      paramLabel = "text|json",
      converter = ReceiptFormatConverter.class,
      description = {"The receipt for people, or as JSON / biên nhận cho người đọc, hoặc JSON."})
  private ReceiptFormat format = ReceiptFormat.TEXT;

  @Mixin private ReferenceOption reference = new ReferenceOption();

  OneReportCommand(Links links, Confirmation confirmation) {
    this.links = links;
    this.confirmation = confirmation;
  }

  abstract ReportKind kind();

  /** A nil report has nothing to report; a withdrawal says nothing at all. */
  private boolean nil() {
    return kind() == ReportKind.SUBMIT;
  }

  /** What the person is asked; three places: the unit's name, programme and period. */
  abstract String question(Language lang);

  @Override
  final int run() throws UsageException {
    Settings settings = settings();
    Period period = arguments.period(settings.regime(), lang());
    ReferenceData data = reference.read(lang());
    FileReport.Legible report =
        new FileReport.Legible(new Place(Path.of(""), 1), report(arguments.series(), period));
    boolean asks =
        !yes
            && ReportCheck.check(data, settings.regime(), report.report(), null, null)
                .errors()
                .isEmpty();
    try (ReportPublisher publisher = links.publisher().apply(settings);
        NextRevision revisions = new NextRevision(() -> links.answered().apply(settings));
        ReceiptReader reader = links.receipts().apply(settings)) {
      if (asks && !isConfirmed(data, period, revisions, report.report())) {
        err().println(lang().pick("không gửi", "not sent"));
        return Exit.FAILED;
      }
      AwaitedReceipts receipts = new AwaitedReceipts(reader, links.patience(), this::answered);
      Sending.Rules rules = new Sending.Rules(data, settings.regime(), false);
      Sending sending = new Sending(rules, publisher, revisions, receipts, this);
      sending.takeUnnumbered(report);
      sending.settle();
      if (receipts.await() > 0) {
        err()
            .println(
                lang()
                    .pick(
                        "đã gửi, nhưng chưa có biên nhận; hệ thống tổng hợp có đang chạy không?",
                        "sent, but there is no receipt yet; is the roll-up running?"));
        failed = true;
      }
      return failed || sending.notSent() > 0 ? Exit.FAILED : Exit.DONE;
    }
  }

  private ProgressReport report(Series series, Period period) {
    return new ProgressReport(
        series.unit(),
        series.programme(),
        series.period(),
        1,
        kind(),
        asOf == null ? within(period, LocalDate.now(Regime.ZONE)) : asOf,
        false,
        nil(),
        List.of(),
        List.of(),
        null,
        null);
  }

  private static LocalDate within(Period period, LocalDate day) {
    if (day.isBefore(period.firstDay())) {
      return period.firstDay();
    }
    return day.isAfter(period.lastDay()) ? period.lastDay() : day;
  }

  private boolean isConfirmed(
      ReferenceData data, Period period, NextRevision revisions, ProgressReport report) {
    Series series = Series.of(report);
    @Nullable Accepted accepted = revisions.accepted(series);
    String unit =
        data.unit(series.unit(), period.lastDay())
            .map(each -> series.unit() + " " + name(each))
            .orElse(series.unit());
    return confirmation.isGiven(
        question(lang()).formatted(unit, series.programme(), series.period())
            + " "
            + counting(accepted)
            + lang().pick(" [c/K]", " [y/N]"));
  }

  private String name(ReportingUnit unit) {
    return lang().pick(unit.nameVi(), unit.nameEn());
  }

  private String counting(@Nullable Accepted accepted) {
    return accepted == null || !accepted.counts()
        ? lang().pick("Hiện không có báo cáo nào được tính.", "No report counts now.")
        : lang()
            .pick("Hiện đang tính lần %d, nhận ngày %s.", "Revision %d of %s counts now.")
            .formatted(
                accepted.revision(), LocalDate.ofInstant(accepted.receivedAt(), Regime.ZONE));
  }

  /** The receipt says it, too. */
  @Override
  public final void findings(Place place, FindingList findings) {}

  /** The receipt says it, too. */
  @Override
  public final void numbered(Place place, int revision) {}

  @Override
  public final void failed(Place place, PublishException failure) {
    err().println(OneLine.of(text(failure)));
  }

  @Override
  public final void answered(Reply reply) {
    Tally tally = new Tally();
    tally.add(reply);
    failed |= tally.hasFailures();
    out().println(format.write(reply.withoutOrigin(), settings().regime(), lang()));
  }
}
