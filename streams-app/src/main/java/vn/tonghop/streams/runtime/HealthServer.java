package vn.tonghop.streams.runtime;

import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * Tells a supervisor over HTTP whether the instance lives ({@code /livez}) and does its work
 * ({@code /readyz}): 200 or 503, with what it knows as JSON. Beside them stands {@code /metrics}.
 */
public final class HealthServer implements AutoCloseable {

  private static final int OK = 200;
  private static final int UNAVAILABLE = 503;

  /** A probe that waits for something outside must not keep another from being answered. */
  private static final int THREADS = 4;

  /** A record's components and nothing that is worked out of them. */
  private static final ObjectMapper JSON =
      JsonMapper.builder().disable(MapperFeature.AUTO_DETECT_IS_GETTERS).build();

  private final @Nullable HttpServer server;
  private final ExecutorService threads;

  private HealthServer(@Nullable HttpServer server, ExecutorService threads) {
    this.server = server;
    this.threads = threads;
  }

  /**
   * Starts one.
   *
   * @param host address to listen on
   * @param port 0 for none
   * @throws IOException if the port is taken
   */
  public static HealthServer start(String host, int port, Observed observed) throws IOException {
    ExecutorService threads =
        Executors.newFixedThreadPool(
            THREADS,
            task -> {
              Thread thread = new Thread(task, "health");
              thread.setDaemon(true);
              return thread;
            });
    if (port == 0) {
      return new HealthServer(null, threads);
    }
    HttpServer server = HttpServer.create(new InetSocketAddress(host, port), 0);
    server.setExecutor(threads);
    server.createContext("/livez", exchange -> live(exchange, observed.health().get()));
    server.createContext(
        "/readyz",
        exchange -> ready(exchange, observed.health().get(), observed.readiness().get()));
    server.createContext("/metrics", new MetricsPage(observed.metrics()));
    server.start();
    return new HealthServer(server, threads);
  }

  /** {@code " health=URL"}, or nothing where there is no server. */
  public String address() {
    return server == null
        ? ""
        : " health=http://"
            + server.getAddress().getHostString()
            + ":"
            + server.getAddress().getPort();
  }

  private static void live(HttpExchange exchange, Health health) throws IOException {
    ObjectNode body = JSON.createObjectNode().put("live", health.isAlive());
    body.setAll((ObjectNode) JSON.valueToTree(health));
    answer(exchange, health.isAlive(), body);
  }

  private static void ready(HttpExchange exchange, Health health, Readiness readiness)
      throws IOException {
    ObjectNode body = JSON.createObjectNode().put("ready", readiness.isReady());
    body.setAll((ObjectNode) JSON.valueToTree(health));
    body.set("checks", JSON.valueToTree(readiness.checks()));
    answer(exchange, readiness.isReady(), body);
  }

  private static void answer(HttpExchange exchange, boolean good, ObjectNode body)
      throws IOException {
    byte[] bytes = JSON.writeValueAsBytes(body);
    try (exchange) {
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(good ? OK : UNAVAILABLE, bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  @Override
  public void close() {
    if (server != null) {
      server.stop(0);
    }
    threads.shutdownNow();
  }
}
