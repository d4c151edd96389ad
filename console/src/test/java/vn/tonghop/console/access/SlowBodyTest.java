package vn.tonghop.console.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
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

  /** Those whose forms are waited for; the others are refused. */
  private static final int HELD = 8;

  /** Less than what a connection may be silent. */
  private static final Duration PATIENCE = Duration.ofSeconds(25);

  /** A busy machine may take longer to begin them all than the page waits for one. */
  private static final int TRIES = 3;

  @TempDir private Path folder = Path.of("");

  /** Headers that promise a form, and the first byte of it. */
  private static Socket begin(TestServer server, String path, int length, String... headers)
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
            headers.length == 0 ? "X-Nothing: 1" : String.join("\r\n", headers),
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
        .map(each -> "Cookie: " + each)
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
        Socket socket =
            withCookie
                ? begin(server, path, length, formCookie(server))
                : begin(server, path, length)) {
      assertTrue(statusLine(socket).startsWith("HTTP/1.1 " + status), path);
    }
  }

  @Test
  void aBrowserIsToldWhatWasWrongWithItsForm() throws IOException {
    try (TestServer server = TestServer.guarded(folder)) {
      // A client that sends all of it may find the connection cut before it reads the answer.
      try (Socket large =
          begin(server, "/login", 20_000, formCookie(server), "Accept: text/html")) {
        String answer = new String(large.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(answer.startsWith("HTTP/1.1 413 "), answer);
        assertTrue(answer.contains("Nội dung gửi lên quá lớn."), answer);
      }
    }
  }

  @Test
  void thoseWhoSendSlowlyHoldNobodyUpAndAreCut() throws Exception {
    try (TestServer server = TestServer.hasty(folder)) {
      boolean isFirst = false;
      for (int i = 0; i < TRIES && !isFirst; i++) {
        List<Socket> senders = new ArrayList<>();
        try {
          isFirst = isThePageAnsweredBeforeOneIsCut(server, senders);
          for (Socket sender : senders) {
            String answer = statusLine(sender);
            assertTrue(answer.matches("HTTP/1.1 (408|429) .*|"), answer);
          }
        } finally {
          for (Socket sender : senders) {
            sender.close();
          }
        }
      }
      assertTrue(isFirst, "the page waited for senders");
    }
  }

  /** Leaves those that are held among the senders. */
  private static boolean isThePageAnsweredBeforeOneIsCut(TestServer server, List<Socket> senders)
      throws Exception {
    String cookie = formCookie(server);
    for (int i = 0; i < SENDERS; i++) {
      senders.add(begin(server, "/login", 200, cookie));
    }
    List<Socket> answered = new ArrayList<>();
    long begun = System.nanoTime();
    while (answered.size() < SENDERS - HELD) {
      assertTrue(System.nanoTime() - begun < PATIENCE.toNanos(), "answered: " + answered.size());
      Thread.sleep(20);
      for (Socket sender : List.copyOf(senders)) {
        if (sender.getInputStream().available() > 0) {
          senders.remove(sender);
          answered.add(sender);
        }
      }
    }
    assertEquals(200, server.get("/livez").statusCode());
    boolean isFirst = senders.stream().allMatch(SlowBodyTest::isUnanswered);
    for (Socket each : answered) {
      isFirst &= statusLine(each).startsWith("HTTP/1.1 429 ");
      each.close();
    }
    return isFirst;
  }

  private static boolean isUnanswered(Socket sender) {
    try {
      return sender.getInputStream().available() == 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What is lost on the way comes a little later. */
  @Test
  void aFormThatComesInTwoPartsIsTaken() throws Exception {
    try (TestServer server = TestServer.guarded(folder)) {
      Browser browser = server.browser();
      String token = Browser.token(browser.get("/vi/login"));
      String form =
          TestServer.form(Map.of("_csrf", token, "name", "lan", "password", TestServer.PASSWORD));
      String cookie = "Cookie: tonghop-form=" + browser.cookies.get("tonghop-form");
      try (Socket sender = begin(server, "/login", form.length() + "_=&".length(), cookie)) {
        Thread.sleep(300);
        send(sender, "=&" + form);
        assertEquals("HTTP/1.1 303 See Other", statusLine(sender));
      }
    }
  }

  @Test
  void aTrickleIsCutToo() throws Exception {
    try (TestServer server = TestServer.hasty(folder);
        Socket sender = begin(server, "/login", 10_000, formCookie(server))) {
      long begun = System.nanoTime();
      while (sender.getInputStream().available() == 0) {
        assertTrue(System.nanoTime() - begun < PATIENCE.toNanos(), "it goes on");
        try {
          send(sender, "x");
        } catch (SocketException cut) {
          // The answer may be lost on a connection that is closed while something comes.
          assertTrue(
              System.nanoTime() - begun > Policy.FORM_WITHIN.dividedBy(2).toNanos(), "early");
          return;
        }
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
    assertFalse(log.matches("(?s).*(/login|ErrorPages|EofException).*"), log);
  }
}
