package vn.tonghop.console.page;

import io.javalin.config.RoutesConfig;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.tonghop.console.view.Logged;
import vn.tonghop.console.view.View;
import vn.tonghop.console.web.Extension;
import vn.tonghop.console.web.NamedTable;
import vn.tonghop.console.web.Page;
import vn.tonghop.console.web.Site;
import vn.tonghop.console.web.TableVersion;
import vn.tonghop.console.web.Visitor;
import vn.tonghop.domain.format.Language;
import vn.tonghop.domain.format.PeriodText;
import vn.tonghop.domain.period.Period;
import vn.tonghop.domain.reference.Programme;
import vn.tonghop.domain.reference.ReferenceData;
import vn.tonghop.domain.table.NationalTable;
import vn.tonghop.domain.table.Restatement;
import vn.tonghop.domain.table.TableView;

/** The programmes, their periods, and the national tables. */
public final class TablePages implements Extension {

  @Override
  public void register(RoutesConfig routes, Site site) {
    site.page(routes, "/", (request, language) -> home(request, language, site));
    site.page(
        routes,
        "/programmes/{programme}",
        (request, language) -> programme(request, language, site));
    site.page(
        routes,
        "/tables/{programme}/{period}",
        (request, language) -> table(request, language, site));
    site.page(routes, "/tables", TablePages::chosen);
  }

  /** More programmes with all their periods would be a wall. */
  private static final int WHOLE = 5;

  /**
   * Every programme.
   *
   * @param whole the newest that have figures, with their periods
   * @param reported the others that have figures
   */
  public record Home(
      List<PickerModel> whole, List<PickerModel> reported, List<PickerModel> others) {

    public Home {
      whole = List.copyOf(whole);
      reported = List.copyOf(reported);
      others = List.copyOf(others);
    }
  }

  /** One programme. */
  public record OfProgramme(PickerModel picker) {}

  private static void home(Context request, Language language, Site site) {
    View view = site.view();
    Set<String> withFigures = Set.copyOf(view.programmes());
    Map<Boolean, List<PickerModel>> all =
        site.reference().programmes().stream()
            .sorted(Comparator.comparing(Programme::lastYear).reversed())
            .collect(
                Collectors.partitioningBy(
                    programme -> withFigures.contains(programme.code()),
                    Collectors.mapping(
                        programme -> picker(programme, "", view, language), Collectors.toList())));
    List<PickerModel> reported = all.getOrDefault(true, List.of());
    int whole = Math.min(WHOLE, reported.size());
    Home model =
        new Home(
            reported.subList(0, whole),
            reported.subList(whole, reported.size()),
            all.getOrDefault(false, List.of()));
    String title = language.pick("Bảng tổng hợp toàn quốc", "National tables");
    site.render(request, "page/home.jte", site.describe(request, language, title), model);
  }

  private static void programme(Context request, Language language, Site site) {
    Programme programme = programme(request, site.reference());
    PickerModel picker = picker(programme, "", site.view(), language);
    site.render(
        request,
        "page/programme.jte",
        site.describe(request, language, picker.title()),
        new OfProgramme(picker));
  }

  /** What the form of a page without scripts asks for. */
  private static void chosen(Context request, Language language) {
    @Nullable String programme = request.queryParam("programme");
    @Nullable String period = request.queryParam("period");
    if (programme == null || period == null || !period.matches("[0-9A-Z-]{1,16}")) {
      throw new BadRequestResponse();
    }
    request.redirect(
        "/"
            + language.tag()
            + Addresses.programme(programme).replace("/programmes/", "/tables/")
            + "/"
            + period);
  }

  private static void table(Context request, Language language, Site site) {
    View view = site.view();
    ReferenceData reference = site.reference();
    NamedTable named =
        NamedTable.of(request, view.regime(), reference).orElseThrow(NotFoundResponse::new);
    Programme programme = named.programme();
    Period period = named.period();
    // Read once: whatever comes meanwhile is for the next page.
    Optional<Logged<NationalTable>> record = view.table(named.key());
    TableView reported =
        TableView.asReported(record.map(Logged::value), programme, period, reference);
    TableView table = restated(request, reported, reference);
    Page page =
        site.describe(
            request,
            language,
            language.pick(programme.titleVi(), programme.titleEn())
                + ", "
                + new PeriodText(language).name(period),
            "live.js");
    TableModel model =
        new TableBuilder(table, reported, language, reference, Visitor.of(request))
            .build(
                record.map(TableVersion::of).orElse(TableVersion.NONE),
                Addresses.live(named.key()),
                picker(programme, period.label(), view, language),
                site.clock().instant());
    site.render(request, "page/table.jte", page, model);
  }

  private static TableView restated(Context request, TableView table, ReferenceData reference) {
    @Nullable String date = request.queryParam("restated");
    if (date == null || date.isEmpty()) {
      return table;
    }
    try {
      return Restatement.to(LocalDate.parse(date), table, reference);
    } catch (DateTimeParseException | IllegalArgumentException e) {
      throw new BadRequestResponse(String.valueOf(e.getMessage()));
    }
  }

  private static Programme programme(Context request, ReferenceData reference) {
    return reference.programme(request.pathParam("programme")).orElseThrow(NotFoundResponse::new);
  }

  private static PickerModel picker(
      Programme programme, String current, View view, Language language) {
    return PickerModel.of(
        programme, view.regime(), current, view.targets(programme.code()), language);
  }
}
