package vn.tonghop.console.access;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import vn.tonghop.console.web.Extension;
import vn.tonghop.console.web.Site;
import vn.tonghop.console.web.Visitor;

/** A route of each kind; each says who it believes to have asked. */
final class FakePages implements Extension {

  static Rules rules() {
    return Rules.ofConsole()
        .page("/reader", Rule.READER)
        .get("/fake/reader", Rule.READER)
        .get("/fake/open", Rule.OPEN)
        .get("/fake/units/{unit}", Rule.OWN_UNIT)
        .get("/fake/all", Rule.ALL_UNITS)
        .get("/fake/operator", Rule.OPERATOR)
        .export("/api/fake.csv", Rule.READER)
        .post("/fake/change", Rule.READER);
  }

  @Override
  public void register(RoutesConfig routes, Site site) {
    site.page(routes, "/reader", (request, language) -> say(request));
    routes.get("/fake/reader", FakePages::say);
    routes.get("/fake/open", FakePages::say);
    routes.get("/fake/units/{unit}", FakePages::say);
    routes.get("/fake/all", FakePages::say);
    routes.get("/fake/operator", FakePages::say);
    routes.get("/api/fake.csv", FakePages::say);
    routes.post("/fake/change", FakePages::say);
  }

  private static void say(Context request) {
    Visitor visitor = Visitor.of(request);
    request.result(
        "name=%s unit=%s operator=%s csrf=%s\n"
            .formatted(visitor.name(), visitor.unit(), visitor.operator(), visitor.csrf()));
  }
}
