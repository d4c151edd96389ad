package vn.tonghop.console.api;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import vn.tonghop.console.view.View;
import vn.tonghop.console.web.Extension;
import vn.tonghop.console.web.Site;
import vn.tonghop.domain.reference.ReferenceHistory;

/** National tables for programs: what there is, what has changed, and each table in four forms. */
public final class TableApi implements Extension {

  static final String ROOT = "/api/v1";

  private static final String DESCRIPTION = "openapi.json";

  /** One address of the API, as {@code openapi.json} describes it. */
  record Route(String path, Handler handler) {}

  @Override
  public void register(RoutesConfig routes, Site site) {
    routes.exception(ProblemException.class, ProblemException::answer);
    routes(site).forEach(route -> routes.get(route.path(), route.handler()));
  }

  /** All of them, in the order in which an address is looked for. */
  static List<Route> routes(Site site) {
    return List.of(
        new Route(ROOT + "/openapi.json", TableApi::describe),
        new Route(ROOT + "/programmes", request -> programmes(request, site)),
        new Route(ROOT + "/tables", request -> tables(request, site)),
        new Route(
            ROOT + "/tables/{programme}/{period}.{format}",
            request -> table(request, site, TableForm.ofSuffix(request.pathParam("format")))),
        new Route(
            ROOT + "/tables/{programme}/{period}",
            request -> table(request, site, TableForm.accepted(request.header("Accept")))));
  }

  private static void describe(Context request) {
    try (InputStream in =
        Objects.requireNonNull(TableApi.class.getResourceAsStream(DESCRIPTION), DESCRIPTION)) {
      request.contentType("application/json").result(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(DESCRIPTION, e);
    }
  }

  private static void programmes(Context request, Site site) {
    View view = ready(site);
    TableList list = new TableList(view, Parameters.instant(request, "updatedAfter"));
    request.contentType("application/json").result(list.programmes(reference(view).data()));
  }

  private static void tables(Context request, Site site) {
    View view = ready(site);
    TableList list = new TableList(view, Parameters.instant(request, "updatedAfter"));
    request
        .contentType("application/json")
        .result(list.tables(request.queryParam("programme"), reference(view).data()));
  }

  private static void table(Context request, Site site, TableForm form) {
    View view = ready(site);
    AskedTable asked = AskedTable.of(request, site, reference(view));
    String tag = asked.tag(form);
    request.header("ETag", tag);
    request.header("Cache-Control", "private, no-cache");
    request.header("Vary", "Accept");
    if (EntityTag.isAmong(tag, request.header("If-None-Match"))) {
      request.status(304);
      return;
    }
    request
        .contentType(form.mediaType())
        .header("Content-Disposition", asked.disposition(form))
        .result(asked.write(form));
  }

  /** A view that is half read would tell old tables as if they were the newest. */
  private static View ready(Site site) {
    if (!site.view().isCaughtUp()) {
      throw ProblemException.notYet();
    }
    return site.view();
  }

  private static ReferenceHistory.Version reference(View view) {
    return view.reference().orElseThrow(ProblemException::notYet);
  }
}
