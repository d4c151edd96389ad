package vn.tonghop.standalone.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import vn.tonghop.console.Console;
import vn.tonghop.console.ShownTable;
import vn.tonghop.console.SomeTables;
import vn.tonghop.console.view.TableKey;
import vn.tonghop.console.web.TableVersion;
import vn.tonghop.domain.acceptance.SourceRecord;
import vn.tonghop.domain.reference.ReferenceData;
import vn.tonghop.domain.standing.Measures;
import vn.tonghop.domain.table.NationalTable;
import vn.tonghop.schemas.mapping.TableMapping;
import vn.tonghop.schemas.topic.Topics;
import vn.tonghop.standalone.Await;
import vn.tonghop.standalone.console.WrittenTopics.Written;

/** Reads pages while their table changes as fast as it can be written, and adds each of them up. */
final class PagesUnderLoad {

  private static final int TABLES = Integer.getInteger("tonghop.console.tables", 4_000);
  private static final int TOGETHER = 20;
  private static final int DIFFERENT = 40;
  private static final int READERS = 2;
  private static final int LEAST_PAGES = 20;
  private static final Duration SOON = Duration.ofSeconds(60);
  private static final ReferenceData REFERENCE = ReferenceData.bundled();
  private static final TableKey KEY = SomeTables.key(SomeTables.PROGRAMME, "2024-S1");

  private PagesUnderLoad() {}

  static void readWhileWriting(Console console, WrittenTopics topics) throws Exception {
    URI page = URI.create(console.url() + "/vi/tables/CTCT-2024/2024-S1");
    AtomicBoolean written = new AtomicBoolean();
    Map<String, Measures> committed = new HashMap<>();
    // What was there before.
    committed.put("none", Measures.ZERO);
    console
        .view()
        .table(KEY)
        .ifPresent(was -> committed.put(TableVersion.of(was), was.value().total()));
    ExecutorService threads = Executors.newFixedThreadPool(READERS);
    try {
      List<Future<List<ShownTable>>> readers = new ArrayList<>();
      for (int i = 0; i < READERS; i++) {
        readers.add(threads.submit(reading(page, written)));
      }
      List<Prepared> tables = prepared(topics);
      long begun = System.nanoTime();
      write(topics, tables, committed);
      double seconds = (System.nanoTime() - begun) / 1e9;
      String last = committed.keySet().stream().max(PagesUnderLoad::later).orElseThrow();
      HttpClient client = HttpClient.newHttpClient();
      Await.until(
          "the last table is shown", SOON, () -> shown(client, page).version().equals(last));
      written.set(true);
      List<ShownTable> all = new ArrayList<>();
      for (Future<List<ShownTable>> reader : readers) {
        all.addAll(reader.get());
      }
      for (ShownTable shown : all) {
        assertTrue(committed.containsKey(shown.version()), shown.version() + " was not committed");
        assertAddsUp(shown, committed.getOrDefault(shown.version(), Measures.ZERO));
      }
      long versions = all.stream().map(ShownTable::version).distinct().count();
      System.err.printf(
          "%d tables at %.0f a second, %d pages of %d versions%n",
          TABLES, TABLES / seconds, all.size(), versions);
      assertTrue(all.size() >= LEAST_PAGES, all.size() + " pages");
      assertTrue(versions > LEAST_PAGES / 2, versions + " versions");
    } finally {
      threads.shutdownNow();
    }
  }

  /** A table as it is written, and one that must never be seen, since it does not add up. */
  @SuppressWarnings("ArrayRecordComponent") // Never compared.
  private record Prepared(Measures total, byte[] right, byte[] wrong) {}

  private static List<Prepared> prepared(WrittenTopics topics) {
    Random random = new Random(5);
    List<Prepared> tables = new ArrayList<>();
    for (int i = 0; i < DIFFERENT; i++) {
      NationalTable table = SomeTables.table(SomeTables.standings(KEY, REFERENCE, random), i);
      tables.add(
          new Prepared(
              table.total(),
              topics.bytes(TableMapping.toAvro(table)),
              topics.bytes(TableMapping.toAvro(wrong(table)))));
    }
    return tables;
  }

  /** Every fourth transaction is aborted. */
  private static void write(
      WrittenTopics topics, List<Prepared> tables, Map<String, Measures> committed) {
    int next = 0;
    for (int written = 0; written < TABLES; written += TOGETHER) {
      List<Written> together = new ArrayList<>();
      List<Measures> totals = new ArrayList<>();
      boolean aborted = written / TOGETHER % 4 == 3;
      for (int i = 0; i < TOGETHER; i++) {
        Prepared table = tables.get(next++ % tables.size());
        totals.add(table.total());
        together.add(
            new Written(Topics.TABLES.name(), KEY.text(), aborted ? table.wrong() : table.right()));
      }
      if (aborted) {
        topics.abort(together);
        continue;
      }
      List<SourceRecord> places = topics.commit(together);
      for (int i = 0; i < places.size(); i++) {
        SourceRecord place = places.get(i);
        committed.put(place.partition() + "-" + place.offset(), totals.get(i));
      }
    }
  }

  private static NationalTable wrong(NationalTable table) {
    return new NationalTable(
        table.programme(),
        table.target(),
        table.total().plus(table.total()),
        table.byAssignedBy(),
        table.byField(),
        table.byUnit(),
        table.indicators(),
        table.succeeded(),
        table.movedBy());
  }

  private static int later(String one, String other) {
    return Long.compare(offset(one), offset(other));
  }

  private static long offset(String version) {
    return version.equals("none")
        ? -1
        : Long.parseLong(version.substring(version.indexOf('-') + 1));
  }

  private static Callable<List<ShownTable>> reading(URI page, AtomicBoolean written) {
    return () -> {
      HttpClient client = HttpClient.newHttpClient();
      List<ShownTable> all = new ArrayList<>();
      while (!written.get()) {
        all.add(shown(client, page));
      }
      return all;
    };
  }

  private static ShownTable shown(HttpClient client, URI page) {
    try {
      HttpResponse<String> answer =
          client.send(HttpRequest.newBuilder(page).build(), HttpResponse.BodyHandlers.ofString());
      assertEquals(200, answer.statusCode());
      return ShownTable.of(answer.body());
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  static void assertAddsUp(ShownTable shown, Measures total) {
    Map<String, Long> measures =
        Map.of(
            "assigned", total.assigned(),
            "completedOnTime", total.completedOnTime(),
            "completedLate", total.completedLate(),
            "openOnTrack", total.openOnTrack(),
            "openOverdue", total.openOverdue(),
            "completedInPeriod", total.completedInPeriod());
    measures.forEach(
        (measure, expected) -> {
          String what = shown.version() + " " + measure;
          assertEquals(expected, shown.rows("total").get(0).count(measure), what);
          assertEquals(expected, shown.sum("unit", measure), what);
          assertEquals(expected, shown.sum("region", measure), what);
          assertEquals(2 * expected, shown.sum("code", measure), what);
        });
  }
}
