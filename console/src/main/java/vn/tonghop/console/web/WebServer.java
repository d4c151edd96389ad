package vn.tonghop.console.web;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import io.javalin.util.JavalinBindException;
import io.javalin.util.JavalinLogger;
import java.io.IOException;
import java.net.BindException;
import java.util.List;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** Serves the page over HTTP: what every part needs, and then what each part brings. */
public final class WebServer implements AutoCloseable {

  private static final int UNAVAILABLE = 503;
  private static final int OK = 200;

  /** Pages are made in milliseconds, and live updates hold no thread. */
  private static final int THREADS = 32;

  private static final int LEAST_THREADS = 4;

  /** How long a page that is being made may still take when the server ends. */
  private static final long STOP_MS = 5_000;

  private static final long MOST_BODY_BYTES = 64 * 1024;

  private final Javalin server;
  private final LiveUpdates live;
  private final String host;

  private WebServer(Javalin server, LiveUpdates live, String host) {
    this.server = server;
    this.live = live;
    this.host = host;
  }

  /**
   * Starts it.
   *
   * @param port 0 for a free one
   * @param parts in the order in which they see a request
   * @throws BindException if the port is taken
   */
  public static WebServer start(String host, int port, Site site, List<Extension> parts)
      throws IOException {
    JavalinLogger.startupInfo = false;
    LiveUpdates live = new LiveUpdates(site.view());
    Javalin server =
        Javalin.create(
            config -> {
              configure(config);
              parts.forEach(part -> part.configure(config));
              register(config, site, parts, live);
            });
    try {
      server.start(host, port);
    } catch (JavalinBindException e) {
      live.close();
      throw (IOException) new BindException(host + ":" + port).initCause(e);
    } catch (RuntimeException e) {
      live.close();
      throw e;
    }
    return new WebServer(server, live, host);
  }

  private static void configure(JavalinConfig config) {
    config.startup.showJavalinBanner = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.startup.startupWatcherEnabled = false;
    config.http.maxRequestSize = MOST_BODY_BYTES;
    config.jetty.threadPool = new QueuedThreadPool(THREADS, LEAST_THREADS);
    config.jetty.modifyServer(server -> server.setStopTimeout(STOP_MS));
    config.jetty.modifyHttpConfiguration(http -> http.setSendServerVersion(false));
  }

  private static void register(
      JavalinConfig config, Site site, List<Extension> parts, LiveUpdates live) {
    ErrorPages.register(config.routes, site);
    // Who stands before the pages may be forgotten; then no route shows anything.
    config.routes.beforeMatched(Visitor::of);
    config.routes.get("/livez", request -> alive(request, site));
    config.routes.get("/readyz", request -> ready(request, site));
    for (Extension part : parts) {
      part.register(config.routes, site);
    }
    config.routes.get("/assets/{hash}/{name}", WebServer::asset);
    config.routes.get("/live/{programme}/{period}", live::open);
    config.routes.get("/", request -> request.redirect("/" + Languages.of(request).tag() + "/"));
  }

  private static void alive(Context request, Site site) {
    boolean alive = site.view().isAlive();
    tell(request, alive, alive ? "alive" : "reading has failed / đã ngừng đọc số liệu");
  }

  private static void ready(Context request, Site site) {
    boolean ready = site.view().isCaughtUp();
    tell(request, ready, ready ? "ready" : "still reading / đang đọc số liệu");
  }

  private static void tell(Context request, boolean good, String what) {
    request
        .status(good ? OK : UNAVAILABLE)
        .contentType("text/plain; charset=utf-8")
        .result(what + "\n");
  }

  private static void asset(Context request) {
    Assets.Asset asset =
        Assets.find(request.pathParam("name"))
            .filter(each -> each.hash().equals(request.pathParam("hash")))
            .orElseThrow(NotFoundResponse::new);
    request.header("Cache-Control", "public, max-age=31536000, immutable");
    request.header("ETag", "\"" + asset.hash() + "\"");
    request.contentType(asset.type()).result(asset.bytes());
  }

  /** {@code http://HOST:PORT}, or {@code https}. */
  public String url() {
    boolean secure =
        server.jettyServer().server().getConnectors()[0].getProtocols().contains("ssl");
    String name = host.contains(":") ? "[" + host + "]" : host;
    return (secure ? "https://" : "http://") + name + ":" + server.port();
  }

  /** Number of pages that are told of changes now. */
  public int liveReaders() {
    return live.readers();
  }

  /** Lets go of those who wait for changes, answers what is being answered, and ends. */
  @Override
  public void close() {
    live.close();
    server.stop();
  }
}
