package vn.tonghop.console.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.ServiceUnavailableResponse;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.tonghop.console.view.View;
import vn.tonghop.domain.format.Language;
import vn.tonghop.domain.period.Regime;
import vn.tonghop.domain.reference.ReferenceData;
import vn.tonghop.domain.reference.ReferenceHistory;

/** What every part of the page is given: the view, the templates, the clock. */
public final class Site {

  private final View view;
  private final Templates templates;
  private final InstantSource clock;
  private final boolean samples;

  /**
   * @param samples whether the figures are samples, which every page must say
   */
  public Site(View view, Templates templates, InstantSource clock, boolean samples) {
    this.view = view;
    this.templates = templates;
    this.clock = clock;
    this.samples = samples;
  }

  public View view() {
    return view;
  }

  /** Whether the figures are samples, which every page and document must say. */
  public boolean samples() {
    return samples;
  }

  public InstantSource clock() {
    return clock;
  }

  /** The day at +07:00. */
  public LocalDate today() {
    return clock.instant().atOffset(Regime.ZONE).toLocalDate();
  }

  /**
   * The reference data that pages read by: its newest version; 503 before the first, and while what
   * is current is still being read.
   */
  public ReferenceData reference() {
    return Optional.of(view)
        .filter(View::isCurrent)
        .flatMap(View::reference)
        .map(ReferenceHistory.Version::data)
        .orElseThrow(ServiceUnavailableResponse::new);
  }

  /**
   * Registers a page as {@code /vi/PATH} and {@code /en/PATH}.
   *
   * @param path begins with a slash, has no language: {@code /tables/{programme}/{period}}
   */
  public void page(RoutesConfig routes, String path, PageHandler handler) {
    for (Language language : Language.values()) {
      routes.get(
          "/" + language.tag() + path,
          request -> {
            Languages.remember(request, language);
            request.header("Cache-Control", "private, no-cache");
            handler.handle(request, language);
          });
    }
  }

  /** What the layout of a page needs. */
  public Page describe(Context request, Language language, String title, String... scripts) {
    String query = request.queryString();
    String path = request.path().substring(1 + language.tag().length());
    return new Page(
        language,
        title,
        query == null ? path : path + "?" + query,
        Visitor.of(request),
        samples,
        List.of(scripts));
  }

  /** What the layout needs where the address is that of no page. */
  public Page describeOther(Context request, Language language, String title) {
    return new Page(language, title, "/", Visitor.orNobody(request), samples, List.of());
  }

  /**
   * Answers with a page.
   *
   * @param template its file under {@code src/main/jte}; its parameters are {@code page} and {@code
   *     model}
   * @param model a public record made for the template
   */
  public void render(Context request, String template, Page page, Object model) {
    request
        .contentType("text/html; charset=utf-8")
        .result(templates.render(template, Map.of("page", page, "model", model)));
  }
}
