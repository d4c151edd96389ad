package vn.tonghop.standalone.alerts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import vn.tonghop.standalone.Await;
import vn.tonghop.standalone.OtherProgram;
import vn.tonghop.standalone.TestPort;

/** A real Prometheus, on a free port of this machine. */
public final class Prometheus implements AutoCloseable {

  private static final String HOST = "127.0.0.1";
  private static final int OK = 200;
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient http = HttpClient.newHttpClient();
  private final Process process;
  private final Path log;
  private final int port;

  private Prometheus(Process process, Path log, int port) {
    this.process = process;
    this.log = log;
    this.port = port;
  }

  public static boolean isInstalled() throws IOException, InterruptedException {
    return OtherProgram.runs("prometheus", "--version");
  }

  /** Returns when it answers. */
  public static Prometheus start(Path settings, Path folder) throws IOException {
    int port = TestPort.free();
    Path log = folder.resolve("prometheus.log");
    Process process =
        new ProcessBuilder(
                "prometheus",
                "--config.file=" + settings,
                "--storage.tsdb.path=" + folder.resolve("prometheus"),
                "--web.listen-address=" + HOST + ":" + port,
                "--log.level=warn")
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    Prometheus started = new Prometheus(process, log, port);
    try {
      Await.until("Prometheus is ready", PATIENCE, started::isReady);
    } catch (AssertionError e) {
      started.close();
      throw e;
    }
    return started;
  }

  /** {@code http://HOST:PORT}. */
  public String url() {
    return "http://" + HOST + ":" + port;
  }

  private boolean isReady() {
    assertTrue(process.isAlive(), () -> "Prometheus has ended: " + said());
    try {
      return get("/-/ready").statusCode() == OK;
    } catch (IOException notYet) {
      return false;
    }
  }

  /** The samples that a query gives now; fails if it is not accepted. */
  JsonNode query(String expression) {
    return data("/api/v1/query?query=" + URLEncoder.encode(expression, StandardCharsets.UTF_8))
        .path("result");
  }

  /** Names of the alerts that fire now. */
  Set<String> firing() {
    Set<String> firing = new TreeSet<>();
    for (JsonNode alert : alerts()) {
      if (alert.path("state").asText().equals("firing")) {
        firing.add(alert.path("labels").path("alertname").asText());
      }
    }
    return firing;
  }

  /** Those that fire or may soon, with their texts. */
  JsonNode alerts() {
    return data("/api/v1/alerts").path("alerts");
  }

  private JsonNode data(String path) {
    try {
      HttpResponse<String> answer = get(path);
      assertEquals(OK, answer.statusCode(), () -> path + " " + answer.body());
      return JSON.readTree(answer.body()).path("data");
    } catch (IOException e) {
      throw new AssertionError(path + " " + said(), e);
    }
  }

  private HttpResponse<String> get(String path) throws IOException {
    try {
      return http.send(
          HttpRequest.newBuilder(URI.create(url() + path)).timeout(PATIENCE).build(),
          BodyHandlers.ofString());
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private String said() {
    try {
      return Files.readString(log);
    } catch (IOException e) {
      return e.toString();
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
    try {
      process.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
