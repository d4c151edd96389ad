package vn.tonghop.streams.runtime;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Tells a supervisor over HTTP whether the instance lives ({@code /livez}) and does its work
 * ({@code /readyz}): 200 or 503, with what it knows in plain text.
 */
public final class HealthServer implements AutoCloseable {

  private static final int OK = 200;
  private static final int UNAVAILABLE = 503;

  private final @Nullable HttpServer server;

  private HealthServer(@Nullable HttpServer server) {
    this.server = server;
  }

  /**
   * Starts one.
   *
   * @param host address to listen on
   * @param port 0 for none
   * @throws IOException if the port is taken
   */
  public static HealthServer start(String host, int port, Supplier<Health> health)
      throws IOException {
    if (port == 0) {
      return new HealthServer(null);
    }
    HttpServer server = HttpServer.create(new InetSocketAddress(host, port), 0);
    server.createContext(
        "/livez", exchange -> answer(exchange, health.get(), now -> now.failure() == null));
    server.createContext("/readyz", exchange -> answer(exchange, health.get(), Health::isReady));
    server.start();
    return new HealthServer(server);
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

  private static void answer(HttpExchange exchange, Health health, Predicate<Health> good)
      throws IOException {
    byte[] body = (health + System.lineSeparator()).getBytes(StandardCharsets.UTF_8);
    try (exchange) {
      exchange.getResponseHeaders().set("Content-Type", "text/plain; charset=utf-8");
      exchange.sendResponseHeaders(good.test(health) ? OK : UNAVAILABLE, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  @Override
  public void close() {
    if (server != null) {
      server.stop(0);
    }
  }
}
