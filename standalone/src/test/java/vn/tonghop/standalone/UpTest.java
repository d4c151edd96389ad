package vn.tonghop.standalone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import vn.tonghop.console.ShownTable;

/** What a durable evaluation system acknowledged survives a kill. */
class UpTest {

  private static final Path EXAMPLE =
      Path.of(System.getProperty("tonghop.root"), "samples", "worked-example.jsonl");
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** Of the roll-up, of the monitor, and of both, which is told once. */
  private static final List<String> BOTH =
      List.of(
          "tonghop_decided_reports_total{outcome=\"ACCEPTED_WITH_WARNINGS\"} 3.0",
          "tonghop_brokers 1.0",
          "tonghop_registry_up 1.0");

  private final Path folder;

  UpTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  @Timeout(value = 600, unit = TimeUnit.SECONDS)
  void afterAKillTheTablesAreTheSameAndAResentReportIsADuplicate() throws Exception {
    String before;
    try (HelperJvm up = up()) {
      Invocation submit = at(up, "submit", EXAMPLE.toString(), "--wait").expecting(0);
      assertTrue(submit.out().contains("accepted 0, with warnings 3,"), submit::out);
      before = settledTable(up);
      Await.until(
          "the roll-up's metrics and the monitor's stand on one page",
          PATIENCE,
          () -> metrics(up).containsAll(BOTH));
      up.kill();
    }
    try (HelperJvm up = up()) {
      assertEquals(before, table(up));
      Invocation again = at(up, "submit", EXAMPLE.toString(), "--wait").expecting(0);
      assertTrue(again.out().contains("duplicate 2,"), again::out);
      assertTrue(again.out().contains("stale 1,"), again::out);
      assertEquals(before, table(up));
      assertEquals(counts(before), shownCounts(up));
      givesTheTableAsDocuments(up);
      up.kill();
    }
  }

  private static List<String> metrics(HelperJvm up) {
    return get(HttpClient.newHttpClient(), URI.create(value(up, "health=")), "/metrics")
        .lines()
        .toList();
  }

  /** Of the total, as the page shows them once it has read all. */
  private static List<Long> shownCounts(HelperJvm up) throws Exception {
    HttpClient browser = HttpClient.newHttpClient();
    URI page = URI.create(value(up, "page="));
    Await.until(
        "the page is ready", PATIENCE, () -> get(browser, page, "/readyz").equals("ready\n"));
    ShownTable.Row total =
        ShownTable.of(get(browser, page, "/vi/tables/CTCT-2024/2024-Q1")).rows("total").get(0);
    return List.of(total.count("completedOnTime"), total.count("completedLate"));
  }

  private static List<Long> counts(String table) {
    Matcher total =
        Pattern.compile("\"completedOnTime\":([0-9]+),\"completedLate\":([0-9]+)").matcher(table);
    assertTrue(total.find(), table);
    return List.of(Long.valueOf(total.group(1)), Long.valueOf(total.group(2)));
  }

  private static String get(HttpClient browser, URI page, String path) {
    try {
      return browser
          .send(HttpRequest.newBuilder(page.resolve(path)).build(), BodyHandlers.ofString())
          .body();
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** To a file and to standard output alike. */
  private void givesTheTableAsDocuments(HelperJvm up) throws IOException {
    Path xlsx = folder.resolve("table.xlsx");
    Invocation written =
        at(up, "table", "2024-Q1", "CTCT-2024", "--format", "xlsx", "--out", xlsx.toString());
    assertEquals("", written.expecting(0).out());
    try (XSSFWorkbook book = new XSSFWorkbook(Files.newInputStream(xlsx))) {
      List<String> totals = new ArrayList<>();
      book.getSheet("By unit")
          .forEach(
              row -> {
                if (row.getCell(1) != null && row.getCell(1).toString().equals("Total")) {
                  totals.add(row.getCell(2) + " " + row.getCell(3) + " " + row.getCell(6));
                }
              });
      assertEquals(List.of("4.0 2.0 1.0"), totals);
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int exit =
        Tonghop.commandLine(new PrintStream(out, true, StandardCharsets.UTF_8), System.err)
            .execute(
                at(up, List.of("table", "2024-Q1", "CTCT-2024", "--format", "pdf"))
                    .toArray(String[]::new));
    assertEquals(0, exit);
    assertEquals("%PDF-", out.toString(StandardCharsets.ISO_8859_1).substring(0, 5));
    assertTrue(out.toString(StandardCharsets.ISO_8859_1).stripTrailing().endsWith("%%EOF"));
  }

  private HelperJvm up() throws IOException {
    HelperJvm up =
        HelperJvm.start(
            Tonghop.class,
            "up",
            "--regime",
            "calendar",
            "--data",
            folder.resolve("data").toString(),
            "--broker-port",
            "0",
            "--registry-port",
            "0");
    assertEquals("ready", up.ready().get(0));
    return up;
  }

  /** The table after the third report of the example. */
  private static String settledTable(HelperJvm up) {
    List<String> seen = new ArrayList<>();
    Await.until(
        "the table of the third report",
        PATIENCE,
        () -> {
          seen.add(table(up));
          return seen.get(seen.size() - 1).contains("\"completedOnTime\":2,\"completedLate\":0,");
        });
    return seen.get(seen.size() - 1);
  }

  private static String table(HelperJvm up) {
    return at(up, "table", "2024-Q1", "CTCT-2024", "--format", "json").expecting(0).out();
  }

  private static Invocation at(HelperJvm up, String... command) {
    return Invocation.of(at(up, List.of(command)));
  }

  private static List<String> at(HelperJvm up, List<String> command) {
    List<String> arguments = new ArrayList<>(command);
    arguments.addAll(List.of("--bootstrap", value(up, "bootstrap=")));
    arguments.addAll(List.of("--registry", value(up, "registry=")));
    arguments.addAll(List.of("--regime", "calendar", "--lang", "en"));
    return arguments;
  }

  private static String value(HelperJvm up, String name) {
    return up.ready().stream()
        .filter(word -> word.startsWith(name))
        .findFirst()
        .orElseThrow()
        .substring(name.length());
  }
}
