package vn.tonghop.console.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whoever sends slowly holds nobody else up: a thread that waits for a byte serves nobody. */
@Timeout(120)
class SlowBodyTest {

  /** More than the server has threads. */
  private static final int SENDERS = 40;

  /** Less than what a connection may be silent. */
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  /** Less than what a form may be silent, so that a page which waits for forms takes longer. */
  private static final Duration ASKED = Duration.ofSeconds(2);

  @TempDir private Path folder = Path.of("");

  /** Headers that promise a form, and the first byte of it. */
  private static Socket begin(TestServer server, String path, int length, String cookie)
      throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port());
    socket.setSoTimeout((int) PATIENCE.toMillis());
    send(
        socket,
        String.join(
            "\r\n",
            "POST " + path + " HTTP/1.1",
            "Host: 127.0.0.1",
            "Content-Type: application/x-www-form-urlencoded",
            "Content-Length: " + length,
            cookie.isEmpty() ? "X-Nothing: 1" : "Cookie: " + cookie,
            "",
            "_"));
    return socket;
  }

  private static void send(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    socket.getOutputStream().flush();
  }

  private static String formCookie(TestServer server) {
    HttpResponse<String> form = server.get("/vi/login");
    return form.headers().allValues("Set-Cookie").stream()
        .map(each -> each.replaceFirst(";.*", ""))
        .filter(each -> each.startsWith("tonghop-form="))
        .findFirst()
        .orElseThrow();
  }

  private static String statusLine(Socket socket) throws IOException {
    InputStream in = socket.getInputStream();
    StringBuilder line = new StringBuilder();
    for (int each = in.read(); each >= 0 && each != '\r'; each = in.read()) {
      line.append((char) each);
    }
    return line.toString();
  }

  @ParameterizedTest
  @CsvSource({
    "/vi/nowhere, 60000, false, 404",
    "/vi/nowhere, 60000, true, 404",
    "/fake/reader, 60000, true, 405",
    "/login, 200, false, 403",
    "/logout, 200, true, 401",
    "/login, 60000, true, 413"
  })
  void whatLeadsNowhereIsRefusedBeforeItHasCome(
      String path, int length, boolean withCookie, int status) throws IOException {
    try (TestServer server = TestServer.guarded(folder);
        Socket socket = begin(server, path, length, withCookie ? formCookie(server) : "")) {
      socket.setSoTimeout(2_000);
      assertTrue(statusLine(socket).startsWith("HTTP/1.1 " + status), path);
    }
  }

  @Test
  void aBrowserIsToldWhatWasWrongWithItsForm() throws IOException {
    try (TestServer server = TestServer.guarded(folder)) {
      Browser browser = server.browser();
      String token = Browser.token(browser.get("/vi/login"));
      HttpResponse<String> large =
          browser.post("/login", Map.of("_csrf", token, "name", "x".repeat(20_000)));
      assertEquals(413, large.statusCode());
      assertTrue(large.body().contains("Nội dung gửi lên quá lớn."), large.body());
    }
  }

  @Test
  void thoseWhoSendSlowlyHoldNobodyUpAndAreCut() throws IOException {
    try (TestServer server = TestServer.guarded(folder)) {
      String cookie = formCookie(server);
      List<Socket> senders = new ArrayList<>();
      try {
        for (int i = 0; i < SENDERS; i++) {
          senders.add(begin(server, "/login", 200, cookie));
        }
        long begun = System.nanoTime();
        // They are not all at work at once.
        while (System.nanoTime() - begun < ASKED.toNanos()) {
          long asked = System.nanoTime();
          assertEquals(200, server.send(server.request("/livez").timeout(PATIENCE)).statusCode());
          assertTrue(System.nanoTime() - asked < ASKED.toNanos(), "the page waited for senders");
        }
        for (Socket sender : senders) {
          String answer = statusLine(sender);
          assertTrue(answer.matches("HTTP/1.1 (408|429) .*|"), answer);
        }
        assertTrue(System.nanoTime() - begun < PATIENCE.toNanos(), "they were not cut");
      } finally {
        for (Socket sender : senders) {
          sender.close();
        }
      }
    }
  }

  @Test
  void aTrickleIsCutToo() throws Exception {
    try (TestServer server = TestServer.guarded(folder);
        Socket sender = begin(server, "/login", 10_000, formCookie(server))) {
      long begun = System.nanoTime();
      while (sender.getInputStream().available() == 0) {
        assertTrue(System.nanoTime() - begun < PATIENCE.toNanos(), "it goes on");
        send(sender, "x");
        Thread.sleep(500);
      }
      assertTrue(statusLine(sender).startsWith("HTTP/1.1 408"));
    }
  }

  /** Of each of these there would else be a stack trace for the operator to read. */
  @Test
  void whoGoesAwayIsNoErrorOfOurs() throws IOException {
    PrintStream errors = System.err;
    ByteArrayOutputStream told = new ByteArrayOutputStream();
    System.setErr(new PrintStream(told, true, StandardCharsets.UTF_8));
    try (TestServer server = TestServer.guarded(folder);
        Socket sender = begin(server, "/login", 200, formCookie(server))) {
      sender.shutdownOutput();
      assertTrue(statusLine(sender).matches("HTTP/1.1 408 .*|"));
    } finally {
      System.setErr(errors);
    }
    String log = told.toString(StandardCharsets.UTF_8);
    assertTrue(log.isEmpty(), log);
  }
}
