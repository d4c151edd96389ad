package vn.tonghop.console.picture;

import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.tonghop.console.drill.Asked;
import vn.tonghop.console.drill.FigureModel.Choice;
import vn.tonghop.console.drill.Measure;
import vn.tonghop.console.view.Answered;
import vn.tonghop.console.view.ReportKey;
import vn.tonghop.console.view.View;
import vn.tonghop.console.web.Site;
import vn.tonghop.domain.format.Figures;
import vn.tonghop.domain.format.Language;
import vn.tonghop.domain.period.Period;
import vn.tonghop.domain.period.PeriodLength;
import vn.tonghop.domain.reference.ReportingUnit;
import vn.tonghop.domain.table.TableView;
import vn.tonghop.domain.table.UnitView;

/** A table, its year and its deadline as pictures. */
final class PicturePage {

  static final String PATH = "/pictures/{programme}/{period}";

  private static final List<Measure> RATES =
      List.of(Measure.RATE_DUE, Measure.RATE_ALL, Measure.RATE_VOLUME);

  private final Site site;

  PicturePage(Site site) {
    this.site = site;
  }

  /** The page of a table's pictures. */
  static String path(Asked asked, Measure rate, @Nullable LocalDate restatedTo) {
    String path =
        "/pictures/"
            + asked.key().programme()
            + "/"
            + asked.key().target().label()
            + "?rate="
            + rate.id();
    return restatedTo == null ? path : path + "&restated=" + restatedTo;
  }

  void show(Context request, Language language) {
    Asked asked = Asked.of(request, site);
    Measure rate =
        Measure.of(Objects.requireNonNullElse(request.queryParam("rate"), Measure.RATE_DUE.id()))
            .filter(Measure::isRate)
            .orElseThrow(BadRequestResponse::new);
    LocalDate today = site.today();
    PictureModel model =
        new PictureModel(
            asked.title(language),
            coverage(asked.asReported(), language),
            "/tables/" + asked.key().programme() + "/" + asked.key().target().label(),
            rate.name(language),
            rates(asked, rate, language),
            units(asked, rate, today, language),
            new TileMap(asked, rate, language).draw(TileLayout.on(asked.day(), asked.reference())),
            new Bars(asked, rate, language).draw(),
            new YearCourse(quarters(asked), asked, language).draw(),
            new DayCourse(course(asked, today), unknown(asked), language).draw());
    site.render(
        request,
        "picture/pictures.jte",
        site.describe(
            request,
            language,
            language.pick("Biểu đồ: ", "Pictures: ") + model.title(),
            "chart.umd.js",
            "pictures.js"),
        model);
  }

  private static String coverage(TableView table, Language language) {
    Figures figures = new Figures(language);
    return language
        .pick("Đã có báo cáo: %s/%s đơn vị", "Reports received: %s of %s units")
        .formatted(
            figures.count(table.coverage().reported()), figures.count(table.coverage().expected()));
  }

  private static List<Choice> rates(Asked asked, Measure chosen, Language language) {
    return RATES.stream()
        .map(
            rate ->
                new Choice(
                    rate.name(language), path(asked, rate, asked.restatedTo()), rate == chosen))
        .toList();
  }

  private static List<Choice> units(Asked asked, Measure rate, LocalDate today, Language language) {
    LocalDate end = asked.key().target().lastDay();
    LocalDate date =
        Objects.requireNonNullElse(asked.restatedTo(), today.isBefore(end) ? end : today);
    return List.of(
        new Choice(
            language.pick("Các đơn vị của kỳ", "Units of the period"),
            path(asked, rate, null),
            asked.restatedTo() == null),
        new Choice(
            language.pick("Cộng theo các đơn vị ngày ", "Sums by the units of ")
                + new Figures(language).date(date),
            path(asked, rate, date),
            asked.restatedTo() != null));
  }

  private List<TableView> quarters(Asked asked) {
    Period target = asked.key().target();
    return Period.ofYear(target.regime(), target.year(), PeriodLength.QUARTER).stream()
        .map(
            quarter ->
                quarter.equals(target) ? asked.asReported() : asked.other(site.view(), quarter))
        .toList();
  }

  private CoverageCourse course(Asked asked, LocalDate today) {
    return CoverageCourse.of(
        asked.key().target(),
        asked.asReported().coverage().expected(),
        ofOwnPeriod(asked).stream().flatMap(unit -> received(asked, unit).stream()).toList(),
        today);
  }

  /** How many units count with a report of which it is not known when it was received. */
  private int unknown(Asked asked) {
    return (int)
        ofOwnPeriod(asked).stream().filter(unit -> received(asked, unit).isEmpty()).count();
  }

  /** Expected units whose report is of the table's own end: those that are carried still owe it. */
  private static List<ReportingUnit> ofOwnPeriod(Asked asked) {
    Map<String, UnitView> rows = new HashMap<>();
    asked.asReported().byUnit().forEach(row -> rows.put(row.body(), row));
    List<ReportingUnit> units = new ArrayList<>();
    for (ReportingUnit unit :
        asked
            .reference()
            .expected(asked.asReported().programme(), asked.key().target().lastDay())) {
      UnitView row = rows.get(unit.body());
      if (row != null && !row.carried()) {
        units.add(unit);
      }
    }
    return units;
  }

  /** When the first of a unit's reports that end with the target was accepted. */
  private Optional<Instant> received(Asked asked, ReportingUnit unit) {
    View view = site.view();
    Period target = asked.key().target();
    Stream<ReportKey> series =
        target.within().stream()
            .filter(period -> period.lastDay().equals(target.lastDay()))
            .map(period -> new ReportKey(unit.code(), asked.key().programme(), period.label()));
    return series
        .flatMap(key -> view.receipts(key).stream())
        .filter(answered -> answered.outcome().isAccepted())
        .map(Answered::at)
        .min(Instant::compareTo);
  }
}
