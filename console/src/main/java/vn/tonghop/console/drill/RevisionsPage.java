package vn.tonghop.console.drill;

import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.ForbiddenResponse;
import io.javalin.http.NotFoundResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.tonghop.console.drill.RevisionsModel.FieldChange;
import vn.tonghop.console.drill.RevisionsModel.LineChange;
import vn.tonghop.console.drill.RevisionsModel.LineKind;
import vn.tonghop.console.drill.RevisionsModel.Revision;
import vn.tonghop.console.view.Answered;
import vn.tonghop.console.view.Logged;
import vn.tonghop.console.view.Report;
import vn.tonghop.console.view.ReportKey;
import vn.tonghop.console.web.Site;
import vn.tonghop.console.web.Visitor;
import vn.tonghop.domain.acceptance.Receipt;
import vn.tonghop.domain.acceptance.SourceRecord;
import vn.tonghop.domain.format.Figures;
import vn.tonghop.domain.format.Language;
import vn.tonghop.domain.format.PeriodText;
import vn.tonghop.domain.period.Period;
import vn.tonghop.domain.reference.ReferenceData;
import vn.tonghop.domain.report.IndicatorValue;
import vn.tonghop.domain.report.ProgressReport;
import vn.tonghop.domain.report.TaskLine;

/**
 * All that a unit sent for one programme and period, with what each accepted revision changed
 * against the accepted one before it.
 */
final class RevisionsPage {

  static final String PATH = "/revisions/{unit}";

  /** Records on one page: each is read from the broker, and so is its receipt. */
  static final int SHOWN = 25;

  private final Site site;

  RevisionsPage(Site site) {
    this.site = site;
  }

  /** The page of a series; programme and period are as somebody wrote them. */
  static String path(String unit, String programme, String period) {
    return "/revisions/"
        + Figure.encoded(unit)
        + "?programme="
        + Figure.encoded(programme)
        + "&period="
        + Figure.encoded(period);
  }

  void show(Context request, Language language) {
    String unit = request.pathParam("unit");
    if (!Visitor.of(request).sees(unit)) {
      throw new ForbiddenResponse();
    }
    ReportKey key =
        new ReportKey(unit, parameter(request, "programme"), parameter(request, "period"));
    List<Answered> all = site.view().receipts(key);
    if (all.isEmpty()) {
      throw new NotFoundResponse();
    }
    int end = end(request.queryParam("before"), all.size());
    RevisionsModel model = new Writer(key, language).write(all, end);
    site.render(
        request, "drill/revisions.jte", site.describe(request, language, model.title()), model);
  }

  private static String parameter(Context request, String name) {
    String value = request.queryParam(name);
    if (value == null) {
      throw new BadRequestResponse(name);
    }
    return value;
  }

  private static int end(@Nullable String before, int size) {
    if (before == null) {
      return size;
    }
    try {
      return Math.max(0, Math.min(size, Integer.parseInt(before)));
    } catch (NumberFormatException e) {
      throw new BadRequestResponse(String.valueOf(e.getMessage()));
    }
  }

  /** One record of the series; what cannot be read is null. */
  private record Sent(
      Answered answered, @Nullable Logged<Receipt> receipt, @Nullable Logged<Report> record) {

    @Nullable ProgressReport report() {
      return record == null ? null : record.value().report();
    }
  }

  /** Puts a series into words. */
  private final class Writer {

    private final ReportKey key;
    private final Language language;
    private final ReferenceData reference;
    private final Figures figures;
    private final Terms terms;

    Writer(ReportKey key, Language language) {
      this.key = key;
      this.language = language;
      this.reference = site.reference();
      this.figures = new Figures(language);
      this.terms = new Terms(language, reference);
    }

    /**
     * The records before a place, newest first.
     *
     * @param end as many as the series had then
     */
    RevisionsModel write(List<Answered> all, int end) {
      int start = Math.max(0, end - SHOWN);
      @Nullable Sent accepted = start == 0 ? null : acceptedBefore(all, start);
      List<Revision> revisions = new ArrayList<>();
      for (Answered answered : all.subList(start, end)) {
        Sent sent = read(answered);
        revisions.add(revision(sent, accepted));
        if (answered.outcome().isAccepted()) {
          accepted = sent;
        }
      }
      Collections.reverse(revisions);
      String path = path(key.unit(), key.programme(), key.period());
      return new RevisionsModel(
          title(), programme(), revisions, start == 0 ? "" : path + "&before=" + start);
    }

    private @Nullable Sent acceptedBefore(List<Answered> all, int end) {
      for (int place = end - 1; place >= 0; place--) {
        if (all.get(place).outcome().isAccepted()) {
          return read(all.get(place));
        }
      }
      return null;
    }

    private Sent read(Answered answered) {
      Optional<Logged<Receipt>> receipt = site.view().receipt(answered.receipt());
      @Nullable SourceRecord source = receipt.map(each -> each.value().source()).orElse(null);
      return new Sent(
          answered,
          receipt.orElse(null),
          source == null ? null : site.view().report(source).orElse(null));
    }

    private Revision revision(Sent sent, @Nullable Sent before) {
      @Nullable Logged<Receipt> receipt = sent.receipt();
      @Nullable Logged<Report> record = sent.record();
      @Nullable ProgressReport report = sent.report();
      @Nullable ProgressReport former = before == null ? null : before.report();
      Difference difference =
          report == null || former == null
              ? new Difference(List.of(), List.of(), List.of())
              : Difference.between(former, report);
      return new Revision(
          name(receipt, report),
          figures.time(sent.answered().at()),
          record == null ? "" : Terms.coordinates(record.source()),
          record == null ? "" : ReportPage.path(record.source()),
          record == null ? "" : ReportPage.path(record.source()) + MovesPage.SUFFIX,
          record == null
              ? Figures.NONE
              : Objects.requireNonNullElse(record.value().digest(), Figures.NONE),
          receipt == null ? null : ReceiptModel.of(receipt, language, terms),
          report == null || former == null ? "" : against(former),
          difference.report().stream().map(this::field).toList(),
          lines(difference));
    }

    private String name(@Nullable Logged<Receipt> receipt, @Nullable ProgressReport report) {
      if (report == null) {
        @Nullable Integer revision = receipt == null ? null : receipt.value().revision();
        return revision == null
            ? language.pick("Không đọc được", "Unreadable")
            : revision(revision);
      }
      return revision(report.revision())
          + switch (report.kind()) {
            case SUBMIT -> "";
            case WITHDRAW -> language.pick(" (rút báo cáo)", " (withdrawal)");
          };
    }

    private String revision(int revision) {
      return language.pick("Lần %s", "Revision %s").formatted(figures.count(revision));
    }

    private String against(ProgressReport former) {
      return language
          .pick("So với lần %s đã nhận trước đó", "Against revision %s, accepted before it")
          .formatted(figures.count(former.revision()));
    }

    private List<LineChange> lines(Difference difference) {
      List<LineChange> lines = new ArrayList<>();
      difference
          .tasks()
          .forEach(
              line ->
                  lines.add(
                      line(
                          line,
                          Optional.ofNullable(line.after())
                              .or(() -> Optional.ofNullable(line.before()))
                              .map(TaskLine::title)
                              .orElse(null))));
      difference.indicators().forEach(line -> lines.add(indicator(line)));
      return lines;
    }

    private LineChange indicator(Difference.Line<IndicatorValue> line) {
      List<FieldChange> value =
          line.changes().isEmpty()
              ? List.of(
                  field(
                      new Difference.Change(
                          Difference.Field.VALUE, value(line.before()), value(line.after()))))
              : line.changes().stream().map(this::field).toList();
      LineChange change = line(line, terms.indicator(line.code()));
      return new LineChange(change.kind(), change.word(), change.code(), change.title(), value);
    }

    private static @Nullable Object value(@Nullable IndicatorValue indicator) {
      return indicator == null ? null : indicator.value();
    }

    private LineChange line(Difference.Line<?> line, @Nullable String title) {
      LineKind kind =
          line.before() == null
              ? LineKind.ADDED
              : line.after() == null ? LineKind.REMOVED : LineKind.CHANGED;
      return new LineChange(
          kind,
          word(kind),
          LongText.of(line.code()),
          LongText.of(title),
          line.changes().stream().map(this::field).toList());
    }

    private String word(LineKind kind) {
      return switch (kind) {
        case ADDED -> language.pick("Thêm", "Added");
        case REMOVED -> language.pick("Bỏ", "Removed");
        case CHANGED -> language.pick("Đổi", "Changed");
      };
    }

    private FieldChange field(Difference.Change change) {
      return new FieldChange(
          terms.field(change.field()),
          LongText.of(terms.value(change.field(), change.before())),
          LongText.of(terms.value(change.field(), change.after())));
    }

    private String title() {
      Optional<Period> own = Asked.period(site.view(), key.period());
      String unit =
          own.flatMap(period -> reference.unit(key.unit(), period.lastDay()))
              .map(each -> language.pick(each.nameVi(), each.nameEn()))
              .orElse(key.unit());
      String period =
          own.map(new PeriodText(language)::name)
              .orElseGet(() -> LongText.of(key.period()).start());
      return language.pick("Các lần báo cáo: ", "Revisions: ") + unit + ", " + period;
    }

    private String programme() {
      return reference
          .programme(key.programme())
          .map(each -> language.pick(each.titleVi(), each.titleEn()))
          .orElseGet(() -> LongText.of(key.programme()).start());
    }
  }
}
