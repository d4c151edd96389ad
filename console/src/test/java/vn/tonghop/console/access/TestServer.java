package vn.tonghop.console.access;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.tonghop.console.HeldView;
import vn.tonghop.console.access.Buckets.Rate;
import vn.tonghop.console.access.PasswordHash.Cost;
import vn.tonghop.console.web.Site;
import vn.tonghop.console.web.Templates;
import vn.tonghop.console.web.WebServer;

/** The console's server on a free port of this machine, with accounts and pages of tests. */
final class TestServer implements AutoCloseable {

  /** Of every account here. */
  static final String PASSWORD = "trời xanh mây trắng";

  /** So cheap that thousands of checks cost nothing. */
  static final Cost CHEAP = new Cost(8, 1, 1);

  /** So much that no test but those of limits meets one. */
  static final Limits WIDE = new Limits(many(), many(), many(), many());

  final TestClock clock = new TestClock();
  final List<String> audit = Collections.synchronizedList(new ArrayList<>());
  final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  final Access access;
  private final WebServer server;

  private TestServer(AccessSettings settings, Policy policy) throws IOException {
    access = Access.open(settings, clock, policy, new Audit(clock, audit::add));
    server =
        WebServer.start(
            "127.0.0.1",
            0,
            new Site(new HeldView(null), new Templates(), clock, false),
            List.of(access, new FakePages()));
  }

  static TestServer start(AccessSettings settings, Policy policy) throws IOException {
    return new TestServer(settings, policy);
  }

  /** With accounts, by plain HTTP. */
  static TestServer guarded(Path folder) throws IOException {
    return guarded(folder, WIDE);
  }

  static TestServer guarded(Path folder, Limits limits) throws IOException {
    return start(
        new AccessSettings(accounts(folder), null, Proxies.NONE),
        patient(FakePages.rules(), limits, CHEAP));
  }

  /** Which cuts a form as soon as the real one. */
  static TestServer hasty(Path folder) throws IOException {
    Policy policy = patient(FakePages.rules(), WIDE, CHEAP);
    return start(
        new AccessSettings(accounts(folder), null, Proxies.NONE),
        new Policy(
            policy.rules(),
            policy.limits(),
            policy.cost(),
            Policy.FORM_WITHIN,
            policy.turnWithin()));
  }

  /** A machine that stands still for some seconds is no sender that is too slow. */
  static Policy patient(Rules rules, Limits limits, Cost cost) {
    return new Policy(rules, limits, cost, Duration.ofSeconds(25), Duration.ofMinutes(1));
  }

  /** Without accounts. */
  static TestServer open() throws IOException {
    return start(
        new AccessSettings(null, null, Proxies.NONE), patient(FakePages.rules(), WIDE, CHEAP));
  }

  static Rate many() {
    return new Rate(1_000_000, Duration.ofNanos(1));
  }

  /** One account of each role, and units 40 and 48. */
  static Path accounts(Path folder) {
    return write(
        folder.resolve("users"),
        account("lan", Role.VIEWER, null),
        account("phat", Role.PUBLISHER, null),
        account("van", Role.OPERATOR, null),
        account("nghe-an", Role.UNIT, "40"),
        account("da-nang", Role.UNIT, "48"));
  }

  static Account account(String name, Role role, @Nullable String unit) {
    return new Account(new Caller(name, role, unit), PasswordHash.of(PASSWORD, CHEAP));
  }

  static Path write(Path file, Account... accounts) {
    try {
      return Files.writeString(file, AccountFile.text(List.of(accounts)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  URI at(String path) {
    return URI.create(server.url() + path);
  }

  HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(at(path)).timeout(Duration.ofMinutes(1));
  }

  HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  HttpResponse<String> get(String path) {
    return send(request(path));
  }

  HttpResponse<String> get(String path, String account) {
    return send(request(path).header("Authorization", basic(account, PASSWORD)));
  }

  static String basic(String name, String password) {
    byte[] pair = (name + ":" + password).getBytes(StandardCharsets.UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(pair);
  }

  /** A browser's own way of asking. */
  Browser browser() {
    return new Browser(this);
  }

  int port() {
    return URI.create(server.url()).getPort();
  }

  /** The whole answer to lines that no client would send; empty if the connection was cut. */
  String raw(String... lines) {
    String text = String.join("\r\n", lines) + "\r\n\r\n";
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port()));
      socket.setSoTimeout(60_000);
      socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
      socket.getOutputStream().flush();
      try (InputStream in = socket.getInputStream()) {
        return new String(in.readAllBytes(), StandardCharsets.UTF_8);
      }
    } catch (SocketException cut) {
      return "";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The entries of that action. */
  List<String> audit(String action) {
    synchronized (audit) {
      return audit.stream().filter(line -> line.contains("\"action\":\"" + action + "\"")).toList();
    }
  }

  static String form(Map<String, String> fields) {
    StringBuilder text = new StringBuilder();
    fields.forEach(
        (name, value) ->
            text.append(text.isEmpty() ? "" : "&")
                .append(name)
                .append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
    return text.toString();
  }

  @Override
  public void close() {
    server.close();
  }
}
