package vn.tonghop.standalone.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import vn.tonghop.console.Console;
import vn.tonghop.console.ConsoleSettings;
import vn.tonghop.console.ShownTable;
import vn.tonghop.domain.acceptance.SourceRecord;
import vn.tonghop.domain.oracle.Reports;
import vn.tonghop.domain.period.Regime;
import vn.tonghop.domain.reference.ReferenceData;
import vn.tonghop.domain.reference.ReferenceRows;
import vn.tonghop.domain.reference.ReportingUnit;
import vn.tonghop.domain.report.ProgressReport;
import vn.tonghop.domain.report.TaskLine;
import vn.tonghop.domain.standing.Measures;
import vn.tonghop.domain.table.NationalTable;
import vn.tonghop.producer.ReportPublisher;
import vn.tonghop.schemas.mapping.TableMapping;
import vn.tonghop.schemas.serde.RegistryAvroDeserializer;
import vn.tonghop.schemas.topic.TopicEnd;
import vn.tonghop.schemas.topic.Topics;
import vn.tonghop.standalone.Await;
import vn.tonghop.standalone.system.TemporarySystem;

/**
 * The page in front of the whole roll-up, while all provinces report at once: each page that
 * anybody reads is one committed record, and everybody who waits for changes learns of the last.
 * With {@code -Dtonghop.console.rate=1000 -Dtonghop.console.seconds=60
 * -Dtonghop.console.viewers=200} as the country would never report.
 */
@Timeout(900)
class PagesWhileReportsComeTest {

  private static final int RATE = Integer.getInteger("tonghop.console.rate", 500);
  private static final int SECONDS = Integer.getInteger("tonghop.console.seconds", 3);
  private static final int VIEWERS = Integer.getInteger("tonghop.console.viewers", 40);
  private static final int READERS = 2;
  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final Duration PAUSE = Duration.ofMillis(100);
  private static final String KEY = "CTCT-2024|2024-S1";
  private static final String PAGE = "/vi/tables/CTCT-2024/2024-S1";
  private static final String AS_OF = "2024-06-14";
  private static final String DATA = "data: ";

  /** One look at the page. */
  private record Look(ShownTable shown, long millis) {}

  @Test
  void everyPageIsOneCommittedRecordWhileAllProvincesReport() throws Exception {
    List<String> units = units();
    try (TemporarySystem temporary =
            TemporarySystem.start(
                "load", Regime.DECREE_09_2019, ReferenceRows.bundled(), new TreeSet<>(units));
        Console console =
            Console.start(
                ConsoleSettings.beside(temporary.system().consoleSettings(), 0, false),
                InstantSource.system())) {
      Await.until(
          "the roll-up works", PATIENCE, () -> temporary.system().rollUp().readiness().isReady());
      Await.until("the page is ready", PATIENCE, () -> console.view().isCaughtUp());
      List<Viewer> viewers = new ArrayList<>();
      for (int i = 0; i < VIEWERS; i++) {
        viewers.add(new Viewer(console.url()));
      }
      Await.until(
          "all viewers are there", PATIENCE, () -> viewers.stream().allMatch(Viewer::hasBegun));
      List<Look> looks = new ArrayList<>();
      double seconds = readWhileReporting(console, temporary, units, looks);
      Map<String, Measures> committed = committed(temporary.system().config());
      String last = looks.get(looks.size() - 1).shown().version();
      for (Look look : looks) {
        ShownTable shown = look.shown();
        assertTrue(committed.containsKey(shown.version()), shown.version() + " was not committed");
        PagesUnderLoad.assertAddsUp(shown, committed.getOrDefault(shown.version(), Measures.ZERO));
      }
      Await.until(
          "every viewer knows the last table",
          PATIENCE,
          () -> viewers.stream().allMatch(viewer -> viewer.last.equals(last)));
      tell(seconds, looks, committed);
      assertNull(console.view().failure());
    }
  }

  private static double readWhileReporting(
      Console console, TemporarySystem temporary, List<String> units, List<Look> looks)
      throws Exception {
    URI page = URI.create(console.url() + PAGE);
    AtomicBoolean settled = new AtomicBoolean();
    ExecutorService threads = Executors.newFixedThreadPool(READERS);
    try {
      List<Future<List<Look>>> readers = new ArrayList<>();
      for (int i = 0; i < READERS; i++) {
        readers.add(threads.submit(reading(page, settled)));
      }
      long begun = System.nanoTime();
      Map<String, ProgressReport> newest = report(temporary, units);
      double seconds = (System.nanoTime() - begun) / 1e9;
      String volume = volume(newest);
      HttpClient client = HttpClient.newHttpClient();
      Await.until(
          "the page shows what was reported last",
          PATIENCE,
          () -> {
            LockSupport.parkNanos(PAUSE.toNanos());
            ShownTable shown = look(client, page).shown();
            return shown.rows("unit").size() == units.size()
                && volume.equals(shown.rows("total").get(0).raw().get("rateVolume"));
          });
      settled.set(true);
      for (Future<List<Look>> reader : readers) {
        looks.addAll(reader.get());
      }
      looks.add(look(client, page));
      return seconds;
    } finally {
      threads.shutdownNow();
    }
  }

  /** Sends so many reports a second, of one unit after the other; what each has said last. */
  private static Map<String, ProgressReport> report(TemporarySystem temporary, List<String> units) {
    Random random = new Random(7);
    Map<String, ProgressReport> newest = new HashMap<>();
    List<CompletableFuture<SourceRecord>> sent = new ArrayList<>();
    try (ReportPublisher publisher = ReportPublisher.open(temporary.system().settings())) {
      long begun = System.nanoTime();
      for (int i = 0; i < RATE * SECONDS; i++) {
        String unit = units.get(i % units.size());
        ProgressReport report = report(unit, 1 + i / units.size(), random);
        newest.put(unit, report);
        LockSupport.parkNanos(begun + i * 1_000_000_000L / RATE - System.nanoTime());
        sent.add(publisher.publish(report, Instant.parse("2024-06-15T00:00:00Z")));
      }
      sent.forEach(CompletableFuture::join);
    }
    return newest;
  }

  /** What the rate by volume is made of: no two states of the country are likely to share it. */
  private static String volume(Map<String, ProgressReport> newest) {
    long percent = 0;
    long tasks = 0;
    for (ProgressReport report : newest.values()) {
      percent += report.tasks().stream().mapToLong(TaskLine::percent).sum();
      tasks += report.tasks().size();
    }
    return percent + "/" + 100 * tasks;
  }

  private static ProgressReport report(String unit, int revision, Random random) {
    var tasks =
        Stream.iterate(0, i -> i + 1)
            .limit(1 + random.nextInt(12))
            .map(
                i ->
                    random.nextBoolean()
                        ? Reports.open("T" + i, AS_OF, random.nextInt(100))
                        : Reports.done("T" + i, null, AS_OF))
            .toList();
    return Reports.withTasks(Reports.report(unit, "CTCT-2024", "2024-Q2", revision, AS_OF), tasks);
  }

  private static Callable<List<Look>> reading(URI page, AtomicBoolean settled) {
    return () -> {
      HttpClient client = HttpClient.newHttpClient();
      List<Look> looks = new ArrayList<>();
      while (!settled.get()) {
        looks.add(look(client, page));
        LockSupport.parkNanos(PAUSE.toNanos());
      }
      return looks;
    };
  }

  private static Look look(HttpClient client, URI page) {
    try {
      long begun = System.nanoTime();
      HttpResponse<String> answer =
          client.send(HttpRequest.newBuilder(page).build(), HttpResponse.BodyHandlers.ofString());
      long millis = (System.nanoTime() - begun) / 1_000_000;
      assertEquals(200, answer.statusCode(), answer.body());
      return new Look(ShownTable.of(answer.body()), millis);
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** The total of each record that the table has been, by the version that its page shows. */
  private static Map<String, Measures> committed(Map<String, Object> config) {
    Map<String, Object> reading = new HashMap<>(config);
    reading.put("isolation.level", "read_committed");
    reading.put("specific.avro.reader", "true");
    RegistryAvroDeserializer values = new RegistryAvroDeserializer();
    values.configure(reading, false);
    Map<String, Measures> committed = new HashMap<>(Map.of("none", Measures.ZERO));
    try (KafkaConsumer<String, Object> consumer =
        new KafkaConsumer<>(reading, new StringDeserializer(), values)) {
      TopicEnd.readAll(
          consumer,
          TopicEnd.partitions(consumer, Topics.TABLES.name()),
          record -> {
            if (record.key().equals(KEY)
                && record.value() instanceof vn.tonghop.NationalTable table) {
              NationalTable read = TableMapping.fromAvro(table);
              committed.put(record.partition() + "-" + record.offset(), read.total());
            }
          });
    }
    return committed;
  }

  private static void tell(double seconds, List<Look> looks, Map<String, Measures> committed) {
    List<Long> millis = looks.stream().map(Look::millis).sorted().toList();
    Set<String> versions = new TreeSet<>();
    looks.forEach(look -> versions.add(look.shown().version()));
    System.err.printf(
        "%d reports at %.0f a second, %d tables committed; %d pages of %d tables, half within %d ms,"
            + " 95 %% within %d ms; %d viewers%n",
        RATE * SECONDS,
        RATE * SECONDS / seconds,
        committed.size() - 1,
        looks.size(),
        versions.size(),
        millis.get(millis.size() / 2),
        millis.get(millis.size() * 95 / 100),
        VIEWERS);
    // "None" is one of them; how many commits there are is the roll-up's affair.
    assertTrue(versions.size() > 1, versions + " alone was seen");
  }

  private static List<String> units() {
    ReferenceData reference = ReferenceData.bundled();
    return reference.unitsOn(LocalDate.parse(AS_OF)).stream()
        .filter(unit -> unit.kind().isProvincial())
        .map(ReportingUnit::code)
        .toList();
  }

  /** Somebody whose page waits for changes. */
  private static final class Viewer {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private volatile String last = "";

    Viewer(String site) {
      var unused =
          CLIENT
              .sendAsync(
                  HttpRequest.newBuilder(URI.create(site + "/live/CTCT-2024/2024-S1"))
                      .header("Accept", "text/event-stream")
                      .build(),
                  HttpResponse.BodyHandlers.ofLines())
              .thenAcceptAsync(answer -> listen(answer.body()), Viewer::alone);
    }

    private static void alone(Runnable task) {
      Thread thread = new Thread(task, "viewer");
      thread.setDaemon(true);
      thread.start();
    }

    private void listen(Stream<String> lines) {
      try (lines) {
        lines
            .filter(line -> line.startsWith(DATA))
            .forEach(line -> last = line.substring(DATA.length()));
      } catch (UncheckedIOException e) {
        // The server has ended, as it must in the end.
        return;
      }
    }

    boolean hasBegun() {
      return !last.isEmpty();
    }
  }
}
