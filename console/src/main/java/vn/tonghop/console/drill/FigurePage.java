package vn.tonghop.console.drill;

import io.javalin.http.Context;
import io.javalin.http.ForbiddenResponse;
import io.javalin.http.NotFoundResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import vn.tonghop.console.drill.FigureModel.Choice;
import vn.tonghop.console.drill.FigureModel.Row;
import vn.tonghop.console.view.Logged;
import vn.tonghop.console.web.Site;
import vn.tonghop.domain.format.Figures;
import vn.tonghop.domain.format.Language;
import vn.tonghop.domain.format.Names;
import vn.tonghop.domain.format.PeriodText;
import vn.tonghop.domain.format.Regions;
import vn.tonghop.domain.format.TableDimension;
import vn.tonghop.domain.format.TextRows;
import vn.tonghop.domain.standing.ClosingReport;
import vn.tonghop.domain.standing.Measures;
import vn.tonghop.domain.standing.UnitStanding;
import vn.tonghop.domain.table.TableView;

/** A figure of a national table, and the units that make it up. */
final class FigurePage {

  static final String PATH = "/figures/{programme}/{period}/{measure}";

  private final Site site;

  FigurePage(Site site) {
    this.site = site;
  }

  void show(Context request, Language language) {
    Measure measure = Measure.of(request.pathParam("measure")).orElseThrow(NotFoundResponse::new);
    Asked asked = Asked.of(request, site);
    Figure figure = new Figure(asked.key(), owner(request), measure, asked.restatedTo());
    if (!asked.sees(figure.owner())) {
      throw new ForbiddenResponse();
    }
    if (figure.owner().by() == TableDimension.REGION && !isThere(figure.owner(), asked, language)) {
      throw new NotFoundResponse();
    }
    List<UnitStanding> standings =
        figure.owner().isByTask()
            ? site.view().standings(asked.key()).stream().map(Logged::value).toList()
            : List.of();
    Breakdown breakdown = Breakdown.of(figure, asked.asReported(), standings, asked.reference());
    FigureModel model = new Writer(asked, figure, language).write(breakdown);
    site.render(
        request,
        "drill/figure.jte",
        site.describe(request, language, model.name() + " – " + model.owner()),
        model);
  }

  /** Whether the table has a row of the region. */
  private static boolean isThere(Owner region, Asked asked, Language language) {
    TableView table = asked.table();
    String name = new Regions(language, asked.reference(), table).name(region.code());
    return new TextRows(table, language, asked.names(language), asked.reference())
        .by(TableDimension.REGION).stream().anyMatch(row -> row.name().equals(name));
  }

  private static Owner owner(Context request) {
    String by = request.queryParam("by");
    String code = request.queryParam("code");
    return Owner.of(by == null ? TableDimension.TOTAL.id() : by, code == null ? "" : code)
        .orElseThrow(NotFoundResponse::new);
  }

  /** Puts one figure into words. */
  static final class Writer {

    private final Asked asked;
    private final Figure figure;
    private final Language language;
    private final Figures figures;
    private final Names names;
    private final List<Measure> columns;

    Writer(Asked asked, Figure figure, Language language) {
      this.asked = asked;
      this.figure = figure;
      this.language = language;
      this.figures = new Figures(language);
      this.names = new Names(language, asked.reference(), asked.asReported());
      Measure measure = figure.measure();
      this.columns =
          Stream.concat(
                  measure.parts().stream(), measure.isRate() ? Stream.of(measure) : Stream.empty())
              .toList();
    }

    FigureModel write(Breakdown breakdown) {
      Measures sum = breakdown.sum();
      return new FigureModel(
          figure.measure().name(language),
          figure.measure().text(breakdown.inTable(), figures),
          owner(),
          asked.title(language),
          tablePath(),
          Arrays.stream(Measure.values()).map(this::choice).toList(),
          columns.stream().map(column -> column.name(language)).toList(),
          rows(breakdown),
          others(breakdown),
          cells(sum),
          cells(breakdown.inTable()),
          breakdown.isProven(),
          proof(breakdown));
    }

    private String owner() {
      Owner owner = figure.owner();
      Names shown = asked.names(language);
      return switch (owner.by()) {
        case REGION -> new Regions(language, asked.reference(), asked.table()).name(owner.code());
        case UNIT -> shown.ofBody(owner.code());
        case ASSIGNED_BY -> shown.authority(owner.code());
        case FIELD -> shown.field(owner.code());
        case TOTAL, INDICATOR, MISSING -> language.pick("Cả nước", "Whole country");
      };
    }

    private String tablePath() {
      String path = "/tables/" + asked.key().programme() + "/" + asked.key().target().label();
      return figure.restatedTo() == null ? path : path + "?restated=" + figure.restatedTo();
    }

    private Choice choice(Measure other) {
      return new Choice(other.name(language), figure.of(other).path(), other == figure.measure());
    }

    /** The largest part first; of equal ones by name. */
    private List<Row> rows(Breakdown breakdown) {
      List<Breakdown.Share> shown =
          breakdown.shares().stream()
              .filter(share -> figure.measure().isTouchedBy(share.measures()))
              .toList();
      List<Row> rows = new ArrayList<>();
      shown.stream()
          .filter(share -> asked.sees(share.unit()))
          .sorted(
              Comparator.comparingLong(
                      (Breakdown.Share share) -> -figure.measure().count(share.measures()))
                  .thenComparing(share -> names.of(share.unit()), Names.order()))
          .forEach(share -> rows.add(row(share)));
      List<Measures> hidden =
          shown.stream()
              .filter(share -> !asked.sees(share.unit()))
              .map(Breakdown.Share::measures)
              .toList();
      if (!hidden.isEmpty()) {
        rows.add(
            new Row(
                language.pick("các đơn vị khác", "other units"),
                "",
                List.of(),
                "",
                "",
                cells(hidden.stream().reduce(Measures.ZERO, Measures::plus))));
      }
      return rows;
    }

    private Row row(Breakdown.Share share) {
      ClosingReport report = share.unit().report();
      return new Row(
          names.of(share.unit()),
          report == null ? "" : ReportPage.path(report.source(), figure),
          Marks.of(share.unit(), language),
          report == null
              ? ""
              : PeriodText.withinYear(report.period())
                  + language.pick(", lần ", ", revision ")
                  + figures.count(report.revision()),
          report == null ? "" : figures.date(report.asOf()),
          cells(share.measures()));
    }

    private List<String> cells(Measures measures) {
      return columns.stream().map(column -> column.text(measures, figures)).toList();
    }

    private String others(Breakdown breakdown) {
      // How many have no part would tell a unit's account how many others have reported one.
      long none =
          asked.visitor().seesAll()
              ? breakdown.shares().stream()
                  .filter(share -> !figure.measure().isTouchedBy(share.measures()))
                  .count()
              : 0;
      int missing = asked.asReported().coverage().missing().size();
      String zeros =
          none == 0
              ? ""
              : language
                  .pick(
                      "%s đơn vị khác đã báo cáo, không có phần nào. ",
                      "%s further units reported and have no part in it. ")
                  .formatted(figures.count(none));
      return zeros
          + (missing == 0
              ? ""
              : language
                  .pick("%s đơn vị chưa báo cáo (cả bảng).", "%s units of the table are missing.")
                  .formatted(figures.count(missing)));
    }

    private String proof(Breakdown breakdown) {
      if (!breakdown.settled()) {
        return language.pick(
            "Một báo cáo vừa đến: bảng và số liệu từng đơn vị chưa cùng lúc. Hãy tải lại trang.",
            "A report is just arriving: the table and the units' figures are not of one moment."
                + " Load the page again.");
      }
      return breakdown.isProven()
          ? language.pick(
              "Cộng các đơn vị bằng đúng con số trong bảng.",
              "The units add up to the figure in the table exactly.")
          : language.pick(
              "Cộng các đơn vị KHÔNG bằng con số trong bảng. Hãy báo cho người vận hành.",
              "The units do NOT add up to the figure in the table. Tell whoever operates it.");
    }
  }
}
