package vn.tonghop.streams.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.IOException;
import java.net.BindException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A supervisor restarts what does not live, and sends no work to what is not ready. */
class HealthServerTest {

  private static final String HOST = "127.0.0.1";
  private static final int TRIES = 20;

  private final AtomicReference<Health> health = new AtomicReference<>(health("RUNNING", 0, null));
  private final AtomicReference<@Nullable String> broker = new AtomicReference<>();
  private final AtomicReference<@Nullable String> registry = new AtomicReference<>();
  private final PrometheusRegistry first = new PrometheusRegistry();
  private final PrometheusRegistry second = new PrometheusRegistry();

  @Test
  void whatRunsWithoutATaskLivesAndIsNotReady() throws Exception {
    try (HealthServer server = start()) {
      assertEquals(200, ask(server, "/livez").statusCode());
      assertEquals(503, ask(server, "/readyz").statusCode());
      health.set(health("RUNNING", 3, null));
      assertEquals(200, ask(server, "/readyz").statusCode());
    }
  }

  @Test
  void whatHasFailedIsNeitherAndSaysWhy() throws Exception {
    health.set(health("ERROR", 3, "intake-0 offset 7 cannot be read"));
    try (HealthServer server = start()) {
      HttpResponse<String> lives = ask(server, "/livez");
      assertEquals(503, lives.statusCode());
      assertTrue(lives.body().contains("intake-0 offset 7 cannot be read"), lives.body());
      assertEquals(503, ask(server, "/readyz").statusCode());
    }
  }

  @Test
  void aRegistryThatIsAwayIsNoReasonToRestartAndIsNamedInBothLanguages() throws Exception {
    health.set(health("RUNNING", 3, null));
    registry.set("connection refused");
    try (HealthServer server = start()) {
      assertEquals(200, ask(server, "/livez").statusCode());
      HttpResponse<String> ready = ask(server, "/readyz");
      assertEquals(503, ready.statusCode());
      JsonNode said = new ObjectMapper().readTree(ready.body());
      assertFalse(said.path("ready").asBoolean(true));
      assertEquals(3, said.path("tasks").asInt());
      assertEquals(List.of("registry"), failing(said));
      assertTrue(ready.body().contains("kho lược đồ không trả lời (connection refused)"));
      assertTrue(ready.body().contains("the registry does not answer (connection refused)"));
    }
  }

  @Test
  void eachCheckFailsForItsOwnReason() throws Exception {
    assertEquals(List.of(), failing(health("RUNNING", 3, null)));
    assertEquals(List.of("state"), failing(health("REBALANCING", 3, null)));
    assertEquals(List.of("state"), failing(health("RUNNING", 3, "a bug")));
    assertEquals(List.of("tasks"), failing(health("RUNNING", 0, null)));
    assertEquals(List.of(), failing(new Health("RUNNING", 2, 0, 0, 1, 0, 10, Set.of(), 1, null)));
    assertEquals(
        List.of("restore"), failing(new Health("RUNNING", 2, 0, 1, 0, 1, 0, Set.of(), 1, null)));
    assertEquals(
        List.of("lag"), failing(new Health("RUNNING", 2, 0, 1, 0, 0, 11, Set.of(), 1, null)));
    broker.set("no leader");
    assertEquals(List.of("broker"), failing(health("RUNNING", 3, null)));
  }

  @Test
  void threadsThatAreAllDeadDoNotLive() {
    assertFalse(new Health("RUNNING", 0, 2, 0, 0, 0, 0, Set.of(), 1, null).isAlive());
    assertTrue(new Health("CREATED", 0, 0, 0, 0, 0, 0, Set.of(), 1, null).isAlive());
    assertFalse(new Health("PENDING_ERROR", 1, 1, 0, 0, 0, 0, Set.of(), 1, null).isAlive());
  }

  @Test
  void ofTwoMetricsWithOneNameTheFirstRegistrysIsTold() throws Exception {
    gauge(first, "tonghop_broker_up", 1);
    gauge(second, "tonghop_broker_up", 0);
    gauge(second, "tonghop_brokers", 3);
    try (HealthServer server = start()) {
      HttpResponse<String> page = ask(server, "/metrics");
      assertEquals(200, page.statusCode());
      assertEquals(
          List.of("tonghop_broker_up 1.0", "tonghop_brokers 3.0"),
          page.body().lines().filter(line -> !line.startsWith("#")).toList());
    }
  }

  @Test
  void metricsThatCannotBeToldAreNoHalfPage() throws Exception {
    GaugeWithCallback.builder()
        .name("tonghop_broken")
        .help("x")
        .callback(
            to -> {
              throw new IllegalStateException("not there");
            })
        .register(first);
    try (HealthServer server = start()) {
      assertEquals(500, ask(server, "/metrics").statusCode());
      assertEquals(200, ask(server, "/livez").statusCode());
    }
  }

  private List<String> failing(Health state) throws Exception {
    health.set(state);
    try (HealthServer server = start()) {
      HttpResponse<String> ready = ask(server, "/readyz");
      List<String> failing = failing(new ObjectMapper().readTree(ready.body()));
      assertEquals(failing.isEmpty() ? 200 : 503, ready.statusCode());
      return failing;
    }
  }

  private static List<String> failing(JsonNode said) {
    List<String> failing = new ArrayList<>();
    for (JsonNode check : said.path("checks")) {
      if (!check.path("ok").asBoolean(true)) {
        assertFalse(check.path("vi").asText().isEmpty());
        assertFalse(check.path("en").asText().isEmpty());
        failing.add(check.path("name").asText());
      }
    }
    return failing;
  }

  private static void gauge(PrometheusRegistry registry, String name, int value) {
    GaugeWithCallback.builder()
        .name(name)
        .help("x")
        .callback(to -> to.call(value))
        .register(registry);
  }

  @Test
  void portZeroIsNoServer() throws IOException {
    try (HealthServer server = HealthServer.start(HOST, 0, observed())) {
      assertEquals("", server.address());
    }
  }

  private Observed observed() {
    return new Observed(
        health::get,
        () -> Readiness.of(Objects.requireNonNull(health.get()), 10, broker.get(), registry.get()),
        List.of(first, second));
  }

  private static Health health(String state, int tasks, @Nullable String failure) {
    return new Health(state, 2, 0, tasks, 0, 0, 0, Set.of(), 1, failure);
  }

  private static HttpResponse<String> ask(HealthServer server, String path) throws Exception {
    URI uri = URI.create(server.address().replace(" health=", "") + path);
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
  }

  /** On a free port, which another process may take before the server does. */
  private HealthServer start() throws IOException {
    BindException taken = new BindException();
    for (int i = 0; i < TRIES; i++) {
      int port;
      try (ServerSocket free = new ServerSocket(0)) {
        port = free.getLocalPort();
      }
      try {
        return HealthServer.start(HOST, port, observed());
      } catch (BindException e) {
        taken = e;
      }
    }
    throw taken;
  }
}
