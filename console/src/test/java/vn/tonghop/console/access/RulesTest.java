package vn.tonghop.console.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.javalin.http.HandlerType;
import io.javalin.router.Endpoint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.tonghop.console.Console;
import vn.tonghop.console.ConsoleSettings;
import vn.tonghop.console.HeldView;
import vn.tonghop.console.access.Rules.Answer;
import vn.tonghop.console.access.Rules.Declared;
import vn.tonghop.console.web.Extension;
import vn.tonghop.console.web.Site;
import vn.tonghop.console.web.Templates;
import vn.tonghop.console.web.WebServer;
import vn.tonghop.domain.period.Regime;
import vn.tonghop.producer.settings.Settings;

/** Every route has a rule, and every rule holds for whoever comes. */
class RulesTest {

  private static final int UNAUTHORIZED = 401;
  private static final int FORBIDDEN = 403;

  /** Who comes: nobody, and an account of each kind. */
  private static final List<String> CALLERS =
      List.of("", "lan", "phat", "van", "nghe-an", "da-nang");

  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  @TempDir private Path folder = Path.of("");

  @Test
  void whoMayAskForWhat() throws IOException {
    // The status for nobody, viewer, publisher, operator, unit 40, unit 48.
    Map<String, List<Integer>> expected =
        Map.of(
            "/fake/open", List.of(200, 200, 200, 200, 200, 200),
            "/fake/reader", List.of(401, 200, 200, 200, 200, 200),
            "/vi/reader", List.of(401, 200, 200, 200, 200, 200),
            "/en/reader", List.of(401, 200, 200, 200, 200, 200),
            "/api/fake.csv", List.of(401, 200, 200, 200, 200, 200),
            "/fake/units/40", List.of(401, 200, 200, 200, 200, 403),
            "/fake/units/48", List.of(401, 200, 200, 200, 403, 200),
            "/fake/units/01", List.of(401, 200, 200, 200, 403, 403),
            "/fake/all", List.of(401, 200, 200, 200, 403, 403),
            "/fake/operator", List.of(401, 403, 403, 200, 403, 403));
    try (TestServer server = TestServer.guarded(folder)) {
      expected.forEach(
          (path, statuses) -> {
            for (String method : List.of("GET", "HEAD")) {
              List<Integer> found =
                  CALLERS.stream().map(caller -> ask(server, method, path, caller)).toList();
              assertEquals(statuses, found, method + " " + path);
            }
          });
    }
  }

  private static int ask(TestServer server, String method, String path, String caller) {
    HttpRequest.Builder request =
        server.request(path).method(method, HttpRequest.BodyPublishers.noBody());
    if (!caller.isEmpty()) {
      request.header("Authorization", TestServer.basic(caller, TestServer.PASSWORD));
    }
    return server.send(request).statusCode();
  }

  @Test
  void aPageIsToldWhoAsks() throws IOException {
    try (TestServer server = TestServer.guarded(folder)) {
      assertEquals(
          "name=nghe-an unit=40 operator=false", told(server.get("/fake/reader", "nghe-an")));
      assertEquals("name=van unit=null operator=true", told(server.get("/fake/reader", "van")));
      assertEquals("name=lan unit=null operator=false", told(server.get("/fake/reader", "lan")));
      // Of whoever is not named, a page that is open to all still learns that it may show nothing.
      assertEquals("name= unit= operator=false", told(server.get("/fake/open")));
    }
    try (TestServer server = TestServer.open()) {
      assertEquals("name= unit=null operator=true", told(server.get("/fake/operator")));
    }
  }

  private static String told(HttpResponse<String> answer) {
    return answer.body().substring(0, answer.body().indexOf(" csrf="));
  }

  @Test
  void aRouteWithoutARuleKeepsTheServerFromStarting() throws IOException {
    Access access =
        Access.open(
            new AccessSettings(null, null, Proxies.NONE),
            new TestClock(),
            TestServer.patient(Rules.ofConsole(), TestServer.WIDE, TestServer.CHEAP),
            new Audit(new TestClock(), line -> {}));
    IllegalStateException refused =
        assertThrows(IllegalStateException.class, () -> start(List.of(access, new FakePages())));
    assertTrue(
        String.valueOf(refused.getMessage()).contains("GET /fake/all, GET /fake/open, "),
        refused.getMessage());
  }

  private static WebServer start(List<Extension> parts) throws IOException {
    Site site = new Site(new HeldView(null), new Templates(), new TestClock(), false);
    return WebServer.start("127.0.0.1", 0, site, parts);
  }

  @Test
  void aRuleIsForOneRoute() {
    assertThrows(
        IllegalArgumentException.class,
        () -> new Rules().get("/a", Rule.OPEN).get("/a", Rule.OPEN));
    assertThrows(IllegalArgumentException.class, () -> new Rules().get("/a", Rule.OWN_UNIT));
    Rules rules = new Rules().get("/", Rule.OPEN).page("/", Rule.READER);
    assertEquals(Optional.of(Rule.OPEN), rules.of(route("/")).map(Declared::rule));
    assertEquals(Optional.of(Rule.READER), rules.of(route("/vi/")).map(Declared::rule));
    assertEquals(Optional.empty(), rules.of(route("/vi")));
    assertEquals(Optional.empty(), rules.of(null));
  }

  private static Endpoint route(String path) {
    return new Endpoint(HandlerType.GET, path, request -> {});
  }

  /** They hold the figures of all units, and nothing behind the rule looks again. */
  @Test
  void wholeTablesAreForNoUnitsAccount() {
    for (String path :
        List.of(
            "programmes",
            "tables",
            "tables/{programme}/{period}.{format}",
            "tables/{programme}/{period}")) {
      assertEquals(
          Optional.of(Rule.ALL_UNITS),
          Rules.ofConsole().of(route("/api/v1/" + path)).map(Declared::rule),
          path);
    }
  }

  /** The real routes of the console, each asked for by everybody. */
  @Test
  void everyRouteOfTheConsoleKeepsItsRule() throws IOException {
    TestClock clock = new TestClock();
    Settings common =
        new Settings("127.0.0.1:1", "http://127.0.0.1:1", Regime.CALENDAR, folder, Map.of());
    Map<String, String> own = Map.of(AccessSettings.USERS, TestServer.accounts(folder).toString());
    List<Extension> parts =
        Console.parts(new ConsoleSettings(common, own, "127.0.0.1", 0, false), clock);
    Access access = (Access) parts.get(0);
    try (WebServer server = start(parts)) {
      assertEquals(List.of(), List.copyOf(access.rules().unused(access.routes())));
      Map<String, Integer> asked = new HashMap<>();
      for (Endpoint route : access.routes()) {
        Declared declared = access.rules().of(route).orElseThrow();
        if (declared.answer() == Answer.STREAM || !route.method.equals(HandlerType.GET)) {
          continue;
        }
        String path = route.path.replace("{unit}", "40").replaceAll("\\{[^}]*}", "2024-S1");
        for (String caller : CALLERS) {
          int status = status(server, path, caller);
          assertEquals(
              mayAsk(declared.rule(), caller),
              status != UNAUTHORIZED && status != FORBIDDEN,
              route.path + " by \"" + caller + "\": " + status);
          asked.merge(caller, 1, Integer::sum);
        }
      }
      assertTrue(asked.getOrDefault("lan", 0) > 8, asked.toString());
    }
  }

  private static boolean mayAsk(Rule rule, String caller) {
    return switch (rule) {
      case OPEN -> true;
      case READER -> !caller.isEmpty();
      case OWN_UNIT -> !caller.isEmpty() && !caller.equals("da-nang");
      case ALL_UNITS -> !caller.isEmpty() && !caller.contains("-");
      case OPERATOR -> caller.equals("van");
    };
  }

  private static int status(WebServer server, String path, String caller) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server.url() + path));
    if (!caller.isEmpty()) {
      request.header("Authorization", TestServer.basic(caller, TestServer.PASSWORD));
    }
    try {
      return CLIENT.send(request.build(), HttpResponse.BodyHandlers.discarding()).statusCode();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
