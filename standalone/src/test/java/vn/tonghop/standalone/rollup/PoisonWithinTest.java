package vn.tonghop.standalone.rollup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.Writer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import vn.tonghop.domain.acceptance.SourceRecord;
import vn.tonghop.standalone.Await;
import vn.tonghop.standalone.HelperJvm;
import vn.tonghop.standalone.TestPort;
import vn.tonghop.standalone.Tonghop;
import vn.tonghop.streams.runtime.RollUpInstance;

/**
 * What the roll-up wrote for itself and cannot read any more is a bug or a damaged disk: it stops
 * and says where, rather than pass over a report.
 */
@Timeout(value = 600, unit = TimeUnit.SECONDS)
class PoisonWithinTest {

  private static final byte[] POISON = "no such format".getBytes(StandardCharsets.UTF_8);
  private static final Duration END = Duration.ofSeconds(60);

  @TempDir private static Path folder;
  private static Ground ground;
  private static Sender sender;

  @BeforeAll
  static void start() throws Exception {
    ground = Ground.in(folder, List.of("40"));
    sender = new Sender(ground);
    sender.send(SomeReports.right("40", 1));
  }

  @AfterAll
  static void close() {
    sender.close();
    ground.close();
  }

  @Test
  void aPoisonedInternalTopicStopsItAndIsNamed() throws Exception {
    String application = "poisoned-within";
    try (RollUpInstance rollUp = ground.rollUp(application, application)) {
      SourceRecord poison = poison(application + "-submissions-repartition", 0, "key");
      assertTrue(rollUp.awaitEnd(END));
      String failure = Objects.requireNonNull(rollUp.health().failure());
      String place = poison.topic() + "-0 offset " + poison.offset();
      assertTrue(failure.contains(place), failure);
      assertTrue(failure.contains("unknown format"), failure);
      assertFalse(rollUp.health().isReady());
    }
  }

  /** Where it is watched, it stays to tell that it has failed until it is asked to end. */
  @Test
  void theProcessEndsWithItsCauseAndSoDoesTheNextOne() throws Exception {
    String application = "poisoned-process";
    try (RollUpInstance rollUp = ground.rollUp(application, application)) {
      Ground.assertWell(rollUp);
    }
    SourceRecord poison = poison(application + "-submissions-repartition", 0, "key");
    String place = poison.topic() + "-0 offset " + poison.offset();
    for (int port : new int[] {TestPort.free(), 0}) {
      Path log = folder.resolve(application + "-" + port + ".log");
      try (HelperJvm process = run(application, port, log)) {
        if (port != 0) {
          Await.until("it tells that it has failed", END, () -> hasFailed(port));
          process.ask();
        }
        assertEquals(1, process.awaitEnd(END));
      }
      assertTrue(Files.readString(log).contains(place), "the log does not name " + place);
    }
  }

  @Test
  void poisonedStateStopsItAtTheNextReportOfThatKeyAndTheReportIsNamed() throws Exception {
    String application = "poisoned-state";
    String changelog = application + "-accepted-reports-changelog";
    ConsumerRecord<byte[], byte[]> state;
    try (RollUpInstance rollUp = ground.rollUp(application, application);
        Receipts receipts = new Receipts(ground, List.of("40"))) {
      SourceRecord sent = sender.send(SomeReports.right("40", 1));
      receipts.await(sent, Ground.SOON);
      Ground.assertWell(rollUp);
      state = RawTopic.read(ground, changelog).get(0);
    }
    sender.send(new ProducerRecord<>(changelog, state.partition(), state.key(), POISON));
    try (RollUpInstance restored = ground.rollUp(application, "restored")) {
      sender.send(SomeReports.right("40", 2));
      assertTrue(restored.awaitEnd(END));
      String failure = Objects.requireNonNull(restored.health().failure());
      assertTrue(failure.contains(application + "-submissions-repartition"), failure);
      assertTrue(failure.contains("offset="), failure);
      assertTrue(failure.contains("unknown format"), failure);
    }
  }

  private static SourceRecord poison(String topic, int partition, String key) {
    return sender.send(
        new ProducerRecord<>(topic, partition, key.getBytes(StandardCharsets.UTF_8), POISON));
  }

  private static boolean hasFailed(int port) {
    URI metrics = URI.create("http://127.0.0.1:" + port + "/metrics");
    try {
      String page =
          HttpClient.newHttpClient()
              .send(HttpRequest.newBuilder(metrics).build(), BodyHandlers.ofString())
              .body();
      return MetricsDocument.value(page, "tonghop_client_state").equals("6.0");
    } catch (IOException | InterruptedException e) {
      throw new AssertionError("it does not answer", e);
    }
  }

  private static HelperJvm run(String application, int port, Path log) throws Exception {
    Map<String, String> settings = new HashMap<>(ground.rollUpSettings(application));
    settings.put("application.id", application);
    settings.put("health.port", Integer.toString(port));
    // Without an end but the one that it is asked for.
    settings.put("health.stay.ms", "600000");
    Properties properties = new Properties();
    properties.putAll(settings);
    Path file = folder.resolve(application + ".properties");
    try (Writer out = Files.newBufferedWriter(file)) {
      properties.store(out, null);
    }
    return HelperJvm.start(
        List.of("-Dorg.slf4j.simpleLogger.logFile=" + log),
        Tonghop.class,
        "run",
        "--config",
        file.toString());
  }
}
