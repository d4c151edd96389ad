package vn.tonghop.standalone.rollup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import vn.tonghop.domain.acceptance.Outcome;
import vn.tonghop.domain.oracle.Reports;
import vn.tonghop.domain.report.ProgressReport;
import vn.tonghop.domain.report.TaskLine;
import vn.tonghop.domain.report.TaskStatus;
import vn.tonghop.domain.table.UnitRow;
import vn.tonghop.schemas.topic.Topics;
import vn.tonghop.standalone.Await;
import vn.tonghop.standalone.HelperJvm;
import vn.tonghop.standalone.TestPort;
import vn.tonghop.standalone.Tonghop;
import vn.tonghop.standalone.broker.BrokerMain;
import vn.tonghop.standalone.table.CommittedTables;
import vn.tonghop.streams.config.RollUpSettings;
import vn.tonghop.streams.runtime.RollUpInstance;

/**
 * The roll-up as whoever is on call sees it: its metrics, its health, its logs, how it stops, and
 * how two instances stand in for each other. On one broker, a process that can be frozen; the test
 * that freezes it comes last.
 */
@Timeout(value = 600, unit = TimeUnit.SECONDS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class OperatedRollUpTest {

  private static final List<String> UNITS = List.of("01", "40", "48");
  private static final String WITHOUT_RECEIPTS = Topics.reports("75").name();
  private static final String PERSON = "Nguyễn Thị Bí Mật";
  private static final String TITLE = "Vụ việc không được ghi nhật ký";
  private static final String NOTE = "Ghi chú kín 0912345678";
  private static final String QUARTER = "2024-Q2";
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final Duration STOP = Duration.ofSeconds(2);

  /** What is told of a stop, beside the stop itself, on a machine with other things to do. */
  private static final Duration STOPPED = Duration.ofSeconds(30);

  @TempDir private static Path folder;
  private static HelperJvm broker;
  private static Ground ground;

  @BeforeAll
  static void start() throws Exception {
    broker = HelperJvm.start(BrokerMain.class, folder.resolve("broker").toString());
    ground = Ground.on(broker, folder, UNITS);
  }

  @AfterAll
  static void close() {
    ground.close();
  }

  @Test
  @Order(1)
  void itsMetricsAreThoseOfTheDocumentAndItsLogsNameNobody() throws Exception {
    ground.admin().createTopics(List.of(new NewTopic(WITHOUT_RECEIPTS, 1, (short) 1))).all().get();
    Path log = folder.resolve("log.json");
    try (HelperJvm rollUp = run("watched", log, Map.of());
        Sender sender = new Sender(ground);
        Receipts receipts = new Receipts(ground, UNITS)) {
      Await.until("ready", Ground.READY, () -> ask(rollUp, "/readyz").statusCode() == 200);
      receipts.outcome(sender.send(SomeReports.right("40", 1)));
      receipts.outcome(sender.send(SomeReports.right("40", 1)));
      assertEquals(Outcome.REJECTED, receipts.outcome(sender.send("48", sender.bytes(personal()))));
      byte[] junk = (PERSON + TITLE + NOTE).getBytes(StandardCharsets.UTF_8);
      assertEquals(Outcome.REJECTED, receipts.outcome(sender.send("01", junk)));

      Await.until("all metrics are told", Ground.SOON, () -> told(rollUp).containsAll(promised()));
      String page = ask(rollUp, "/metrics").body();
      assertEquals(promised(), MetricsDocument.told(page, "tonghop_"));
      Set<String> process = MetricsDocument.named("process");
      assertTrue(process.containsAll(types(page, "jvm_")), () -> "unknown: " + types(page, "jvm_"));
      assertTrue(process.containsAll(types(page, "process_")));
      assertCounts(page);
      assertTrue(ask(rollUp, "/livez").statusCode() == 200);
      rollUp.ask();
      assertEquals(0, rollUp.awaitEnd(STOPPED));
    }
    assertLinesOfJsonThatNameNobody(log);
  }

  @Test
  @Order(2)
  void twoInstancesStandInForEachOther() throws Exception {
    try (Sender sender = new Sender(ground);
        RollUpInstance stays = instance("b")) {
      send(sender, UNITS, 2);
      assertTables(Map.of("01", 2, "40", 2, "48", 2));
      RollUpInstance comes = instance("a");
      try (comes) {
        Await.until("the work is shared", Ground.READY, () -> shares(comes) && shares(stays));
        send(sender, UNITS, 3);
        assertTables(Map.of("01", 3, "40", 3, "48", 3));
      }
      assertTrue(comes.isClosedInTime());
      // What comes back to the first one must be as the other one left it.
      send(sender, List.of("40"), 4);
      assertTables(Map.of("01", 3, "40", 4, "48", 3));
      Ground.assertWell(stays);
    }
  }

  @Test
  @Order(3)
  void aStopThatCannotBeCleanIsBoundedAndSaysSo() throws Exception {
    Path log = folder.resolve("stop.log");
    try (HelperJvm rollUp =
        run("stopped", log, Map.of("stop.timeout.ms", Long.toString(STOP.toMillis())))) {
      Await.until("ready", Ground.READY, () -> ask(rollUp, "/readyz").statusCode() == 200);
      signal("STOP");
      try {
        Await.until("the broker is missed", Ground.READY, () -> failing(rollUp).contains("broker"));
        assertEquals(200, ask(rollUp, "/livez").statusCode(), "no reason to restart");
        assertEquals(
            "0.0", MetricsDocument.value(ask(rollUp, "/metrics").body(), "tonghop_broker_up"));
        rollUp.ask();
        assertEquals(1, rollUp.awaitEnd(STOPPED));
      } finally {
        signal("CONT");
      }
    }
    String said = Files.readString(log);
    assertTrue(said.contains("not ended cleanly"), said);
    assertTrue(said.contains("không kết thúc gọn được"), said);
  }

  private static void assertCounts(String page) {
    Map<String, String> expected =
        Map.of(
            "tonghop_decided_reports_total{outcome=\"ACCEPTED_WITH_WARNINGS\"}",
            "1.0",
            "tonghop_decided_reports_total{outcome=\"DUPLICATE\"}",
            "1.0",
            "tonghop_decided_reports_total{outcome=\"REJECTED\"}",
            "2.0",
            "tonghop_decided_reports_total{outcome=\"STALE\"}",
            "0.0",
            "tonghop_dead_letters_total{code=\"E01\"}",
            "1.0",
            "tonghop_dead_letters_total{code=\"E03\"}",
            "1.0",
            "tonghop_ready",
            "1.0",
            "tonghop_client_state",
            "2.0",
            "tonghop_tasks{kind=\"active\"}",
            "5.0",
            "tonghop_unanswerable_topics{topic=\"" + WITHOUT_RECEIPTS + "\"}",
            "1.0");
    Map<String, String> told = new TreeMap<>();
    expected.keySet().forEach(each -> told.put(each, MetricsDocument.value(page, each)));
    assertEquals(new TreeMap<>(expected), told);
    String bytes = MetricsDocument.value(page, "tonghop_state_bytes{store=\"accepted-reports\"}");
    assertTrue(Double.parseDouble(bytes) > 0, bytes);
  }

  private static void assertLinesOfJsonThatNameNobody(Path log) throws IOException {
    List<String> lines = Files.readAllLines(log);
    boolean ours = false;
    for (String line : lines) {
      JsonNode entry = new ObjectMapper().readTree(line);
      for (String field : List.of("time", "level", "logger", "thread", "message")) {
        assertTrue(entry.path(field).isTextual(), line);
      }
      ours |= entry.path("message").asText().contains(WITHOUT_RECEIPTS);
      for (String secret : List.of(PERSON, "Bí Mật", TITLE, NOTE, "0912345678")) {
        assertFalse(line.contains(secret), line);
      }
    }
    assertTrue(ours, "what is not read was logged: " + lines);
  }

  /** Rejected for its topic, and full of what is nobody's business. */
  private static ProgressReport personal() {
    String asOf = SomeReports.period("2024-Q1").lastDay().toString();
    TaskLine task =
        new TaskLine(
            "T1", TITLE, "POLITBURO", "CADRES", TaskStatus.IN_PROGRESS, null, null, 10, NOTE);
    ProgressReport report = Reports.report("40", SomeReports.PROGRAMME, "2024-Q1", 9, asOf, task);
    return new ProgressReport(
        report.unit(),
        report.programme(),
        report.period(),
        report.revision(),
        report.kind(),
        report.asOf(),
        report.test(),
        report.nil(),
        report.tasks(),
        report.indicators(),
        PERSON,
        null);
  }

  /** A revision of these units on each programme; they stand on different partitions. */
  private static void send(Sender sender, List<String> units, int revision) {
    for (String programme : SomeReports.PROGRAMMES) {
      units.forEach(unit -> sender.send(SomeReports.right(unit, programme, QUARTER, revision)));
    }
  }

  /** Each programme's table has these revisions by unit. */
  private static void assertTables(Map<String, Integer> expected) {
    ground.awaitSettled(UNITS, Ground.READY);
    CommittedTables tables = CommittedTables.read(ground.config());
    for (String programme : SomeReports.PROGRAMMES) {
      Map<String, Integer> revisions = new TreeMap<>();
      for (UnitRow row :
          tables.table(programme, SomeReports.period(QUARTER)).orElseThrow().byUnit()) {
        revisions.put(row.code(), row.report().revision());
      }
      assertEquals(new TreeMap<>(expected), revisions, programme);
    }
  }

  private static boolean shares(RollUpInstance instance) {
    return instance.readiness().isReady()
        && instance.health().tasks() > 0
        && instance.health().standbys() > 0;
  }

  private static RollUpInstance instance(String name) throws InterruptedException {
    Map<String, String> settings = new HashMap<>(ground.rollUpSettings(name));
    settings.put("num.standby.replicas", "1");
    RollUpInstance instance = RollUpInstance.start(RollUpSettings.of(settings));
    Await.until("ready: " + name, Ground.READY, () -> instance.health().isReady());
    return instance;
  }

  private static HelperJvm run(String name, Path log, Map<String, String> more) throws IOException {
    Properties properties = new Properties();
    properties.putAll(ground.rollUpSettings(name));
    properties.put("health.port", Integer.toString(TestPort.free()));
    properties.putAll(more);
    Path file = folder.resolve(name + ".properties");
    try (Writer out = Files.newBufferedWriter(file)) {
      properties.store(out, null);
    }
    return HelperJvm.logging(
        log,
        List.of(
            "-Dorg.slf4j.simpleLogger.log.vn.tonghop=debug",
            "-Dorg.slf4j.simpleLogger.log.org.apache.kafka=info"),
        Tonghop.class,
        "run",
        "--config",
        file.toString(),
        "--log-format",
        "json");
  }

  private static Set<String> promised() {
    try {
      return MetricsDocument.promised("roll-up");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Set<String> told(HelperJvm rollUp) {
    return MetricsDocument.told(ask(rollUp, "/metrics").body(), "tonghop_");
  }

  /** Without labels, of which the JVM has its own. */
  private static Set<String> types(String page, String prefix) {
    Set<String> types = new TreeSet<>();
    MetricsDocument.told(page, prefix)
        .forEach(each -> types.add(each.substring(0, each.indexOf(" ["))));
    return types;
  }

  private static List<String> failing(HelperJvm rollUp) {
    try {
      return new ObjectMapper()
          .readTree(ask(rollUp, "/readyz").body()).path("checks").findParents("name").stream()
              .filter(check -> !check.path("ok").asBoolean())
              .map(check -> check.path("name").asText())
              .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static HttpResponse<String> ask(HelperJvm rollUp, String path) {
    String url =
        rollUp.ready().stream()
            .filter(word -> word.startsWith("health="))
            .findFirst()
            .orElseThrow()
            .substring("health=".length());
    try {
      return HTTP.send(
          HttpRequest.newBuilder(URI.create(url + path)).build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static void signal(String name) throws Exception {
    Process kill =
        new ProcessBuilder("kill", "-" + name, Long.toString(broker.pid())).inheritIO().start();
    assertEquals(0, kill.waitFor());
  }
}
