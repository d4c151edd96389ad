package vn.tonghop.console;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import vn.tonghop.console.page.TablePages;
import vn.tonghop.console.view.View;
import vn.tonghop.console.web.Extension;
import vn.tonghop.console.web.Site;
import vn.tonghop.console.web.Templates;
import vn.tonghop.console.web.Visitor;
import vn.tonghop.console.web.WebServer;

/** A page on a free port, and a browser without pictures. */
public final class Served implements AutoCloseable {

  /** When its pages are made. */
  public static final Instant NOW = Instant.parse("2024-07-01T03:00:00Z");

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();
  private final WebServer server;

  private Served(WebServer server) {
    this.server = server;
  }

  public static Served of(View view, Extension... more) throws IOException {
    return of(view, false, more);
  }

  public static Served of(View view, boolean samples, Extension... more) throws IOException {
    List<Extension> parts = new ArrayList<>();
    parts.add((routes, site) -> routes.before(Visitor.LOCAL::asks));
    parts.addAll(List.of(more));
    parts.add(new TablePages());
    return start(view, samples, parts);
  }

  /** Without anybody who says who asks. */
  public static Served unguarded(View view, Extension... parts) throws IOException {
    return start(view, false, List.of(parts));
  }

  private static Served start(View view, boolean samples, List<Extension> parts)
      throws IOException {
    Site site = new Site(view, new Templates(), InstantSource.fixed(NOW), samples);
    return new Served(WebServer.start("127.0.0.1", 0, site, parts));
  }

  public WebServer server() {
    return server;
  }

  public HttpClient client() {
    return client;
  }

  /** The answer to a request with these headers, name after value. */
  public HttpResponse<String> get(String path, String... headers)
      throws IOException, InterruptedException {
    return client.send(
        request(path, headers).build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
  }

  /** The text of a page that must be there. */
  public String page(String path) throws IOException, InterruptedException {
    HttpResponse<String> answer = get(path, "Accept", "text/html");
    if (answer.statusCode() != 200) {
      throw new AssertionError(path + ": " + answer.statusCode() + " " + answer.body());
    }
    return answer.body();
  }

  public HttpRequest.Builder request(String path, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(server.url() + path)).timeout(PATIENCE);
    return headers.length == 0 ? request : request.headers(headers);
  }

  @Override
  public void close() {
    server.close();
  }
}
