package vn.tonghop.console.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What no browser sends: nothing of it leads around a rule, or shows what a page would not. */
class OddRequestsTest {

  @TempDir private Path folder = Path.of("");

  private static String ask(TestServer server, String method, String path, String... headers) {
    return server.raw(
        method + " " + path + " HTTP/1.1",
        "Host: 127.0.0.1:" + server.port(),
        headers.length == 0 ? "X-Nothing: 1" : String.join("\r\n", headers),
        "Connection: close");
  }

  private static int status(String answer) {
    return Integer.parseInt(answer.substring("HTTP/1.1 ".length(), "HTTP/1.1 200".length()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "//fake/reader",
        "/fake//reader",
        "/./fake/reader",
        "/x/../fake/reader",
        "/%2e/fake/reader",
        "/x/%2e%2e/fake/reader",
        "/fake%2freader",
        "/fake%2Freader",
        "/fake%252freader",
        "/fake/reader;a=b",
        "/fake;a=b/reader",
        "/fake/reader%00",
        "/fake/reader%20",
        "/FAKE/READER",
        "/Fake/reader",
        "/fake/reader/",
        "/fake/reader/.",
        "/fake/open/../reader",
        "/fake/open/..;/reader",
        "/fake\\reader",
        "/vi//reader",
        "/VI/reader",
        "/%76i/reader",
        "http://127.0.0.1/fake/reader",
        "/fake/units/40/",
        "/fake/units/40%2f",
        "/fake/units/%34%30",
        "/fake/units/40;48",
        "/fake/reader?x=%zz",
        "/fake/reader#x"
      })
  void noWayOfWritingAnAddressLeadsAroundARule(String path) throws IOException {
    try (TestServer server = TestServer.guarded(folder)) {
      String answer = ask(server, "GET", path);
      assertTrue(List.of(400, 401, 404).contains(status(answer)), answer);
      assertFalse(answer.contains("operator="), answer);
      // A unit's account sees its own, however that is written, and no other.
      String other =
          ask(
              server,
              "GET",
              path,
              "Authorization: " + TestServer.basic("da-nang", TestServer.PASSWORD));
      assertFalse(path.contains("units") && other.contains("operator="), other);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "HEAD, /fake/reader, 401",
    "HEAD, /fake/open, 200",
    "HEAD, /live/CTCT-2024/2024-S1, 405",
    "OPTIONS, /fake/reader, 405",
    "OPTIONS, *, 404",
    "POST, /fake/reader, 403",
    "PUT, /fake/reader, 403",
    "DELETE, /fake/open, 403",
    "PATCH, /login, 403",
    "TRACE, /fake/open, 403",
    "QUERY, /fake/open, 403",
    "FOO, /fake/open, 403",
    "get, /fake/reader, 403"
  })
  void noMethodLeadsAroundARule(String method, String path, int status) throws IOException {
    try (TestServer server = TestServer.guarded(folder)) {
      String answer = ask(server, method, path, "Content-Length: 0");
      assertEquals(status, status(answer), answer);
      assertFalse(answer.contains("operator="), answer);
    }
  }

  /** The page's answer without its body. */
  @Test
  void headIsGetWithoutTheBody() throws IOException {
    try (TestServer server = TestServer.guarded(folder)) {
      String basic = "Authorization: " + TestServer.basic("lan", TestServer.PASSWORD);
      String head = ask(server, "HEAD", "/fake/reader", basic);
      assertEquals(200, status(head), head);
      assertTrue(head.endsWith("\r\n\r\n"), head);
      assertTrue(head.contains("Content-Security-Policy: "), head);
    }
  }

  @Test
  void aMethodInAHeaderIsRefused() throws IOException {
    try (TestServer server = TestServer.guarded(folder)) {
      Browser browser = server.browser();
      browser.signIn("lan");
      HttpResponse<String> answer =
          browser.send(server.request("/logout").header("X-HTTP-Method-Override", "POST"));
      assertEquals(400, answer.statusCode());
      assertEquals(200, browser.get("/fake/reader").statusCode());
    }
  }

  @Test
  void whatIsTooLargeIsRefused() throws IOException {
    try (TestServer server = TestServer.guarded(folder)) {
      isRefused(431, ask(server, "GET", "/fake/open", "Cookie: tonghop=" + "x".repeat(9_000)));
      isRefused(414, ask(server, "GET", "/fake/open?" + "x".repeat(9_000)));
      Browser browser = server.browser();
      browser.get("/vi/login");
      // By its headers alone: of one that is sent in full the answer may be lost.
      isRefused(
          413,
          ask(
              server,
              "POST",
              "/login",
              "Cookie: tonghop-form=" + browser.cookies.get("tonghop-form"),
              "Content-Type: application/x-www-form-urlencoded",
              "Content-Length: 70000"));
      // Many cookies that fit are read for one that is ours.
      browser.signIn("lan");
      for (int i = 0; i < 200; i++) {
        browser.cookies.put("a" + i, "b");
      }
      assertEquals(200, browser.get("/fake/reader").statusCode());
    }
  }

  /** The connection may be cut before all of the answer has come. */
  private static void isRefused(int status, String answer) {
    assertTrue(answer.isEmpty() || status(answer) == status, answer);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Cookie: tonghop", "Cookie: tonghop=;;;=", "Cookie: \"", "Cookie: tonghop=a b"})
  void aCookieThatIsNoneIsNone(String header) throws IOException {
    try (TestServer server = TestServer.guarded(folder)) {
      String answer = ask(server, "GET", "/fake/open", header);
      assertTrue(List.of(200, 400).contains(status(answer)), answer);
      assertTrue(status(answer) == 400 || answer.contains("name= "), answer);
    }
  }

  @Test
  void noHeaderOfARequestComesBackInAnAnswer() throws IOException {
    try (TestServer server = TestServer.guarded(folder)) {
      String answer =
          ask(
              server,
              "GET",
              "/vi/reader?a=%0d%0aSet-Cookie:%20a=b",
              "Accept: text/html",
              "X-Forwarded-For: 1.2.3.4",
              "X-Forwarded-Host: evil.example",
              "X-Forwarded-Proto: https");
      assertEquals(303, status(answer), answer);
      assertTrue(
          answer.contains(
              "Location: /vi/login?to=%2Fvi%2Freader%3Fa%3D%250d%250aSet-Cookie%3A%2520a%3Db\r\n"),
          answer);
      assertFalse(answer.contains("evil.example"), answer);
      assertFalse(answer.contains("Strict-Transport-Security"), answer);
    }
  }

  private static final Map<String, String> HEADERS =
      Map.of(
          "X-Content-Type-Options", "nosniff",
          "X-Frame-Options", "DENY",
          "Referrer-Policy", "same-origin",
          "Cross-Origin-Opener-Policy", "same-origin",
          "Cross-Origin-Resource-Policy", "same-origin");

  @Test
  void everyAnswerTellsTheBrowserWhatNotToDo() throws IOException {
    try (TestServer server = TestServer.guarded(folder)) {
      for (String path :
          List.of(
              "/fake/open",
              "/fake/reader",
              "/no/such/page",
              "/",
              "/vi/login",
              "/livez",
              "/vi/reader")) {
        HttpResponse<String> answer = server.get(path);
        HEADERS.forEach(
            (name, value) ->
                assertEquals(List.of(value), answer.headers().allValues(name), path + " " + name));
        String policy = answer.headers().firstValue("Content-Security-Policy").orElse("");
        assertTrue(policy.startsWith("default-src 'none'; "), path + ": " + policy);
        assertTrue(policy.contains("frame-ancestors 'none'"), path + ": " + policy);
        assertFalse(policy.contains("unsafe"), path + ": " + policy);
        assertTrue(answer.headers().firstValue("Permissions-Policy").isPresent(), path);
        assertTrue(answer.headers().firstValue("Server").isEmpty(), path);
      }
    }
  }

  @Test
  void noPageHasAScriptOrAStyleWithinIt() throws IOException {
    try (TestServer server = TestServer.guarded(folder)) {
      for (String path : List.of("/vi/login", "/en/login", "/vi/no/such/page")) {
        String body = server.send(server.request(path).header("Accept", "text/html")).body();
        assertFalse(body.matches("(?s).*<script(?![^>]* src=).*"), body);
        assertFalse(body.matches("(?s).*(<style| style=| on[a-z]+=).*"), body);
      }
    }
  }

  @Test
  void aPageOfASessionIsKeptNowhere() throws IOException {
    try (TestServer server = TestServer.guarded(folder)) {
      Browser browser = server.browser();
      browser.signIn("lan");
      assertEquals(List.of("private, no-store"), cached(browser.get("/vi/reader")));
      assertEquals(List.of("private, no-store"), cached(browser.get("/fake/reader")));
      assertEquals(List.of("private, no-store"), cached(server.get("/fake/reader", "lan")));
      assertEquals(List.of("private, no-store"), cached(server.get("/vi/reader", "lan")));
      HttpResponse<String> form = server.get("/vi/login");
      String asset = form.body().replaceFirst("(?s).*href=\"(/assets/[^\"]+\\.css)\".*", "$1");
      HttpResponse<String> style = browser.get(asset);
      assertEquals(200, style.statusCode());
      assertTrue(cached(style).get(0).startsWith("public, "), cached(style).toString());
    }
  }

  private static List<String> cached(HttpResponse<String> answer) {
    return answer.headers().allValues("Cache-Control");
  }

  @ParameterizedTest
  @CsvSource({
    "localhost, 200",
    "LOCALHOST:8087, 200",
    "127.0.0.1:8087, 200",
    "[::1]:8087, 200",
    "evil.example, 421",
    "evil.example:8087, 421",
    "localhost.evil.example, 421",
    "127.0.0.1.evil.example, 421",
    "192.0.2.7, 421"
  })
  void withoutAccountsOnlyThisMachinesNamesAreAnswered(String host, int status) throws IOException {
    try (TestServer server = TestServer.open()) {
      String answer = server.raw("GET /fake/reader HTTP/1.1", "Host: " + host, "Connection: close");
      assertEquals(status, status(answer), answer);
      assertEquals(status == 200, answer.contains("operator=true"), answer);
    }
  }

  @Test
  void withoutAccountsThePageSaysSo() throws IOException {
    try (TestServer server = TestServer.open()) {
      HttpResponse<String> page =
          server.send(server.request("/vi/no/such/page").header("Accept", "text/html"));
      assertEquals(404, page.statusCode());
      assertTrue(page.body().contains("Không cần đăng nhập"), page.body());
      assertEquals(
          403,
          server
              .send(
                  server
                      .request("/fake/change")
                      .header("Content-Type", "application/x-www-form-urlencoded")
                      .POST(HttpRequest.BodyPublishers.ofString("_csrf=")))
              .statusCode());
    }
    try (TestServer server = TestServer.guarded(folder)) {
      HttpResponse<String> page =
          server.send(server.request("/vi/login").header("Accept", "text/html"));
      assertFalse(page.body().contains("Không cần đăng nhập"), page.body());
    }
  }
}
