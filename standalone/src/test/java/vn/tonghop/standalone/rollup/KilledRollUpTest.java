package vn.tonghop.standalone.rollup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import vn.tonghop.domain.acceptance.Receipt;
import vn.tonghop.domain.acceptance.SourceRecord;
import vn.tonghop.domain.oracle.Arrival;
import vn.tonghop.domain.oracle.Pipeline;
import vn.tonghop.domain.period.Period;
import vn.tonghop.domain.period.PeriodLength;
import vn.tonghop.domain.report.ProgressReport;
import vn.tonghop.domain.table.MovedBy;
import vn.tonghop.domain.table.NationalTable;
import vn.tonghop.producer.ReportPublisher;
import vn.tonghop.schemas.mapping.ReportMapping;
import vn.tonghop.schemas.serde.RegistryAvroDeserializer;
import vn.tonghop.schemas.topic.Topics;
import vn.tonghop.standalone.Await;
import vn.tonghop.standalone.HelperJvm;
import vn.tonghop.standalone.TestPort;
import vn.tonghop.standalone.Tonghop;
import vn.tonghop.standalone.table.CommittedTables;

/** Whatever process is killed whenever, the tables end as if nothing had happened. */
@Timeout(value = 600, unit = TimeUnit.SECONDS)
class KilledRollUpTest {

  private static final long SEED = 20_240_315;
  private static final Duration RECOVERY = Duration.ofMinutes(3);
  private static final int MOST_STARTS = 20;
  private static final Duration BREATH = Duration.ofMillis(10);
  private static final List<String> UNITS = SomeReports.provinces();
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final Pattern RESTORING = Pattern.compile("\"restoring\":[1-9]");
  private static final MovedBy ANY =
      new MovedBy("any", "any", 1, new SourceRecord("any", 0, 0), Instant.EPOCH);

  /** So many reports are out at most beyond those after which it is killed. */
  private static final int AHEAD = 500;

  /** And so many fewer before it answers, so that others come while it works. */
  private static final int HELD_BACK = 200;

  private final Path folder;

  /** The sender waits before it has sent so many. */
  private final AtomicInteger allowed = new AtomicInteger();

  KilledRollUpTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void killedInMidLoadAndWhileItRestoresItLosesNothingAndCountsNothingTwice() throws Exception {
    List<ProgressReport> reports = SomeReports.random(SEED, 4_000);
    try (Ground ground = Ground.in(folder, UNITS, Topics::createTimeVariant);
        Receipts receipts = new Receipts(ground, UNITS)) {
      Thread sender = sendInBackground(ground, reports);
      killOnceAnswered(ground, receipts, 700, reports.size());
      int caught = 0;
      for (int starts = 0; caught < 2; starts++) {
        assertTrue(starts < MOST_STARTS, "it was never seen restoring");
        try (HelperJvm restoring = start(ground)) {
          caught += isSeenRestoring(restoring) ? 1 : 0;
          restoring.kill();
        }
      }
      killOnceAnswered(ground, receipts, 2_000, reports.size());
      finish(ground, sender, receipts, reports.size());
    }
  }

  /** Restoring lasts a moment only: on a busy machine it may be over between two looks. */
  private static boolean isSeenRestoring(HelperJvm rollUp) {
    AtomicBoolean seen = new AtomicBoolean();
    Await.until(
        "it restores or is through",
        RECOVERY,
        () -> {
          String health = health(rollUp);
          seen.set(RESTORING.matcher(health).find());
          return seen.get() || health.contains("\"ready\":true");
        });
    return seen.get();
  }

  private void finish(Ground ground, Thread sender, Receipts receipts, int sent) throws Exception {
    allowed.set(sent);
    HelperJvm last = start(ground);
    try (last) {
      sender.join();
      assertEndsAsIfNothingHadHappened(ground, receipts, sent);
    }
  }

  private void killOnceAnswered(Ground ground, Receipts receipts, int answered, int of)
      throws Exception {
    int before = receipts.read().size();
    allowed.set(answered - HELD_BACK);
    try (HelperJvm rollUp = start(ground)) {
      Await.until("it goes on", RECOVERY, () -> receipts.read().size() > before);
      allowed.set(answered + AHEAD);
      Await.until("half-way", RECOVERY, () -> receipts.read().size() >= answered);
      rollUp.kill();
    }
    assertTrue(receipts.read().size() < of, "it was through before it was killed");
  }

  /**
   * The senders do not know that nobody answers; they are held back only as far as there must be
   * something left to send when it is killed, however long its start takes.
   */
  private Thread sendInBackground(Ground ground, List<ProgressReport> reports) {
    Thread sender =
        new Thread(
            () -> {
              Random random = new Random(SEED);
              try (ReportPublisher publisher = ReportPublisher.open(ground.settings())) {
                for (int i = 0; i < reports.size(); i++) {
                  while (i >= allowed.get()) {
                    LockSupport.parkNanos(BREATH.toNanos());
                  }
                  var unused =
                      publisher.publish(reports.get(i), SomeReports.time(reports.get(i), random));
                  if (i % 10 == 0) {
                    LockSupport.parkNanos(BREATH.toNanos());
                  }
                }
              }
            },
            "sender");
    sender.start();
    return sender;
  }

  /** One instance as deployments run it, under the name that it always has. */
  private HelperJvm start(Ground ground) throws IOException {
    Properties properties = new Properties();
    properties.putAll(ground.rollUpSettings("roll-up"));
    properties.put("health.port", Integer.toString(TestPort.free()));
    Path file = folder.resolve("roll-up.properties");
    try (Writer out = Files.newBufferedWriter(file)) {
      properties.store(out, null);
    }
    return HelperJvm.start(Tonghop.class, "run", "--config", file.toString());
  }

  private static String health(HelperJvm rollUp) {
    String url =
        rollUp.ready().stream()
            .filter(word -> word.startsWith("health="))
            .findFirst()
            .orElseThrow();
    try {
      return HTTP.send(
              HttpRequest.newBuilder(URI.create(url.substring("health=".length()) + "/readyz"))
                  .build(),
              BodyHandlers.ofString())
          .body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static void assertEndsAsIfNothingHadHappened(Ground ground, Receipts receipts, int sent) {
    Await.until("every record is answered", RECOVERY, () -> receipts.read().size() >= sent);
    ground.awaitSettled(UNITS, RECOVERY);
    Pipeline expected =
        new Pipeline(Ground.REGIME, SomeReports.REFERENCE).arriveAll(arrived(ground));
    assertEquals(byRecord(expected.receipts()), byRecord(receipts.read()), "seed " + SEED);
    assertAcceptedOnce(receipts.read());
    assertEquals(tables(expected), tables(ground), "seed " + SEED);
  }

  /** What stands on the report topics, read back from there. */
  private static List<Arrival> arrived(Ground ground) {
    Map<String, Object> config = ground.config();
    config.put("specific.avro.reader", "true");
    List<Arrival> arrivals = new ArrayList<>();
    try (RegistryAvroDeserializer values = new RegistryAvroDeserializer()) {
      values.configure(config, false);
      List<String> topics = UNITS.stream().map(unit -> Topics.reports(unit).name()).toList();
      for (ConsumerRecord<byte[], byte[]> record : RawTopic.read(ground, topics)) {
        vn.tonghop.ProgressReport report =
            (vn.tonghop.ProgressReport) values.deserialize(record.topic(), record.value());
        arrivals.add(
            new Arrival(
                ((ReportMapping.Result.Fits) ReportMapping.fromAvro(report)).report(),
                Topics.unitOf(record.topic()).orElseThrow(),
                Instant.ofEpochMilli(record.timestamp()),
                new SourceRecord(record.topic(), record.partition(), record.offset())));
      }
    }
    return arrivals;
  }

  /** Each record's receipt but for when it was decided; fails where there are two. */
  private static Map<String, Receipt> byRecord(List<Receipt> receipts) {
    Map<String, Receipt> byRecord = new TreeMap<>();
    for (Receipt each : receipts) {
      Receipt timeless =
          new Receipt(
              each.unit(),
              each.programme(),
              each.period(),
              each.revision(),
              each.outcome(),
              each.errors(),
              each.warnings(),
              each.onTime(),
              each.countsNow(),
              each.source(),
              each.digest(),
              each.referenceVersion(),
              Instant.EPOCH);
      Receipt twice = byRecord.put(String.valueOf(each.source()), timeless);
      assertNull(twice, "answered twice");
    }
    return byRecord;
  }

  private static void assertAcceptedOnce(List<Receipt> receipts) {
    Set<List<Object>> accepted = new HashSet<>();
    for (Receipt each : receipts) {
      if (each.outcome().isAccepted()) {
        List<Object> revision =
            List.of(each.unit(), each.programme(), each.period(), each.revision());
        assertTrue(accepted.add(revision), "accepted twice: " + revision);
      }
    }
    assertTrue(accepted.size() > UNITS.size(), "hardly anything was accepted");
  }

  private static Map<String, NationalTable> tables(Pipeline expected) {
    Map<String, NationalTable> tables = new TreeMap<>();
    targets()
        .forEach(
            (key, target) -> put(tables, key, Optional.ofNullable(expected.tables().get(key))));
    assertTrue(tables.size() > 10, "hardly any table moved");
    return tables;
  }

  private static Map<String, NationalTable> tables(Ground ground) {
    CommittedTables committed = CommittedTables.read(ground.config());
    Map<String, NationalTable> tables = new TreeMap<>();
    targets()
        .forEach(
            (key, target) ->
                put(tables, key, committed.table(key.substring(0, key.indexOf('|')), target)));
    return tables;
  }

  /** Which record moved a table last depends on how the units' records meet. */
  private static void put(
      Map<String, NationalTable> tables, String key, Optional<NationalTable> table) {
    table.ifPresent(
        t ->
            tables.put(
                key,
                new NationalTable(
                    t.programme(),
                    t.target(),
                    t.total(),
                    t.byAssignedBy(),
                    t.byField(),
                    t.byUnit(),
                    t.indicators(),
                    t.succeeded(),
                    ANY)));
  }

  private static Map<String, Period> targets() {
    Map<String, Period> targets = new HashMap<>();
    for (String programme : SomeReports.PROGRAMMES) {
      for (PeriodLength length : PeriodLength.values()) {
        for (Period period : Period.ofYear(Ground.REGIME, 2024, length)) {
          if (period.isTarget()) {
            targets.put(programme + "|" + period.label(), period);
          }
        }
      }
    }
    return targets;
  }
}
