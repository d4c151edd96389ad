package vn.tonghop.console.drill;

import io.javalin.http.Context;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import vn.tonghop.console.drill.MovesModel.Row;
import vn.tonghop.console.drill.MovesModel.Target;
import vn.tonghop.console.drill.TableVersions.Step;
import vn.tonghop.console.view.Logged;
import vn.tonghop.console.view.Report;
import vn.tonghop.console.view.TableKey;
import vn.tonghop.console.view.View;
import vn.tonghop.console.view.View.ChangeOf;
import vn.tonghop.console.web.ErrorPages;
import vn.tonghop.console.web.Site;
import vn.tonghop.domain.acceptance.SourceRecord;
import vn.tonghop.domain.format.Figures;
import vn.tonghop.domain.format.Language;
import vn.tonghop.domain.format.Names;
import vn.tonghop.domain.format.PeriodText;
import vn.tonghop.domain.reference.Programme;
import vn.tonghop.domain.reference.ReferenceData;
import vn.tonghop.domain.standing.ClosingReport;
import vn.tonghop.domain.standing.IndicatorFigure;
import vn.tonghop.domain.standing.Measures;
import vn.tonghop.domain.standing.UnitStanding;
import vn.tonghop.domain.table.NationalTable;
import vn.tonghop.producer.text.Text;

/** What one report moved: each figure before and after, of its unit and of the whole country. */
final class MovesPage {

  static final String SUFFIX = "/moves";

  /**
   * Each reads dozens of records, one after another, from where every other page reads one: with
   * more of these there is no turn for those.
   */
  private static final int MOST_AT_ONCE = 2;

  private static final Text BUSY =
      new Text(
          "Nhiều trang như thế này đang được lập. Hãy thử lại sau vài giây.",
          "Others like this page are being worked out. Try again in a few seconds.");

  private final Site site;
  private final Semaphore atWork = new Semaphore(MOST_AT_ONCE);

  MovesPage(Site site) {
    this.site = site;
  }

  void show(Context request, Language language) {
    if (!atWork.tryAcquire()) {
      throw ErrorPages.later(request, BUSY);
    }
    try {
      write(request, language);
    } finally {
      atWork.release();
    }
  }

  private void write(Context request, Language language) {
    Logged<Report> record = ReportPage.record(request, site);
    MovesModel model = new Writer(language).write(record.source());
    site.render(request, "drill/moves.jte", site.describe(request, language, model.title()), model);
  }

  /** Puts the moves of one report into words. */
  private final class Writer {

    private final Language language;
    private final View view;
    private final ReferenceData reference;
    private final Figures figures;
    private final Terms terms;
    private final PeriodText periods;

    Writer(Language language) {
      this.language = language;
      this.view = site.view();
      this.reference = site.reference();
      this.figures = new Figures(language);
      this.terms = new Terms(language, reference);
      this.periods = new PeriodText(language);
    }

    MovesModel write(SourceRecord source) {
      List<Target> targets = new ArrayList<>();
      for (SourceRecord place : view.movedBy(source)) {
        view.change(place).ifPresent(change -> targets.add(target(change)));
      }
      return new MovesModel(
          language.pick("Báo cáo này đã làm thay đổi gì", "What this report moved"),
          Terms.coordinates(source),
          language.pick("Báo cáo", "Report"),
          ReportPage.path(source),
          targets.isEmpty()
              ? language.pick(
                  "Bản ghi này không làm thay đổi con số nào trong các bảng.",
                  "This record moved no figure of any table.")
              : "",
          targets);
    }

    private Target target(Logged<ChangeOf> logged) {
      ChangeOf change = logged.value();
      TableKey key = change.key();
      @Nullable UnitStanding before = before(logged).orElse(null);
      @Nullable UnitStanding after = change.change().standing();
      List<Moved> moved = Moved.inUnit(before, after);
      Optional<Step> step =
          new TableVersions(view)
              .stepOf(change.body(), after, change.change().movedBy(), view.versions(key));
      Names names = names(key);
      List<Row> unit = new ArrayList<>();
      unit.add(closing(names.ofBody(change.body()), before, after));
      unit.addAll(marks(names.ofBody(change.body()), before, after));
      unit.addAll(rows(key, names, moved));
      unit.addAll(indicators(change.body(), names, before, after));
      List<Row> national =
          step.map(
                  each ->
                      rows(key, names, Moved.inTable(value(each.before()), each.after().value())))
              .orElseGet(ArrayList::new);
      return new Target(
          periods.name(key.target()),
          "/tables/" + key.programme() + "/" + key.target().label(),
          unit,
          national,
          note(step, moved),
          step.map(this::versions).orElse(""));
    }

    /** What the unit said before, by the change before this one. */
    private Optional<UnitStanding> before(Logged<ChangeOf> logged) {
      ChangeOf change = logged.value();
      List<SourceRecord> changes = view.changes(change.key(), change.body());
      int place = changes.indexOf(logged.source());
      return place <= 0
          ? Optional.empty()
          : view.change(changes.get(place - 1))
              .flatMap(former -> Optional.ofNullable(former.value().change().standing()));
    }

    private Names names(TableKey key) {
      Programme programme = reference.programme(key.programme()).orElseGet(() -> unknown(key));
      return new Names(language, reference, Asked.table(view, key, programme, reference));
    }

    /** Newer reference data may no longer have the programme; what was moved stays moved. */
    private static Programme unknown(TableKey key) {
      int year = key.target().year();
      return new Programme(
          key.programme(), year, year, key.programme(), key.programme(), List.of());
    }

    private static @Nullable NationalTable value(@Nullable Logged<NationalTable> version) {
      return version == null ? null : version.value();
    }

    private Row closing(String unit, @Nullable UnitStanding before, @Nullable UnitStanding after) {
      return new Row(
          unit,
          language.pick("Báo cáo được tính", "Report that counts"),
          closing(before),
          closing(after),
          "",
          after == null ? "" : ReportPage.path(after.closing().source()));
    }

    private String closing(@Nullable UnitStanding standing) {
      if (standing == null) {
        return language.pick("không có", "none");
      }
      ClosingReport closing = standing.closing();
      return language
          .pick("%s, lần %s, số liệu đến %s", "%s, revision %s, as at %s")
          .formatted(
              PeriodText.withinYear(closing.period()),
              figures.count(closing.revision()),
              figures.date(closing.asOf()));
    }

    private List<Row> marks(
        String unit, @Nullable UnitStanding before, @Nullable UnitStanding after) {
      List<Row> marks = new ArrayList<>();
      mark(
          marks,
          unit,
          language.pick("Lấy theo báo cáo kỳ trước", "Carried"),
          before != null && before.carried(),
          after != null && after.carried());
      mark(
          marks,
          unit,
          language.pick("Không phát sinh", "Nothing to report"),
          before != null && before.nil(),
          after != null && after.nil());
      mark(
          marks,
          unit,
          language.pick("Gửi muộn", "Late"),
          before != null && before.late(),
          after != null && after.late());
      return marks;
    }

    private void mark(List<Row> marks, String unit, String name, boolean before, boolean after) {
      if (before != after) {
        marks.add(
            new Row(
                unit,
                name,
                terms.value(Difference.Field.NIL, before),
                terms.value(Difference.Field.NIL, after),
                "",
                ""));
      }
    }

    private List<Row> rows(TableKey key, Names names, List<Moved> moved) {
      List<Row> rows = new ArrayList<>();
      for (Moved each : moved) {
        for (Measure measure : Measure.values()) {
          row(key, names, each, measure).ifPresent(rows::add);
        }
      }
      return rows;
    }

    private Optional<Row> row(TableKey key, Names names, Moved moved, Measure measure) {
      String before = measure.text(moved.before(), figures);
      String after = measure.text(moved.after(), figures);
      boolean same =
          measure.isRate()
              ? before.equals(after)
              : measure.count(moved.before()) == measure.count(moved.after());
      return same
          ? Optional.empty()
          : Optional.of(
              new Row(
                  owner(moved.owner(), names),
                  measure.name(language),
                  before,
                  after,
                  measure.isRate() ? "" : change(measure, moved.before(), moved.after()),
                  new Figure(key, moved.owner(), measure, null).path()));
    }

    private String change(Measure measure, Measures before, Measures after) {
      return figures.change(
          BigDecimal.valueOf(Math.subtractExact(measure.count(after), measure.count(before))));
    }

    private String owner(Owner owner, Names names) {
      return switch (owner.by()) {
        case UNIT -> names.ofBody(owner.code());
        case ASSIGNED_BY ->
            language.pick("Cấp giao: ", "Assigned by: ") + names.authority(owner.code());
        case FIELD -> language.pick("Lĩnh vực: ", "Field: ") + names.field(owner.code());
        case REGION -> owner.code();
        case TOTAL, INDICATOR, MISSING -> language.pick("Cả nước", "Whole country");
      };
    }

    private List<Row> indicators(
        String body, Names names, @Nullable UnitStanding before, @Nullable UnitStanding after) {
      Map<String, IndicatorFigure> was = byCode(before);
      Map<String, IndicatorFigure> is = byCode(after);
      TreeMap<String, IndicatorFigure> codes = new TreeMap<>(was);
      codes.putAll(is);
      List<Row> rows = new ArrayList<>();
      for (String code : codes.keySet()) {
        @Nullable IndicatorFigure old = was.get(code);
        @Nullable IndicatorFigure current = is.get(code);
        if (old == null || !old.equals(current)) {
          rows.add(
              new Row(
                  names.ofBody(body),
                  terms.indicator(code),
                  indicator(old),
                  indicator(current),
                  old == null || current == null
                      ? ""
                      : figures.change(current.value().subtract(old.value())),
                  ""));
        }
      }
      return rows;
    }

    private static Map<String, IndicatorFigure> byCode(@Nullable UnitStanding standing) {
      Map<String, IndicatorFigure> figures = new TreeMap<>();
      if (standing != null) {
        standing.indicators().forEach(figure -> figures.put(figure.code(), figure));
      }
      return figures;
    }

    private String indicator(@Nullable IndicatorFigure figure) {
      if (figure == null) {
        return Figures.NONE;
      }
      return figures.value(figure.value())
          + (figure.partial() ? " (" + language.pick("chưa đủ", "partial") + ")" : "")
          + (figure.carried() ? " (" + language.pick("kỳ trước", "carried") + ")" : "");
    }

    private String note(Optional<Step> step, List<Moved> moved) {
      if (step.isEmpty()) {
        return language.pick(
            "Không tìm thấy phiên bản bảng đầu tiên có thay đổi này (chỉ tìm trong các phiên bản"
                + " gần thời điểm của báo cáo nhất); con số của đơn vị ở trên vẫn đầy đủ.",
            "The version of the table that first had this move was not found among those nearest"
                + " in time to the report; the unit's figures above are complete all the same.");
      }
      List<Moved> national = Moved.inTable(value(step.get().before()), step.get().after().value());
      return Moved.areSame(moved, national)
          ? language.pick(
              "Cả nước thay đổi đúng bằng đơn vị này.",
              "The whole country moved by exactly as much as this unit.")
          : language.pick(
              "Cả nước thay đổi không đúng bằng đơn vị này: cùng lúc đó báo cáo khác cũng làm thay đổi"
                  + " bảng, hoặc đơn vị kế thừa báo cáo thay đơn vị cũ. Phần của báo cáo này là con số"
                  + " của đơn vị ở trên.",
              "The whole country did not move by exactly as much as this unit: other reports moved"
                  + " the table at the same moment, or a successor now speaks for a former unit."
                  + " This report's part is the unit's figures above.");
    }

    private String versions(Step step) {
      Logged<NationalTable> before = step.before();
      return (before == null
              ? language.pick("chưa có bảng", "no table")
              : Terms.coordinates(before.source()))
          + " → "
          + Terms.coordinates(step.after().source());
    }
  }
}
