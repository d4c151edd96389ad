package vn.tonghop.streams.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.BindException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A supervisor restarts what does not live, and sends no work to what is not ready. */
class HealthServerTest {

  private static final String HOST = "127.0.0.1";
  private static final int TRIES = 20;

  private final AtomicReference<Health> health = new AtomicReference<>(health("RUNNING", 0, null));

  @Test
  void whatRunsWithoutATaskLivesAndIsNotReady() throws Exception {
    try (HealthServer server = start(health::get)) {
      assertEquals(200, ask(server, "/livez").statusCode());
      assertEquals(503, ask(server, "/readyz").statusCode());
      health.set(health("RUNNING", 3, null));
      assertEquals(200, ask(server, "/readyz").statusCode());
    }
  }

  @Test
  void whatHasFailedIsNeitherAndSaysWhy() throws Exception {
    health.set(health("ERROR", 3, "intake-0 offset 7 cannot be read"));
    try (HealthServer server = start(health::get)) {
      HttpResponse<String> lives = ask(server, "/livez");
      assertEquals(503, lives.statusCode());
      assertTrue(lives.body().contains("intake-0 offset 7 cannot be read"), lives.body());
      assertEquals(503, ask(server, "/readyz").statusCode());
    }
  }

  @Test
  void portZeroIsNoServer() throws IOException {
    try (HealthServer server = HealthServer.start(HOST, 0, health::get)) {
      assertEquals("", server.address());
    }
  }

  private static Health health(String state, int tasks, @Nullable String failure) {
    return new Health(state, 2, tasks, 0, 0, Set.of(), 1, failure);
  }

  private static HttpResponse<String> ask(HealthServer server, String path) throws Exception {
    URI uri = URI.create(server.address().replace(" health=", "") + path);
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
  }

  /** On a free port, which another process may take before the server does. */
  private static HealthServer start(Supplier<Health> health) throws IOException {
    BindException taken = new BindException();
    for (int i = 0; i < TRIES; i++) {
      int port;
      try (ServerSocket free = new ServerSocket(0)) {
        port = free.getLocalPort();
      }
      try {
        return HealthServer.start(HOST, port, health);
      } catch (BindException e) {
        taken = e;
      }
    }
    throw taken;
  }
}
