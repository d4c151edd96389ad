package vn.tonghop.console.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** People come in by the form, stay for a while, and go. */
class SignInTest {

  private static final String FORGED = "A".repeat(43);

  @TempDir private Path folder = Path.of("");

  private TestServer server;
  private Browser browser;

  @BeforeEach
  void start() throws IOException {
    server = TestServer.guarded(folder);
    browser = server.browser();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private static String location(HttpResponse<String> answer) {
    return answer.headers().firstValue("Location").orElse("");
  }

  private int status(String path) {
    return browser.get(path).statusCode();
  }

  @Test
  void leadsToTheFormAndBack() {
    HttpResponse<String> first = browser.get("/en/reader?period=2024-S1&by=unit");
    assertEquals(303, first.statusCode());
    assertEquals("/en/login?to=%2Fen%2Freader%3Fperiod%3D2024-S1%26by%3Dunit", location(first));
    HttpResponse<String> form = browser.get(location(first));
    assertEquals(200, form.statusCode());
    assertTrue(form.body().contains("<html lang=\"en\">"), form.body());
    HttpResponse<String> in =
        browser.post(
            "/login",
            Map.of(
                "_csrf",
                Browser.token(form),
                "name",
                " Lan ",
                "password",
                TestServer.PASSWORD,
                "to",
                "/en/reader?period=2024-S1&by=unit"));
    assertEquals(303, in.statusCode());
    assertEquals("/en/reader?period=2024-S1&by=unit", location(in));
    HttpResponse<String> page = browser.get(location(in));
    assertEquals(200, page.statusCode());
    assertTrue(page.body().startsWith("name=lan unit=null operator=false csrf="), page.body());
    assertEquals(303, status("/vi/login?to=%2Fvi%2Freader"));
    assertEquals(
        1, server.audit("login").stream().filter(line -> line.contains("\"lan\"")).count());
  }

  @Test
  void theCookieIsForThisSiteAndNoScript() {
    HttpResponse<String> in = browser.signIn("lan");
    String cookie =
        in.headers().allValues("Set-Cookie").stream()
            .filter(line -> line.startsWith("tonghop="))
            .findFirst()
            .orElseThrow();
    assertTrue(cookie.matches("tonghop=[A-Za-z0-9_-]{43}; Path=/; HttpOnly; SameSite=Lax"), cookie);
  }

  @ParameterizedTest
  @CsvSource({"lan, wrong", "nobody, 'trời xanh mây trắng'", "lan, ''", "'', ''", "LÂN, x"})
  void wrongIsWrongAndSaysNotWhat(String name, String password) {
    HttpResponse<String> answer = browser.signIn(name, password, "/vi/reader");
    assertEquals(401, answer.statusCode());
    assertTrue(answer.body().contains("Tên tài khoản hoặc mật khẩu không đúng."), answer.body());
    assertEquals("", browser.session());
    assertEquals(303, status("/vi/reader"));
    assertEquals(1, server.audit("login-refused").size());
    // The form that comes back can be filled in again.
    assertEquals(
        303,
        browser
            .post(
                "/login",
                Map.of(
                    "_csrf", Browser.token(answer), "name", "lan", "password", TestServer.PASSWORD))
            .statusCode());
  }

  @Test
  void aPasswordInTheWrongFieldIsInNoLog() {
    browser.signIn("bí mật của tôi", "x", "/");
    assertEquals(1, server.audit.size());
    assertTrue(server.audit.get(0).contains("\"account\":\"-\""), server.audit.get(0));
    assertFalse(server.audit.toString().contains("bí mật"), server.audit.toString());
  }

  @Test
  void anIdThatTheBrowserBroughtIsNeverTaken() {
    browser.cookies.put("tonghop", FORGED);
    assertEquals(303, status("/vi/reader"));
    browser.signIn("lan");
    String first = browser.session();
    assertNotEquals(FORGED, first);
    // Signing in over a session ends it, and begins another.
    HttpResponse<String> page = browser.get("/vi/reader");
    String token = page.body().replaceFirst("(?s).* csrf=(\\S+).*", "$1");
    HttpResponse<String> again =
        browser.post(
            "/login", Map.of("_csrf", token, "name", "hoa", "password", "x", "to", "/vi/reader"));
    assertEquals(401, again.statusCode());
    again =
        browser.post(
            "/login",
            Map.of("_csrf", token, "name", "van", "password", TestServer.PASSWORD, "to", "/"));
    assertEquals(303, again.statusCode());
    assertNotEquals(first, browser.session());
    Browser thief = server.browser();
    thief.cookies.put("tonghop", first);
    assertEquals(303, thief.get("/vi/reader").statusCode());
    thief.cookies.put("tonghop", FORGED);
    assertEquals(303, thief.get("/vi/reader").statusCode());
  }

  @Test
  void signingOutEndsItForWhoeverHasTheCookie() {
    browser.signIn("lan");
    Map<String, String> kept = new HashMap<>(browser.cookies);
    String token = browser.get("/vi/reader").body().replaceFirst("(?s).* csrf=(\\S+).*", "$1");
    HttpResponse<String> out = browser.post("/logout", Map.of("_csrf", token));
    assertEquals(303, out.statusCode());
    assertEquals("/vi/login", location(out));
    assertEquals("", browser.session());
    browser.cookies.putAll(kept);
    assertEquals(303, status("/vi/reader"));
    assertEquals(1, server.audit("logout").size());
  }

  @Test
  void aRestOfHalfAnHourOrADayEndsIt() {
    browser.signIn("lan");
    server.clock.pass(Sessions.IDLE.minusSeconds(1));
    assertEquals(200, status("/vi/reader"));
    server.clock.pass(Sessions.IDLE);
    assertEquals(303, status("/vi/reader"));
  }

  @Test
  void whoIsTakenAwayIsOutAtOnce() throws IOException {
    browser.signIn("lan");
    Browser other = server.browser();
    other.signIn("van");
    Path users = folder.resolve("users");
    TestServer.write(
        users,
        TestServer.account("van", Role.VIEWER, null),
        TestServer.account("hoa", Role.VIEWER, null));
    server.clock.pass(Duration.ofSeconds(2));
    assertEquals(303, status("/vi/reader"));
    // The other's password was hashed anew, which is as good as another one.
    assertEquals(303, other.get("/vi/reader").statusCode());
    assertEquals(303, browser.signIn("hoa").statusCode());
    String changed = server.audit("accounts-changed").get(0);
    assertTrue(changed.contains("\"accounts\":\"da-nang hoa lan nghe-an phat van\""), changed);
    // A file that is broken lets everybody stay as they were.
    Files.writeString(users, "hoa\n");
    server.clock.pass(Duration.ofSeconds(2));
    assertEquals(200, status("/vi/reader"));
    Files.delete(users);
    server.clock.pass(Duration.ofSeconds(2));
    assertEquals(200, status("/vi/reader"));
  }

  /** As when it was read while it was being written, within one tick of the clock of files. */
  @Test
  void aFileThatCouldNotBeReadIsReadAgain() throws IOException {
    browser.signIn("lan");
    Path users = folder.resolve("users");
    String text = Files.readString(users);
    Files.writeString(users, text.replace("lan viewer ", "lan uniter "));
    FileTime time = Files.getLastModifiedTime(users);
    server.clock.pass(Duration.ofSeconds(2));
    assertEquals(200, status("/vi/reader"));
    Files.writeString(users, text.replace("lan viewer ", "hoa viewer "));
    Files.setLastModifiedTime(users, time);
    server.clock.pass(Duration.ofSeconds(2));
    assertEquals(303, status("/vi/reader"));
  }

  @Test
  void anotherRoleHoldsAtOnce() throws IOException {
    browser.signIn("van");
    assertEquals(200, status("/fake/operator"));
    Path users = folder.resolve("users");
    Files.writeString(users, Files.readString(users).replace("van operator", "van unit:40"));
    server.clock.pass(Duration.ofSeconds(2));
    assertEquals(403, status("/fake/operator"));
    assertEquals(200, status("/fake/units/40"));
    assertEquals(403, status("/fake/units/48"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://evil.example/",
        "//evil.example",
        "/\\evil.example",
        "/\\/evil.example",
        "\\\\evil.example",
        "javascript:alert(1)",
        "/vi\r\nSet-Cookie: a=b",
        "/vi\nX: y",
        "/vi\u0000",
        "",
        "vi/reader",
        " /vi"
      })
  void theWayBackLeadsNowhereElse(String to) {
    HttpResponse<String> in = browser.signIn("lan", TestServer.PASSWORD, to);
    assertEquals(303, in.statusCode());
    assertEquals("/", location(in));
    assertTrue(in.headers().firstValue("X").isEmpty());
    assertTrue(
        in.headers().allValues("Set-Cookie").stream().noneMatch(line -> line.startsWith("a=")));
  }

  @Test
  void whatWasTypedIsShownAsText() {
    HttpResponse<String> answer =
        browser.signIn("\"><script>alert(1)</script>", "x", "/vi/\"><script>x</script>");
    assertEquals(401, answer.statusCode());
    assertFalse(answer.body().contains("<script>alert"), answer.body());
    assertFalse(answer.body().contains("<script>x"), answer.body());
    assertTrue(answer.body().contains("&#34;>&lt;script>alert(1)"), answer.body());
  }

  @Test
  void aFormThatIsNotThisBrowsersChangesNothing() {
    String token = Browser.token(browser.get("/vi/login"));
    Map<String, String> fields = Map.of("name", "lan", "password", TestServer.PASSWORD);
    assertEquals(403, browser.post("/login", fields).statusCode());
    assertEquals(403, browser.post("/login", with(fields, "")).statusCode());
    assertEquals(403, browser.post("/login", with(fields, FORGED)).statusCode());
    // Another's form: it lacks the cookie that was given with it.
    Browser victim = server.browser();
    assertEquals(403, victim.post("/login", with(fields, token)).statusCode());
    victim.get("/vi/login");
    assertEquals(403, victim.post("/login", with(fields, token)).statusCode());
    assertEquals(0, server.audit.size());
    assertEquals(303, browser.post("/login", with(fields, token)).statusCode());
    // The former form is none of the session's, and the session's is none of another's.
    assertEquals(403, browser.post("/logout", Map.of("_csrf", token)).statusCode());
    assertEquals(403, browser.post("/fake/change", Map.of("_csrf", token)).statusCode());
    assertEquals(200, status("/vi/reader"));
    HttpResponse<String> refused = browser.post("/logout", Map.of());
    assertTrue(refused.body().contains("Biểu mẫu này không do trang này gửi"), refused.body());
  }

  private static Map<String, String> with(Map<String, String> fields, String token) {
    Map<String, String> all = new HashMap<>(fields);
    all.put("_csrf", token);
    return all;
  }

  @ParameterizedTest
  @CsvSource({
    "Sec-Fetch-Site, same-origin, 303",
    "Sec-Fetch-Site, none, 303",
    "Sec-Fetch-Site, same-site, 403",
    "Sec-Fetch-Site, cross-site, 403",
    "Sec-Fetch-Site, '', 403",
    "Origin, OWN, 303",
    "Origin, https://evil.example, 403",
    "Origin, null, 403",
    "Origin, http://127.0.0.1:1, 403",
    "Origin, not a uri, 403"
  })
  void theBrowserSaysWhereAFormComesFrom(String header, String value, int status) {
    String token = Browser.token(browser.get("/vi/login"));
    String told = value.equals("OWN") ? "http://127.0.0.1:" + server.port() : value;
    assertEquals(
        status,
        browser
            .post(
                "/login",
                Map.of("_csrf", token, "name", "lan", "password", TestServer.PASSWORD),
                header,
                told)
            .statusCode());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "text/plain",
        "application/json",
        "multipart/form-data; boundary=x",
        "application/x-www-form-urlencoded; charset=utf-7",
        "application/x-www-form-urlencoded; charset",
        "application/x-www-form-urlencoded; charset=utf-16"
      })
  void onlyAFormIsAForm(String type) {
    String token = Browser.token(browser.get("/vi/login"));
    HttpRequest.Builder request =
        server
            .request("/login")
            .header("Content-Type", type)
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    TestServer.form(
                        Map.of("_csrf", token, "name", "lan", "password", TestServer.PASSWORD))));
    assertEquals(403, browser.send(request).statusCode());
  }

  @Test
  void whatNoBrowserSendsIsRefused() {
    browser.get("/vi/login");
    HttpRequest.Builder request =
        server
            .request("/login")
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString("_csrf=%zz"));
    assertEquals(400, browser.send(request).statusCode());
  }

  /** A script of ours that asks when the session is over gets no window of the browser. */
  @Test
  void programsAreToldHowAndScriptsAreNot() {
    HttpResponse<String> program = server.get("/fake/reader");
    assertEquals(401, program.statusCode());
    assertEquals(
        "Basic realm=\"Tong Hop\", charset=\"UTF-8\"",
        program.headers().firstValue("WWW-Authenticate").orElse(""));
    assertTrue(program.body().contains("\"vi\":\"Cần tên tài khoản"), program.body());
    HttpResponse<String> script =
        server.send(server.request("/fake/reader").header("Sec-Fetch-Mode", "cors"));
    assertEquals(401, script.statusCode());
    assertTrue(
        script.headers().firstValue("WWW-Authenticate").orElse("").startsWith("Form "),
        script.headers().toString());
    HttpResponse<String> sheet =
        server.send(server.request("/api/fake.csv").header("Accept", "text/html"));
    assertEquals(401, sheet.statusCode());
    assertEquals("application/problem+json", sheet.headers().firstValue("Content-Type").orElse(""));
    assertTrue(sheet.body().contains("\"vi\":\"Cần tên tài khoản"), sheet.body());
  }

  /** A link to a download that is followed when the session is over leads to the form. */
  @Test
  void nobodyIsShownAnEmptyPage() {
    HttpResponse<String> link =
        browser.send(server.request("/api/fake.csv?by=unit").header("Sec-Fetch-Mode", "navigate"));
    assertEquals(303, link.statusCode());
    assertEquals("/vi/login?to=%2Fapi%2Ffake.csv%3Fby%3Dunit", location(link));
    HttpResponse<String> wrong =
        browser.send(
            server.request("/fake/reader").header("Authorization", TestServer.basic("lan", "sai")));
    assertEquals(401, wrong.statusCode());
    assertTrue(wrong.body().contains("Cần tên tài khoản"), wrong.body());
  }
}
