package vn.tonghop.standalone.rollup;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import vn.tonghop.domain.period.Regime;
import vn.tonghop.domain.reference.ReferenceData;
import vn.tonghop.domain.reference.ReferenceKind;
import vn.tonghop.domain.reference.ReferenceRows;
import vn.tonghop.monitor.Monitor;
import vn.tonghop.monitor.MonitorServer;
import vn.tonghop.monitor.MonitorSettings;
import vn.tonghop.monitor.lag.Lag;
import vn.tonghop.monitor.lag.LagWatch;
import vn.tonghop.monitor.lag.Limits;
import vn.tonghop.monitor.lag.Seen;
import vn.tonghop.monitor.lag.Stage;
import vn.tonghop.monitor.lag.Target;
import vn.tonghop.monitor.lag.Verdict;
import vn.tonghop.schemas.topic.Topics;
import vn.tonghop.standalone.Await;
import vn.tonghop.standalone.Invocation;
import vn.tonghop.streams.runtime.RollUpInstance;
import vn.tonghop.streams.topology.InternalTopics;

/** What is said of a real roll-up and of real senders, from outside. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Timeout(value = 600, unit = TimeUnit.SECONDS)
class LagAndMonitorTest {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int BACKLOG = 2_000;
  private static final String PACED = "reader-paced";

  /** Ten seconds for the half of the backlog, so that a pause of some is within the tolerance. */
  private static final int PACE = 100;

  private static final int BUSY = 503;

  /** How far a time to catch up may be off. */
  private static final double TOLERANCE = 0.3;

  /** Short enough for a test; the daemon's own are tried with a simulated clock. */
  private static final Limits LIMITS =
      new Limits(Duration.ofMillis(300), Duration.ofSeconds(60), Duration.ofSeconds(60));

  @TempDir private static Path folder;
  private static Ground ground;
  private static Sender sender;
  private static RollUpInstance rollUp;

  @BeforeAll
  static void start() throws Exception {
    ground = Ground.in(folder, List.of("01", "40", "75"));
    sender = new Sender(ground);
    rollUp = ground.rollUp();
  }

  @AfterAll
  static void close() {
    sender.close();
    rollUp.close();
    ground.close();
  }

  @Test
  @Order(1)
  void stoppedWhileReportsComeInThenStartedAgainItIsStoppedThenLaggingThenOk() throws Exception {
    sender.send(SomeReports.right("75", 1));
    ground.awaitSettled(List.of("75"), PATIENCE);
    rollUp.close();
    try (LagWatch watch = watch(LIMITS)) {
      Await.until("nobody is in the group", PATIENCE, () -> members(look(watch)) == 0);
      Instant before = Instant.now();
      sender.send(SomeReports.right("40", 1));
      Instant after = Instant.now();
      sendBacklog();
      LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(1));
      Seen seen = look(watch);
      Lag lag = intake(seen, "40").lag();
      assertEquals(Verdict.STOPPED, lag.verdict());
      assertEquals(BACKLOG + 1, lag.records());
      Duration age = requireNonNull(lag.age());
      // The broker tells milliseconds.
      assertTrue(age.compareTo(Duration.between(after, seen.at()).minusMillis(2)) >= 0, "" + age);
      assertTrue(age.compareTo(Duration.between(before, seen.at()).plusMillis(2)) <= 0, "" + age);
      assertEquals(Verdict.OK, intake(seen, "75").lag().verdict(), "nothing waits there");
      assertEquals(1, lag("--format", "json").exit());
      List<String> lines = lag().lines();
      assertTrue(lines.get(4).matches("STOPPED +intake +40 +2001 .*"), String.join("\n", lines));

      CompletableFuture<RollUpInstance> again = CompletableFuture.supplyAsync(this::startAgain);
      List<Verdict> verdicts = new ArrayList<>();
      Await.until(
          "it has caught up",
          PATIENCE,
          () -> {
            verdicts.add(intake(look(watch), "40").lag().verdict());
            return verdicts.get(verdicts.size() - 1) == Verdict.OK;
          });
      rollUp = again.get();
      // STOPPED was told above; how many looks still find nobody in the group, and how many come
      // before it has caught up, is a matter of luck.
      assertTrue(
          List.of(Verdict.LAGGING, Verdict.OK)
              .containsAll(verdicts.stream().dropWhile(Verdict.STOPPED::equals).toList()),
          verdicts.toString());
      ground.awaitSettled(List.of("40"), PATIENCE);
      assertEquals(0, lag("--format", "json").exit());
      for (Seen.At each : look(watch).places()) {
        assertEquals(Verdict.OK, each.lag().verdict(), each.toString());
        assertEquals(Duration.ZERO, each.lag().age());
      }
      assertTrue(
          look(watch).places().stream().anyMatch(each -> each.place().stage() == Stage.TABLES));
    }
  }

  @Test
  @Order(2)
  void theTimeToCatchUpOfASteadyReaderComesTrue() throws Exception {
    Limits limits =
        new Limits(Duration.ofMillis(300), Duration.ofSeconds(4), Duration.ofSeconds(4));
    try (PacedReader reader = PacedReader.start(ground, PACED, Topics.reportsOf("40"), PACE);
        LagWatch watch = watch(limits)) {
      Await.until("it reads", PATIENCE, reader::isReading);
      Await.until("it is seen", PATIENCE, () -> reader(look(watch)).isPresent());
      List<Double> off = new ArrayList<>();
      Await.until(
          "it has caught up",
          PATIENCE,
          () -> {
            Seen seen = look(watch);
            Lag told = reader(seen).orElseThrow();
            if (told.records() < BACKLOG / 2 && told.records() > BACKLOG / 10) {
              off.add(howFarOff(told, Duration.between(seen.at(), reader.endsAt())));
            }
            return told.records() == 0;
          });
      // Half of the looks: one may be taken while the machine stands still, and all around it.
      assertFalse(off.isEmpty(), "no look in time");
      off.sort(null);
      System.out.println(off.size() + " looks, off by " + off.get(off.size() / 2));
      assertTrue(off.get(off.size() / 2) <= TOLERANCE, off.toString());
      assertEquals(Verdict.OK, reader(look(watch)).orElseThrow().verdict());
    }
  }

  /** As a part of what is right: of the pace or of the time to catch up, whichever is the worse. */
  private static double howFarOff(Lag told, Duration left) {
    Duration toCatchUp = told.toCatchUp();
    Double velocity = told.velocity();
    if (told.verdict() != Verdict.LAGGING
        || toCatchUp == null
        || velocity == null
        || left.toMillis() <= 0) {
      return 1;
    }
    double time = Math.abs(toCatchUp.toMillis() - left.toMillis()) / (double) left.toMillis();
    return Math.max(time, Math.abs(velocity + PACE) / PACE);
  }

  @Test
  @Order(3)
  void aSendersOpenTransactionShowsAsSuchAndItsMarkIsNoLag() throws Exception {
    Map<String, Object> transactional =
        Map.of("transactional.id", "a-province", "transaction.timeout.ms", 600_000);
    TopicPartition topic = new TopicPartition(Topics.reportsOf("75"), 0);
    try (Sender open = new Sender(ground, transactional);
        LagWatch watch = watch(LIMITS)) {
      byte[] inside = open.bytes(SomeReports.right("75", 2));
      open.producer().initTransactions();
      open.producer().beginTransaction();
      Future<RecordMetadata> sent =
          open.producer().send(new ProducerRecord<>(topic.topic(), inside));
      open.producer().flush();
      Instant after = Instant.now();
      Await.until(
          "it is told who holds the topic back",
          PATIENCE,
          () -> look(watch).producers().containsKey(topic));
      Seen seen = look(watch);
      Seen.At at = intake(seen, "75");
      assertEquals(Verdict.OK, at.lag().verdict());
      assertEquals(0, at.lag().records());
      assertEquals(at.look().committed(), at.look().stable());
      Duration held = requireNonNull(at.lag().open());
      assertTrue(held.compareTo(Duration.between(after, seen.at()).minusMillis(2)) >= 0, "" + held);
      assertNull(intake(seen, "01").lag().open());
      open.producer().commitTransaction();
      ground.awaitSettled(List.of("75"), PATIENCE);
      assertNull(intake(look(watch), "75").lag().open());

      // A reader that has the record and not the mark behind it has all that it can read.
      long behind = Sender.place(sent).offset() + 1;
      ground
          .admin()
          .alterConsumerGroupOffsets("reader-marks", Map.of(topic, new OffsetAndMetadata(behind)))
          .all()
          .get();
      Seen.At marks = reader(look(watch), "reader-marks");
      assertEquals(behind + 1, marks.look().stable());
      assertEquals(0, marks.lag().records());
      assertEquals(Verdict.OK, marks.lag().verdict());
    }
  }

  @Test
  @Order(4)
  void theMonitorTellsWhatIsThereAndForgetsItWhenTheBrokerGoes() throws Exception {
    MonitorSettings settings =
        MonitorSettings.of(
            Map.of(
                "bootstrap.servers",
                ground.settings().bootstrap(),
                "schema.registry.url",
                ground.settings().registry(),
                "monitor.interval.ms",
                "200",
                "default.api.timeout.ms",
                "10000",
                "request.timeout.ms",
                "5000"),
            Ground.APPLICATION,
            InternalTopics.sources(Ground.APPLICATION),
            Ground.REGIME);
    // Named like a unit's reports, and without receipts: the one metric that a sound system has
    // not.
    ground
        .admin()
        .createTopics(List.of(new NewTopic(Topics.reportsOf("48"), 1, (short) 1)))
        .all()
        .get();
    Set<String> promised = MetricsDocument.promised("monitor");
    Instant before = Instant.now();
    try (Monitor monitor =
            Monitor.start(settings, () -> Optional.of(reference()), InstantSource.system());
        MonitorServer server = MonitorServer.start("127.0.0.1", 0, monitor)) {
      Await.until("it has looked", PATIENCE, monitor::isReady);
      Await.until("it says so", PATIENCE, () -> get(server, "/readyz").statusCode() == 200);
      assertEquals(200, get(server, "/livez").statusCode());
      for (int i = 0; i < 3; i++) {
        sender.send("75", "rubbish".getBytes(StandardCharsets.UTF_8));
      }
      awaitMetric(server, "tonghop_rejected_reports_total{code=\"E01\",unit=\"75\"} 3.0");
      awaitMetric(server, "tonghop_rejected_in_a_row{unit=\"75\"} 3.0");
      // A receipt of another kind ends the row, and the table moves, again and again.
      int[] revision = {3};
      Await.until(
          "a table has come",
          PATIENCE,
          () -> {
            sender.send(SomeReports.right("75", revision[0]++));
            return value(metrics(server), "tonghop_append_to_table_seconds_count") >= 1;
          });
      awaitMetric(server, "tonghop_rejected_in_a_row{unit=\"75\"} 0.0");
      ground.awaitSettled(List.of("75"), PATIENCE);
      awaitMetric(server, verdictOf("75") + " 0.0");
      AtomicReference<String> page = new AtomicReference<>("");
      Await.until(
          "all that is promised is told",
          PATIENCE,
          () -> {
            page.set(metrics(server));
            return MetricsDocument.told(page.get(), "tonghop_").containsAll(promised);
          });
      String all = page.get();
      assertEquals(promised, MetricsDocument.told(all, "tonghop_"));
      double mean =
          value(all, "tonghop_append_to_table_seconds_sum")
              / value(all, "tonghop_append_to_table_seconds_count");
      double most = Duration.between(before, Instant.now()).toMillis() / 1000.0;
      assertTrue(mean > 0 && mean < most, "seconds: " + mean);
      double last = value(all, "tonghop_last_report_timestamp_seconds{unit=\"75\"}");
      assertTrue(last * 1000 >= before.toEpochMilli() - 1, all);
      assertFalse(all.contains("tonghop_last_report_timestamp_seconds{unit=\"01\"}"), all);
      for (String line :
          List.of(
              verdictOf("40") + " 0.0",
              "tonghop_group_members{group=\"tonghop-roll-up\"}",
              "tonghop_lag_seconds{group=\"tonghop-roll-up\",partition=\"3\",stage=\"tables\"",
              "tonghop_open_transaction_seconds{partition=\"0\",topic=\"tonghop.reports.75\"",
              "tonghop_brokers 1.0",
              "tonghop_broker_disk_size_bytes{broker=\"",
              "tonghop_broker_disk_usable_bytes{broker=\"",
              "tonghop_under_replicated_partitions 0.0",
              "tonghop_offline_partitions 0.0",
              "tonghop_broker_up 1.0",
              "tonghop_registry_up 1.0",
              "tonghop_monitor_last_success_timestamp_seconds ")) {
        assertTrue(all.contains("\n" + line), line + " in\n" + all);
      }

      assertTrue(
          all.matches("(?s).*\ntonghop_missing_units\\{period=\"[^\"]+\",programme=\"NOW\"} 3.*"),
          all);
      assertTrue(all.contains("\ntonghop_deadline_timestamp_seconds{"), all);

      ground.stopBroker();
      try {
        AtomicReference<String> told = new AtomicReference<>("");
        Await.until(
            "it says that the broker is gone, and that the registry is not",
            PATIENCE,
            () -> {
              told.set(metrics(server));
              return told.get().contains("tonghop_broker_up 0.0")
                  && told.get().contains("tonghop_registry_up 1.0")
                  // A page may be of two looks: families are asked for one after the other.
                  && !told.get().contains("tonghop_lag_")
                  && !told.get().contains("tonghop_group_members{");
            });
        assertEquals(BUSY, get(server, "/readyz").statusCode());
        assertEquals(200, get(server, "/livez").statusCode());
      } finally {
        ground.startBrokerAgain();
      }
      Await.until("it looks again", PATIENCE, monitor::isReady);
    }
  }

  /** With a programme that runs whenever this is run. */
  private static ReferenceData reference() {
    int year = Instant.now().atOffset(Regime.ZONE).getYear();
    Map<ReferenceKind, List<Map<String, String>>> rows = new EnumMap<>(ReferenceKind.class);
    for (ReferenceKind kind : ReferenceKind.values()) {
      rows.put(kind, new ArrayList<>(ReferenceRows.bundled().of(kind)));
    }
    requireNonNull(rows.get(ReferenceKind.PROGRAMME))
        .add(
            Map.of(
                "code",
                "NOW",
                "first_year",
                Integer.toString(year),
                "last_year",
                Integer.toString(year + 1),
                "title_vi",
                "Nay",
                "title_en",
                "Now",
                "expected",
                "PROVINCES"));
    return ReferenceData.of(new ReferenceRows(rows));
  }

  private RollUpInstance startAgain() {
    try {
      return ground.rollUp();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static LagWatch watch(Limits limits) {
    return new LagWatch(
        ground.admin(),
        ground.config(),
        new Target(Ground.APPLICATION, InternalTopics.sources(Ground.APPLICATION), Set.of()),
        limits,
        InstantSource.system());
  }

  private static Seen look(LagWatch watch) {
    try {
      return watch.look();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static void sendBacklog() {
    byte[] report = sender.bytes(SomeReports.right("40", 2));
    for (int i = 0; i < BACKLOG; i++) {
      var unused = sender.producer().send(new ProducerRecord<>(Topics.reportsOf("40"), report));
    }
    sender.producer().flush();
  }

  private static int members(Seen seen) {
    return requireNonNull(seen.members().get(Ground.APPLICATION));
  }

  private static Seen.At intake(Seen seen, String unit) {
    return seen.places().stream()
        .filter(each -> each.place().stage() == Stage.INTAKE && each.place().unit().equals(unit))
        .findFirst()
        .orElseThrow();
  }

  private static Optional<Lag> reader(Seen seen) {
    return seen.places().stream()
        .filter(each -> each.place().group().equals(PACED))
        .map(Seen.At::lag)
        .findFirst();
  }

  private static Seen.At reader(Seen seen, String group) {
    return seen.places().stream()
        .filter(each -> each.place().group().equals(group))
        .findFirst()
        .orElseThrow();
  }

  private static Invocation lag(String... more) {
    List<String> command =
        new ArrayList<>(
            List.of("lag", "--lang", "en", "--bootstrap", ground.settings().bootstrap()));
    command.addAll(List.of(more));
    return Invocation.of(command.toArray(String[]::new));
  }

  private static String verdictOf(String unit) {
    return "tonghop_lag_verdict{group=\"tonghop-roll-up\",partition=\"0\",stage=\"intake\","
        + "topic=\"tonghop.reports.%s\",unit=\"%s\"}".formatted(unit, unit);
  }

  private static void awaitMetric(MonitorServer server, String line) {
    Await.until(line, PATIENCE, () -> metrics(server).contains("\n" + line + "\n"));
  }

  private static String metrics(MonitorServer server) {
    HttpResponse<String> answer = get(server, "/metrics");
    assertEquals(200, answer.statusCode());
    return answer.body();
  }

  private static double value(String metrics, String name) {
    String line =
        metrics.lines().filter(each -> each.startsWith(name + " ")).findFirst().orElse(null);
    assertNotNull(line, name + " in\n" + metrics);
    return Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1));
  }

  private static HttpResponse<String> get(MonitorServer server, String path) {
    try {
      return HttpClient.newHttpClient()
          .send(
              HttpRequest.newBuilder(URI.create(server.url() + path)).build(),
              HttpResponse.BodyHandlers.ofString());
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
