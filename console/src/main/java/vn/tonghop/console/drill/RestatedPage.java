package vn.tonghop.console.drill;

import io.javalin.http.Context;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.tonghop.console.drill.RestatedModel.Cell;
import vn.tonghop.console.drill.RestatedModel.Row;
import vn.tonghop.console.web.Site;
import vn.tonghop.domain.format.Figures;
import vn.tonghop.domain.format.Language;
import vn.tonghop.domain.format.Names;
import vn.tonghop.domain.format.PeriodText;
import vn.tonghop.domain.reference.ReportingUnit;
import vn.tonghop.domain.standing.Measures;
import vn.tonghop.domain.table.TableView;
import vn.tonghop.domain.table.UnitView;

/** A table under the units of a later day, with the proof that nothing was lost or added. */
final class RestatedPage {

  static final String PATH = "/restated/{programme}/{period}";

  private final Site site;

  RestatedPage(Site site) {
    this.site = site;
  }

  /** Today at +07:00, or the last day of a period that has not ended. */
  static LocalDate today(Site site, LocalDate atLeast) {
    LocalDate today = site.today();
    return today.isBefore(atLeast) ? atLeast : today;
  }

  void show(Context request, Language language) {
    Asked asked = Asked.of(request, site);
    LocalDate date = asked.restatedTo();
    Asked restated =
        date == null ? asked.restated(today(site, asked.key().target().lastDay())) : asked;
    RestatedModel model = new Writer(restated, language).write();
    site.render(
        request,
        "drill/restated.jte",
        site.describe(request, language, model.title() + " – " + model.subtitle()),
        model);
  }

  /** Puts a restated table into words. */
  static final class Writer {

    private final Asked asked;
    private final TableView table;
    private final Language language;
    private final Figures figures;
    private final Names names;
    private final Names former;
    private final Map<String, List<UnitView>> gathered = new HashMap<>();

    Writer(Asked asked, Language language) {
      this.asked = asked;
      this.table = asked.table();
      this.language = language;
      this.figures = new Figures(language);
      this.names = asked.names(language);
      this.former = new Names(language, asked.reference(), asked.asReported());
      for (UnitView unit : asked.asReported().byUnit()) {
        gathered.computeIfAbsent(asked.rowOf(unit), any -> new ArrayList<>()).add(unit);
      }
    }

    RestatedModel write() {
      Measures sum =
          table.byUnit().stream().map(UnitView::measures).reduce(Measures.ZERO, Measures::plus);
      boolean proven = sum.equals(asked.asReported().total());
      String label = asked.key().target().label();
      return new RestatedModel(
          asked.title(language),
          language.pick("theo các đơn vị ngày ", "under the units of ") + date(),
          date(),
          "/tables/" + asked.key().programme() + "/" + label,
          SeriesPage.path(asked, Measure.RATE_DUE, seriesDate()),
          Arrays.stream(Measure.values()).map(measure -> measure.name(language)).toList(),
          table.byUnit().stream()
              .filter(asked::sees)
              .sorted(Comparator.comparing(names::of, Names.order()))
              .map(this::row)
              .toList(),
          cells(sum),
          cells(asked.asReported().total()),
          proven,
          proof(proven),
          coverage());
    }

    /** No series can be restated to a day before its year's end. */
    private @Nullable LocalDate seriesDate() {
      LocalDate date = asked.restatedTo();
      return date == null || date.isBefore(Series.end(asked.key().target())) ? null : date;
    }

    private String date() {
      LocalDate date = asked.restatedTo();
      return figures.date(date == null ? asked.key().target().lastDay() : date);
    }

    private Row row(UnitView unit) {
      List<UnitView> from = gathered.getOrDefault(unit.body(), List.of());
      String missing = missing(each -> asked.rowOf(each).equals(unit.body()));
      boolean itself =
          from.size() == 1 && from.get(0).body().equals(unit.body()) && missing.isEmpty();
      return new Row(
          names.of(unit),
          itself ? "" : listed(from.stream().map(former::of)) + missing,
          Marks.of(unit, language),
          Arrays.stream(Measure.values()).map(measure -> cell(unit, measure)).toList());
    }

    private Cell cell(UnitView unit, Measure measure) {
      return new Cell(
          measure.text(unit.measures(), figures),
          new Figure(asked.key(), Owner.unit(unit.body()), measure, asked.restatedTo()).path());
    }

    private List<String> cells(Measures measures) {
      return Arrays.stream(Measure.values())
          .map(measure -> measure.text(measures, figures))
          .toList();
    }

    private String proof(boolean proven) {
      String counts =
          language
              .pick("%s đơn vị đã báo cáo thành %s hàng. ", "%s units that reported make %s rows. ")
              .formatted(
                  figures.count(asked.asReported().byUnit().size()),
                  figures.count(table.byUnit().size()));
      return counts
          + (proven
              ? language.pick(
                  "Cộng các hàng bằng đúng tổng số cả nước như đã báo cáo.",
                  "The rows add up to the national total as reported exactly.")
              : language.pick(
                  "Cộng các hàng KHÔNG bằng tổng số cả nước. Hãy báo cho người vận hành.",
                  "The rows do NOT add up to the national total. Tell whoever operates it."));
    }

    /** Who of them has not reported, after what is said of the others; empty if all have. */
    private String missing(Predicate<ReportingUnit> of) {
      String missing =
          listed(
              table.coverage().missing().stream()
                  .filter(unit -> asked.visitor().seesAll() && of.test(unit))
                  .map(former::of));
      return missing.isEmpty() ? "" : language.pick("; còn thiếu: ", "; missing: ") + missing;
    }

    private static String listed(Stream<String> names) {
      return names.sorted(Names.order()).collect(Collectors.joining(", "));
    }

    private String coverage() {
      var coverage = table.coverage();
      return language
              .pick(
                  "Đã có báo cáo: %s/%s đơn vị của kỳ (%s)",
                  "Reports received: %s of %s units of %s")
              .formatted(
                  figures.count(coverage.reported()),
                  figures.count(coverage.expected()),
                  new PeriodText(language).name(asked.key().target()))
          + missing(any -> true);
    }
  }
}
