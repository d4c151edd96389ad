package vn.tonghop.console.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.tonghop.console.access.Buckets.Rate;
import vn.tonghop.console.access.PasswordHash.Cost;

/**
 * Programs say who they are with each request, and nobody tries many passwords or asks too often.
 */
class BasicTest {

  @TempDir private Path folder = Path.of("");

  private static int status(TestServer server, String header) {
    return server.send(server.request("/fake/reader").header("Authorization", header)).statusCode();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Basic",
        "Basic !!!",
        "Basic bGFu",
        "Basic bGFuOg==",
        "Bearer abc",
        "Digest username=lan",
        "basic OnRy4budaSB4YW5o"
      })
  void whatNamesNobodyIsRefused(String header) throws IOException {
    try (TestServer server = TestServer.guarded(folder)) {
      assertEquals(401, status(server, header));
    }
  }

  @Test
  void aPairThatWasRightIsHashedOnceInFiveMinutes() throws IOException {
    try (TestServer server = TestServer.guarded(folder)) {
      for (int i = 0; i < 5; i++) {
        assertEquals(200, server.get("/fake/reader", "lan").statusCode());
      }
      assertEquals(1, server.audit("login").size());
      assertTrue(server.audit.get(0).contains("\"how\":\"basic\""), server.audit.get(0));
      server.clock.pass(BasicPasswords.REMEMBERED);
      assertEquals(200, server.get("/fake/reader", "lan").statusCode());
      assertEquals(2, server.audit("login").size());
    }
  }

  /** As a program begins that fetches many tables at once. */
  @Test
  void manyRequestsAtOnceWithThePairThatIsRightAreAllAnswered() throws Exception {
    Path users =
        TestServer.write(
            folder.resolve("users"),
            new Account(
                new Caller("lan", Role.VIEWER, null),
                PasswordHash.of(TestServer.PASSWORD, Cost.DEFAULT)));
    try (TestServer server =
        TestServer.start(
            new AccessSettings(users, null, Proxies.NONE),
            TestServer.patient(
                FakePages.rules(),
                failures(new Rate(2, Duration.ofMinutes(1)), new Rate(2, Duration.ofMinutes(1))),
                TestServer.CHEAP))) {
      List<CompletableFuture<HttpResponse<String>>> answers =
          IntStream.range(0, 24)
              .mapToObj(
                  i ->
                      server.client.sendAsync(
                          server
                              .request("/fake/reader")
                              .header("Authorization", TestServer.basic("lan", TestServer.PASSWORD))
                              .build(),
                          HttpResponse.BodyHandlers.ofString()))
              .toList();
      for (CompletableFuture<HttpResponse<String>> answer : answers) {
        assertEquals(200, answer.get().statusCode(), answer.get().body());
      }
      assertEquals(1, server.audit("login").size());
    }
  }

  @Test
  void whatNamesNobodyCountsAsRequestsOfItsAddress() throws IOException {
    Limits limits =
        new Limits(
            new Rate(4, Duration.ofSeconds(2)),
            TestServer.many(),
            TestServer.many(),
            TestServer.many());
    try (TestServer server = TestServer.guarded(folder, limits)) {
      assertEquals(200, server.get("/fake/reader", "lan").statusCode());
      for (String header : List.of("Bearer abc", "Basic !!!", TestServer.basic("lan", "sai"))) {
        assertEquals(401, status(server, header));
      }
      assertEquals(429, status(server, TestServer.basic("lan", "sai")));
      assertEquals(429, status(server, "Bearer abc"));
      assertEquals(1, server.audit("login-refused").size());
      // A pair that was right is nobody's guess.
      assertEquals(200, server.get("/fake/reader", "lan").statusCode());
    }
  }

  @Test
  void aPairThatWasRightIsWrongWhenThePasswordIsAnother() throws IOException {
    try (TestServer server = TestServer.guarded(folder)) {
      assertEquals(200, server.get("/fake/reader", "lan").statusCode());
      Account lan = TestServer.account("lan", Role.VIEWER, null);
      TestServer.write(
          folder.resolve("users"),
          lan.with(PasswordHash.of("một mật khẩu khác", TestServer.CHEAP)));
      server.clock.pass(Duration.ofSeconds(2));
      assertEquals(401, server.get("/fake/reader", "lan").statusCode());
      assertEquals(200, status(server, TestServer.basic("lan", "một mật khẩu khác")));
    }
  }

  @Test
  void aColonMayStandInAPassword() throws IOException {
    Path users =
        TestServer.write(
            folder.resolve("users"),
            new Account(
                new Caller("lan", Role.VIEWER, null), PasswordHash.of("a:b:c", TestServer.CHEAP)));
    try (TestServer server =
        TestServer.start(
            new AccessSettings(users, null, Proxies.NONE),
            TestServer.patient(FakePages.rules(), TestServer.WIDE, TestServer.CHEAP))) {
      assertEquals(200, status(server, TestServer.basic("lan", "a:b:c")));
      assertEquals(401, status(server, TestServer.basic("lan", "a")));
    }
  }

  private static Limits failures(Rate ofAddress, Rate ofAccount) {
    return new Limits(TestServer.many(), TestServer.many(), ofAddress, ofAccount);
  }

  @Test
  void wrongPasswordsForOneAccountMustWait() throws IOException {
    Limits limits = failures(TestServer.many(), new Rate(3, Duration.ofSeconds(30)));
    try (TestServer server = TestServer.guarded(folder, limits)) {
      for (int i = 0; i < 3; i++) {
        assertEquals(401, status(server, TestServer.basic("lan", "sai " + i)));
      }
      HttpResponse<String> waits = server.get("/fake/reader", "lan");
      assertEquals(429, waits.statusCode());
      assertEquals("30", waits.headers().firstValue("Retry-After").orElse(""));
      assertEquals(429, status(server, TestServer.basic("lan", "sai")));
      assertEquals(200, server.get("/fake/reader", "van").statusCode());
      // A name that nobody has must wait as long: it is not told by that, either.
      for (int i = 0; i < 3; i++) {
        assertEquals(401, status(server, TestServer.basic("nobody", "sai " + i)));
      }
      assertEquals(429, status(server, TestServer.basic("nobody", "sai")));
      server.clock.pass(Duration.ofSeconds(30));
      assertEquals(200, server.get("/fake/reader", "lan").statusCode());
      assertEquals(6, wrong(server, "wrong"));
      // Of lan twice and of the name that nobody has: each is told once.
      assertEquals(2, wrong(server, "throttled"));
    }
  }

  private static long wrong(TestServer server, String why) {
    return server.audit("login-refused").stream()
        .filter(line -> line.contains("\"why\":\"" + why + "\""))
        .count();
  }

  @Test
  void wrongPasswordsFromOneAddressMustWait() throws IOException {
    Limits limits = failures(new Rate(4, Duration.ofSeconds(10)), TestServer.many());
    try (TestServer server = TestServer.guarded(folder, limits)) {
      for (String name : List.of("lan", "van", "phat", "nobody")) {
        assertEquals(401, status(server, TestServer.basic(name, "sai")));
      }
      assertEquals(429, server.get("/fake/reader", "nghe-an").statusCode());
      assertEquals(429, server.browser().signIn("lan").statusCode());
      server.clock.pass(Duration.ofSeconds(10));
      assertEquals(200, server.get("/fake/reader", "nghe-an").statusCode());
    }
  }

  /** Right ones are no failures, however many come; and what is kept of them is bounded. */
  @Test
  void tenThousandSignInsAreTaken() throws Exception {
    Limits limits =
        failures(new Rate(5, Duration.ofMinutes(1)), new Rate(5, Duration.ofMinutes(1)));
    try (TestServer server = TestServer.guarded(folder, limits)) {
      Accounts accounts =
          new Accounts(folder.resolve("users"), server.clock, new Audit(server.clock, line -> {}));
      Logins logins =
          new Logins(
              accounts,
              new Audit(server.clock, line -> {}),
              server.clock,
              TestServer.patient(FakePages.rules(), limits, TestServer.CHEAP));
      Sessions sessions = new Sessions(server.clock);
      ExecutorService threads = Executors.newFixedThreadPool(4);
      try {
        for (Future<?> each :
            threads.invokeAll(Collections.nCopies(4, () -> signInOften(logins, sessions)))) {
          each.get();
        }
      } finally {
        threads.shutdownNow();
      }
      assertEquals(Sessions.MOST_OF_ONE, sessions.size());
    }
  }

  private static @Nullable Void signInOften(Logins logins, Sessions sessions) {
    for (int i = 0; i < 2_500; i++) {
      Account account =
          logins.check("lan", TestServer.PASSWORD, "10.0.0." + i % 200, "form").orElseThrow();
      sessions.begin(account.holder(), account.password().text());
    }
    return null;
  }

  @Test
  void whoAsksTooOftenMustWait() throws IOException {
    Limits limits =
        new Limits(
            new Rate(5, Duration.ofSeconds(2)),
            new Rate(2, Duration.ofSeconds(3)),
            TestServer.many(),
            TestServer.many());
    try (TestServer server = TestServer.guarded(folder, limits)) {
      for (int i = 0; i < 2; i++) {
        assertEquals(200, server.get("/api/fake.csv", "lan").statusCode());
      }
      HttpResponse<String> exports = server.get("/api/fake.csv", "lan");
      assertEquals(429, exports.statusCode());
      assertEquals("3", exports.headers().firstValue("Retry-After").orElse(""));
      assertEquals(200, server.get("/fake/reader", "lan").statusCode());
      assertEquals(200, server.get("/fake/reader", "lan").statusCode());
      assertEquals(429, server.get("/fake/reader", "lan").statusCode());
      assertEquals(200, server.get("/fake/reader", "van").statusCode());
      // Nobody in particular, by address, of which each pair took one when it was checked.
      for (int i = 0; i < 3; i++) {
        assertEquals(200, server.get("/fake/open").statusCode());
      }
      assertEquals(429, server.get("/fake/open").statusCode());
      assertEquals(429, server.get("/no/such/page").statusCode());
      server.clock.pass(Duration.ofSeconds(2));
      assertEquals(200, server.get("/fake/open").statusCode());
      assertEquals(2, server.audit("export").size());
    }
  }

  /**
   * The least of some times, of this thread alone: with real cost, to check nobody's password is as
   * slow as anybody's.
   */
  @Test
  void aNameThatNobodyHasTakesAsLong() throws IOException {
    Path users =
        TestServer.write(
            folder.resolve("users"),
            new Account(new Caller("lan", Role.VIEWER, null), PasswordHash.of("x", Cost.DEFAULT)));
    TestClock clock = new TestClock();
    Audit audit = new Audit(clock, line -> {});
    Logins logins =
        new Logins(
            new Accounts(users, clock, audit),
            audit,
            clock,
            TestServer.patient(FakePages.rules(), TestServer.WIDE, Cost.DEFAULT));
    long known = Long.MAX_VALUE;
    long unknown = Long.MAX_VALUE;
    for (int i = 0; i < 6; i++) {
      long one = cpuNanos(() -> logins.check("lan", "sai", "127.0.0.1", "form"));
      long other = cpuNanos(() -> logins.check("hoa", "sai", "127.0.0.1", "form"));
      if (i > 0) {
        known = Math.min(known, one);
        unknown = Math.min(unknown, other);
      }
    }
    assertTrue(unknown > known / 3, unknown + " ns for nobody, " + known + " ns for an account");
  }

  private static long cpuNanos(Runnable what) {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long begun = threads.getCurrentThreadCpuTime();
    what.run();
    return threads.getCurrentThreadCpuTime() - begun;
  }

  @Test
  void anExportIsInTheLogAndAPageIsNot() throws IOException {
    try (TestServer server = TestServer.guarded(folder)) {
      server.get("/api/fake.csv?period=2024-S1&note=%22%0A%22", "nghe-an");
      server.get("/fake/reader", "nghe-an");
      server.get("/api/fake.csv");
      assertEquals(1, server.audit("export").size());
      String line = server.audit("export").get(0);
      assertEquals(
          "{\"at\":\"2026-01-05T01:00:00Z\",\"action\":\"export\",\"account\":\"nghe-an\","
              + "\"from\":\"127.0.0.1\",\"what\":\"/api/fake.csv?period=2024-S1&note=%22%0A%22\"}",
          line);
    }
    try (TestServer server = TestServer.open()) {
      assertEquals(200, server.get("/api/fake.csv").statusCode());
      assertTrue(server.audit.get(0).contains("\"account\":\"-\""), server.audit.get(0));
    }
  }

  @Test
  void anAccentedPasswordComesInUtf8() throws IOException {
    try (TestServer server = TestServer.guarded(folder)) {
      byte[] pair = ("lan:" + TestServer.PASSWORD).getBytes(StandardCharsets.UTF_16);
      assertEquals(401, status(server, "Basic " + Base64.getEncoder().encodeToString(pair)));
      assertEquals(200, server.get("/fake/reader", "lan").statusCode());
    }
  }
}
