package vn.tonghop.monitor;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Serves {@code /metrics}, {@code /livez} (200 while it goes on looking) and {@code /readyz} (200
 * when the last look found the broker).
 */
public final class MonitorServer implements AutoCloseable {

  private static final int OK = 200;
  private static final int UNAVAILABLE = 503;
  private static final String PLAIN = "text/plain; charset=utf-8";

  private final HttpServer server;
  private final ExecutorService scrapes = Executors.newFixedThreadPool(2);

  private MonitorServer(HttpServer server) {
    this.server = server;
  }

  /**
   * Starts one.
   *
   * @param port 0 for a free one
   * @throws IOException if the port is taken
   */
  public static MonitorServer start(String host, int port, Monitor monitor) throws IOException {
    PrometheusRegistry registry = new PrometheusRegistry();
    monitor.collectors().forEach(registry::register);
    registry.register(monitor.reachability());
    HttpServer server = HttpServer.create(new InetSocketAddress(host, port), 0);
    server.createContext("/metrics", exchange -> metrics(exchange, registry));
    server.createContext(
        "/livez", exchange -> answer(exchange, monitor.isAlive(), "looking / đang theo dõi"));
    server.createContext(
        "/readyz",
        exchange ->
            answer(exchange, monitor.isReady(), "the broker was seen / đã thấy máy chủ Kafka"));
    MonitorServer started = new MonitorServer(server);
    server.setExecutor(started.scrapes);
    server.start();
    return started;
  }

  /** {@code http://HOST:PORT}. */
  public String url() {
    return "http://" + server.getAddress().getHostString() + ":" + server.getAddress().getPort();
  }

  private static void metrics(HttpExchange exchange, PrometheusRegistry registry)
      throws IOException {
    PrometheusTextFormatWriter writer = PrometheusTextFormatWriter.create();
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    writer.write(body, registry.scrape());
    send(exchange, OK, writer.getContentType(), body.toByteArray());
  }

  private static void answer(HttpExchange exchange, boolean good, String what) throws IOException {
    String text = (good ? "" : "not / không: ") + what + System.lineSeparator();
    send(exchange, good ? OK : UNAVAILABLE, PLAIN, text.getBytes(StandardCharsets.UTF_8));
  }

  private static void send(HttpExchange exchange, int status, String type, byte[] body)
      throws IOException {
    try (exchange) {
      exchange.getResponseHeaders().set("Content-Type", type);
      exchange.sendResponseHeaders(status, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    scrapes.shutdownNow();
  }
}
