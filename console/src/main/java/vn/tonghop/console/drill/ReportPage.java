package vn.tonghop.console.drill;

import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.ForbiddenResponse;
import io.javalin.http.NotFoundResponse;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.tonghop.console.drill.ReportModel.Counted;
import vn.tonghop.console.drill.ReportModel.Fact;
import vn.tonghop.console.drill.ReportModel.Task;
import vn.tonghop.console.view.Logged;
import vn.tonghop.console.view.Report;
import vn.tonghop.console.view.ReportKey;
import vn.tonghop.console.view.TableKey;
import vn.tonghop.console.web.Site;
import vn.tonghop.console.web.Visitor;
import vn.tonghop.domain.acceptance.Receipt;
import vn.tonghop.domain.acceptance.SourceRecord;
import vn.tonghop.domain.format.Figures;
import vn.tonghop.domain.format.Language;
import vn.tonghop.domain.format.PeriodText;
import vn.tonghop.domain.format.TableDimension;
import vn.tonghop.domain.period.Period;
import vn.tonghop.domain.reference.ReferenceData;
import vn.tonghop.domain.reference.ReportingUnit;
import vn.tonghop.domain.report.ProgressReport;
import vn.tonghop.domain.report.TaskLine;
import vn.tonghop.domain.standing.Measures;
import vn.tonghop.domain.standing.StandingCell;
import vn.tonghop.domain.standing.UnitStanding;
import vn.tonghop.schemas.topic.Topics;

/** One report record: its tasks, or those that are counted in a figure, and its receipt. */
final class ReportPage {

  static final String PATH = "/reports/{unit}/{partition}/{offset}";

  private final Site site;

  ReportPage(Site site) {
    this.site = site;
  }

  /** The page of a record. */
  static String path(SourceRecord source) {
    return "/reports/"
        + Topics.unitOf(source.topic()).orElse("-")
        + "/"
        + source.partition()
        + "/"
        + source.offset();
  }

  /** The same with the tasks that are counted in a figure. */
  static String path(SourceRecord source, Figure figure) {
    String path =
        path(source)
            + "?target="
            + figure.table().target().label()
            + "&measure="
            + figure.measure().id()
            + "&by="
            + figure.owner().by().id()
            + "&code="
            + Figure.encoded(figure.owner().code());
    return figure.restatedTo() == null ? path : path + "&restated=" + figure.restatedTo();
  }

  void show(Context request, Language language) {
    Logged<Report> record = record(request, site);
    @Nullable ProgressReport report = record.value().report();
    ReportModel model =
        report == null
            ? unreadable(record, language)
            : new Writer(record, report, language).write(target(request), figure(request, report));
    site.render(
        request, "drill/report.jte", site.describe(request, language, model.title()), model);
  }

  /**
   * The record that a path names.
   *
   * @throws NotFoundResponse if there is none
   * @throws ForbiddenResponse if it is another unit's than the visitor's
   */
  static Logged<Report> record(Context request, Site site) {
    String unit = request.pathParam("unit");
    if (!Visitor.of(request).sees(unit)) {
      throw new ForbiddenResponse();
    }
    String topic = Topics.reportsOf(unit);
    if (Topics.unitOf(topic).isEmpty()) {
      throw new NotFoundResponse();
    }
    return site.view()
        .report(
            new SourceRecord(
                topic,
                (int) number(request.pathParam("partition"), Integer.MAX_VALUE),
                number(request.pathParam("offset"), Long.MAX_VALUE)))
        .orElseThrow(NotFoundResponse::new);
  }

  private static long number(String text, long most) {
    try {
      long number = Long.parseLong(text);
      if (number >= 0 && number <= most) {
        return number;
      }
      throw new NotFoundResponse();
    } catch (NumberFormatException e) {
      throw new NotFoundResponse(String.valueOf(e.getMessage()));
    }
  }

  /** The table that is asked for, or empty. */
  private Optional<Period> target(Context request) {
    @Nullable String label = request.queryParam("target");
    return label == null
        ? Optional.empty()
        : Optional.of(
            Asked.period(site.view(), label)
                .filter(Period::isTarget)
                .orElseThrow(BadRequestResponse::new));
  }

  /** The figure whose tasks are asked for, or empty. */
  private Optional<Figure> figure(Context request, ProgressReport report) {
    @Nullable String measure = request.queryParam("measure");
    if (measure == null) {
      return Optional.empty();
    }
    Period target = target(request).orElseThrow(BadRequestResponse::new);
    String by = Objects.requireNonNullElse(request.queryParam("by"), TableDimension.TOTAL.id());
    String code = Objects.requireNonNullElse(request.queryParam("code"), "");
    return Optional.of(
        new Figure(
            new TableKey(report.programme(), target),
            Owner.of(by, code).orElseThrow(BadRequestResponse::new),
            Measure.of(measure).orElseThrow(BadRequestResponse::new),
            Asked.date(request.queryParam("restated"))));
  }

  private ReportModel unreadable(Logged<Report> record, Language language) {
    Figures figures = new Figures(language);
    return new ReportModel(
        language.pick("Bản ghi không đọc được", "A record that cannot be read"),
        List.of(
            new Fact(
                language.pick("Vị trí bản ghi", "Record"),
                Terms.coordinates(record.source()),
                true),
            new Fact(language.pick("Nhận lúc", "Received at"), figures.time(record.at()), false)),
        true,
        null,
        List.of(),
        List.of(),
        null,
        elsewhere(record, language),
        "",
        "",
        "");
  }

  /** Of a record without a period only its unit's topic of receipts has what was decided. */
  private static String elsewhere(Logged<Report> record, Language language) {
    return language
        .pick(
            "Biên nhận của bản ghi này nằm trong chủ đề %s; trang này không giữ biên nhận của bản"
                + " ghi không có kỳ báo cáo.",
            "The receipt of this record stands in topic %s; this page holds none of records"
                + " without a reporting period.")
        .formatted(Topics.receiptsBeside(record.source().topic()));
  }

  /** Puts one report into words. */
  private final class Writer {

    private final Logged<Report> record;
    private final ProgressReport report;
    private final Language language;
    private final ReferenceData reference;
    private final Figures figures;
    private final Terms terms;
    private final String topicUnit;
    private final @Nullable Period own;

    /** Whose topic it came by; null where the report names another, whom it cannot speak for. */
    private final @Nullable ReportingUnit unit;

    Writer(Logged<Report> record, ProgressReport report, Language language) {
      this.record = record;
      this.report = report;
      this.language = language;
      this.reference = site.reference();
      this.figures = new Figures(language);
      this.terms = new Terms(language, reference);
      this.own = Asked.period(site.view(), report.period()).orElse(null);
      this.topicUnit = Topics.unitOf(record.source().topic()).orElse("");
      this.unit =
          own == null || !report.unit().equals(topicUnit)
              ? null
              : reference.unit(topicUnit, own.lastDay()).orElse(null);
    }

    ReportModel write(Optional<Period> of, Optional<Figure> in) {
      Optional<Figure> figure = in.filter(any -> unit != null);
      @Nullable Period target = of.filter(any -> unit != null).orElse(firstTarget());
      List<CountedTask> tasks = tasks(target);
      @Nullable UnitStanding standing = target == null ? null : standing(target);
      ReportKey key = new ReportKey(topicUnit, report.programme(), report.period());
      Optional<Logged<Receipt>> receipt = Receipts.of(record, key, site.view());
      return new ReportModel(
          title(),
          facts(),
          false,
          figure.map(each -> counted(each, tasks, standing)).orElse(null),
          shown(figure, tasks).stream().map(this::task).toList(),
          report.indicators().stream()
              .map(
                  each ->
                      new Fact(terms.indicator(each.code()), figures.value(each.value()), false))
              .toList(),
          receipt.map(found -> ReceiptModel.of(found, language, terms)).orElse(null),
          receipt.isPresent() ? "" : unanswered(),
          speaks(target, standing),
          site.view().receipts(key).isEmpty()
              ? ""
              : RevisionsPage.path(topicUnit, report.programme(), report.period()),
          path(record.source()) + MovesPage.SUFFIX);
    }

    private String unanswered() {
      return own == null
          ? elsewhere(record, language)
          : language.pick(
              "Chưa thấy biên nhận của bản ghi này.", "No receipt of this record was found yet.");
    }

    private @Nullable Period firstTarget() {
      return own == null || unit == null ? null : own.targets().get(0);
    }

    /** Uncounted where the report's period is none, or not within the target. */
    private List<CountedTask> tasks(@Nullable Period target) {
      if (own == null || target == null || !own.targets().contains(target)) {
        return report.tasks().stream().map(task -> new CountedTask(task, Measures.ZERO)).toList();
      }
      return CountedTask.of(report, own, target, reference);
    }

    private @Nullable UnitStanding standing(Period target) {
      return unit == null
          ? null
          : site.view()
              .standing(new TableKey(report.programme(), target), unit.body())
              .map(Logged::value)
              .orElse(null);
    }

    private List<CountedTask> shown(Optional<Figure> figure, List<CountedTask> tasks) {
      return figure
          .map(each -> tasks.stream().filter(task -> isIn(each, task)).toList())
          .orElse(tasks);
    }

    private boolean isIn(Figure figure, CountedTask task) {
      return figure.measure().isTouchedBy(task.measures())
          && Breakdown.isOf(figure.owner(), task.task().assignedBy(), task.task().field());
    }

    private Counted counted(
        Figure figure, List<CountedTask> tasks, @Nullable UnitStanding standing) {
      Measures sum = CountedTask.sum(shown(Optional.of(figure), tasks));
      boolean closing = standing != null && standing.closing().source().equals(record.source());
      Measures part =
          standing == null
              ? Measures.ZERO
              : standing.cells().stream()
                  .filter(cell -> Breakdown.isOf(figure.owner(), cell.assignedBy(), cell.field()))
                  .map(StandingCell::measures)
                  .reduce(Measures.ZERO, Measures::plus);
      boolean proven =
          closing
              && figure.measure().parts().stream()
                  .allMatch(measure -> measure.count(sum) == measure.count(part));
      return new Counted(
          figure.measure().name(language)
              + " – "
              + new PeriodText(language).name(figure.table().target()),
          figure.path(),
          figure.measure().text(part, figures),
          proven,
          proof(closing, proven),
          path(record.source()) + "?target=" + figure.table().target().label());
    }

    private String proof(boolean closing, boolean proven) {
      if (!closing) {
        return language.pick(
            "Hiện nay báo cáo khác của đơn vị được tính trong bảng này: xem các lần báo cáo.",
            "Another report of the unit counts in this table now: see the revisions.");
      }
      return proven
          ? language.pick(
              "Cộng các nhiệm vụ dưới đây bằng đúng phần của đơn vị trong con số.",
              "The tasks below add up to the unit's part in the figure exactly.")
          : language.pick(
              "Cộng các nhiệm vụ KHÔNG bằng phần của đơn vị. Hãy báo cho người vận hành.",
              "The tasks do NOT add up to the unit's part. Tell whoever operates it.");
    }

    private String speaks(@Nullable Period target, @Nullable UnitStanding standing) {
      if (target == null) {
        return "";
      }
      String table = new PeriodText(language).name(target);
      boolean closing = standing != null && standing.closing().source().equals(record.source());
      return (closing
              ? language.pick(
                  "Báo cáo này đang được tính trong bảng %s.",
                  "This report counts in the table of %s now.")
              : language.pick(
                  "Báo cáo này hiện không được tính trong bảng %s.",
                  "This report does not count in the table of %s now."))
          .formatted(table);
    }

    private String title() {
      String name = unit == null ? report.unit() : language.pick(unit.nameVi(), unit.nameEn());
      String period = own == null ? report.period() : new PeriodText(language).name(own);
      return language
          .pick("%s, %s, lần %s", "%s, %s, revision %s")
          .formatted(
              LongText.of(name).start(),
              LongText.of(period).start(),
              figures.count(report.revision()));
    }

    private List<Fact> facts() {
      return List.of(
          new Fact(language.pick("Chương trình", "Programme"), programme(), false),
          new Fact(
              terms.field(Difference.Field.KIND),
              terms.kind(report.kind())
                  + (report.nil() ? ", " + language.pick("không phát sinh", "nil") : "")
                  + (report.test() ? ", " + language.pick("gửi thử", "a test") : ""),
              false),
          new Fact(terms.field(Difference.Field.AS_OF), figures.date(report.asOf()), false),
          new Fact(
              language.pick("Người gửi", "Sent by"),
              LongText.of(Objects.requireNonNullElse(report.submittedBy(), Figures.NONE)).start(),
              false),
          new Fact(language.pick("Nhận lúc", "Received at"), figures.time(record.at()), false),
          new Fact(
              language.pick("Vị trí bản ghi", "Record"), Terms.coordinates(record.source()), true),
          new Fact(
              language.pick("Mã băm nội dung (SHA-256)", "Digest of the content (SHA-256)"),
              Objects.requireNonNullElse(record.value().digest(), Figures.NONE),
              true));
    }

    private String programme() {
      return reference
          .programme(report.programme())
          .map(each -> language.pick(each.titleVi(), each.titleEn()))
          .orElse(LongText.of(report.programme()).start());
    }

    private Task task(CountedTask counted) {
      TaskLine task = counted.task();
      return new Task(
          LongText.of(task.code()),
          LongText.of(task.title()),
          terms.fieldOfWork(task.field()),
          terms.authority(task.assignedBy()),
          terms.status(task.status()),
          task.isOverdue(report.asOf()),
          terms.value(Difference.Field.DUE_ON, task.dueOn()),
          terms.value(Difference.Field.COMPLETED_ON, task.completedOn()),
          figures.count(task.percent()),
          LongText.of(task.note()),
          counted.countedIn().stream()
              .filter(measure -> measure != Measure.ASSIGNED && measure != Measure.PERCENT_SUM)
              .map(measure -> measure.name(language))
              .toList());
    }
  }
}
