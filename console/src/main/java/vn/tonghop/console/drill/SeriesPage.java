package vn.tonghop.console.drill;

import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.tonghop.console.drill.FigureModel.Choice;
import vn.tonghop.console.drill.SeriesModel.BreakText;
import vn.tonghop.console.drill.SeriesModel.Cell;
import vn.tonghop.console.drill.SeriesModel.Column;
import vn.tonghop.console.drill.SeriesModel.Row;
import vn.tonghop.console.view.TableKey;
import vn.tonghop.console.web.Site;
import vn.tonghop.domain.format.Figures;
import vn.tonghop.domain.format.Language;
import vn.tonghop.domain.format.Names;
import vn.tonghop.domain.format.PeriodText;
import vn.tonghop.domain.period.Period;
import vn.tonghop.domain.reference.ReportingUnit;
import vn.tonghop.domain.table.TableView;
import vn.tonghop.domain.table.UnitView;

/** One figure of all units through the periods of a year, as reported or restated. */
final class SeriesPage {

  static final String PATH = "/series/{programme}/{period}";

  /** Stands where a unit was not there in a period, or not yet. */
  private static final String NOT_THERE = "·";

  private final Site site;

  SeriesPage(Site site) {
    this.site = site;
  }

  /** The year's page; its path names the year by its last target. */
  static String path(Asked asked, Measure measure, @Nullable LocalDate date) {
    Period target = asked.key().target();
    String path =
        "/series/" + asked.key().programme() + "/" + target.year() + "-A1?measure=" + measure.id();
    return date == null ? path : path + "&restated=" + date;
  }

  void show(Context request, Language language) {
    Asked asked = Asked.of(request, site);
    Measure measure =
        Measure.of(Objects.requireNonNullElse(request.queryParam("measure"), Measure.RATE_DUE.id()))
            .orElseThrow(BadRequestResponse::new);
    List<Period> periods = Series.periods(asked.key().target());
    LocalDate end = Series.end(asked.key().target());
    LocalDate date = asked.restatedTo();
    if (date != null && date.isBefore(end)) {
      throw new BadRequestResponse("restated < " + end);
    }
    List<TableView> tables =
        periods.stream().map(period -> asked.other(site.view(), period)).toList();
    Series series = Series.of(tables, date, asked.reference());
    LocalDate today = RestatedPage.today(site, end);
    SeriesModel model = new Writer(asked, series, measure, today, language).write();
    site.render(
        request, "drill/series.jte", site.describe(request, language, model.title()), model);
  }

  /** Puts a series into words. */
  static final class Writer {

    private final Asked asked;
    private final Series series;
    private final Measure measure;
    private final LocalDate today;
    private final Language language;
    private final Figures figures;
    private final PeriodText periods;

    Writer(Asked asked, Series series, Measure measure, LocalDate today, Language language) {
      this.asked = asked;
      this.series = series;
      this.measure = measure;
      this.today = today;
      this.language = language;
      this.figures = new Figures(language);
      this.periods = new PeriodText(language);
    }

    SeriesModel write() {
      return new SeriesModel(
          asked.programme(language)
              + language.pick(", các kỳ năm ", ", periods of ")
              + asked.key().target().year(),
          measure.name(language),
          Arrays.stream(Measure.values())
              .map(
                  other ->
                      new Choice(
                          other.name(language),
                          path(asked, other, asked.restatedTo()),
                          other == measure))
              .toList(),
          modes(),
          columns(),
          rows(),
          total(),
          series.tables().stream().map(this::coverage).toList(),
          series.isProven(),
          proof(),
          series.breaks().stream().flatMap(Optional::stream).map(this::text).toList());
    }

    private List<Choice> modes() {
      LocalDate date = Objects.requireNonNullElse(asked.restatedTo(), today);
      return List.of(
          new Choice(
              language.pick("Như đã báo cáo", "As reported"),
              path(asked, measure, null),
              asked.restatedTo() == null),
          new Choice(
              language.pick("Theo các đơn vị ngày ", "Under the units of ") + figures.date(date),
              path(asked, measure, date),
              asked.restatedTo() != null));
    }

    private List<Column> columns() {
      List<Column> columns = new ArrayList<>();
      for (int i = 0; i < series.tables().size(); i++) {
        Period period = series.tables().get(i).period();
        columns.add(
            new Column(PeriodText.withinYear(period), periods.name(period), isAfterBreak(i)));
      }
      return columns;
    }

    private boolean isAfterBreak(int column) {
      return series.breaks().get(column).isPresent();
    }

    private List<Row> rows() {
      Comparator<Row> byName = Comparator.comparing(Row::name, Names.order());
      return series.rows().values().stream()
          .filter(units -> units.stream().flatMap(Optional::stream).allMatch(asked::sees))
          .map(this::row)
          .sorted(byName)
          .toList();
    }

    /** By the name that it had last. */
    private Row row(List<Optional<UnitView>> units) {
      String name =
          units.stream()
              .flatMap(Optional::stream)
              .reduce((a, b) -> b.report() == null || isNoEarlier(b, a) ? b : a)
              .map(unit -> language.pick(unit.name(), unit.nameEn()))
              .orElse("");
      List<Cell> cells = new ArrayList<>();
      for (int i = 0; i < units.size(); i++) {
        cells.add(cell(units.get(i), i));
      }
      return new Row(name, cells);
    }

    private static boolean isNoEarlier(UnitView b, UnitView a) {
      return a.report() == null
          || b.report() == null
          || !b.report().period().lastDay().isBefore(a.report().period().lastDay());
    }

    private Cell cell(Optional<UnitView> unit, int column) {
      return unit.map(
              each ->
                  new Cell(
                      measure.text(each.measures(), figures),
                      figure(column, Owner.unit(each.body())).path(),
                      Marks.signs(each),
                      isAfterBreak(column)))
          .orElse(new Cell(NOT_THERE, "", "", isAfterBreak(column)));
    }

    private Figure figure(int column, Owner owner) {
      TableKey key = new TableKey(asked.key().programme(), series.tables().get(column).period());
      return new Figure(key, owner, measure, asked.restatedTo());
    }

    private Row total() {
      List<Cell> cells = new ArrayList<>();
      for (int i = 0; i < series.tables().size(); i++) {
        cells.add(
            new Cell(
                measure.text(series.totals().get(i), figures),
                figure(i, Owner.TOTAL).path(),
                "",
                isAfterBreak(i)));
      }
      return new Row(language.pick("Cả nước", "Whole country"), cells);
    }

    private String coverage(TableView table) {
      return figures.count(table.coverage().reported())
          + "/"
          + figures.count(table.coverage().expected());
    }

    private String proof() {
      if (!series.isProven()) {
        return language.pick(
            "Cộng các đơn vị KHÔNG bằng tổng số cả nước. Hãy báo cho người vận hành.",
            "The units do NOT add up to the national total. Tell whoever operates it.");
      }
      return asked.restatedTo() == null
          ? language.pick(
              "Ở mỗi kỳ, cộng các đơn vị bằng đúng tổng số cả nước.",
              "In each period the units add up to the national total exactly.")
          : language.pick(
              "Ở mỗi kỳ, cộng các đơn vị mới bằng đúng tổng số cả nước như đã báo cáo.",
              "In each period the present units add up to the national total as reported exactly.");
    }

    private BreakText text(Break found) {
      String heading =
          language
              .pick(
                  "Giữa %s và %s đơn vị thay đổi (%s → %s): số liệu hai bên không so sánh trực tiếp"
                      + " được",
                  "Between %s and %s the units change (%s → %s): figures on either side are not"
                      + " directly comparable")
              .formatted(
                  periods.name(found.from()),
                  periods.name(found.to()),
                  figures.count(found.before()),
                  figures.count(found.after()));
      return new BreakText(heading, found.changes().stream().map(this::text).toList());
    }

    private String text(Break.Change change) {
      LocalDate on = change.on();
      String when = on == null ? "" : figures.date(on) + ": ";
      String former = names(change.former());
      String current = names(change.current());
      if (change.isRename()) {
        return when + former + language.pick(" đổi tên thành ", " is now called ") + current;
      }
      return change.current().isEmpty()
          ? when + former + language.pick(" kết thúc", " ended")
          : when + former + " → " + current;
    }

    private String names(List<ReportingUnit> units) {
      return units.stream()
          .map(unit -> language.pick(unit.nameVi(), unit.nameEn()))
          .sorted(Names.order())
          .collect(Collectors.joining(", "));
    }
  }
}
