package vn.tonghop.standalone.alerts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.tonghop.standalone.Await;
import vn.tonghop.standalone.alerts.AlertRules.Alert;

/** Dashboards and alerts ask for what docs/metrics.md promises, and get an answer. */
class DashboardsTest {

  private static final Path GRAFANA = AlertRules.ROOT.resolve("etc/grafana");
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final ObjectMapper JSON = new ObjectMapper();

  /** What Prometheus needs for a rate: two samples. */
  private static final String SECOND_SCRAPE = "increase(tonghop_decided_reports_total[20s]) > 0";

  private final Path folder;

  DashboardsTest(@TempDir Path folder) {
    this.folder = folder;
  }

  /**
   * A panel's query.
   *
   * @param place dashboard and panel, for whoever has to mend it
   */
  private record Query(String place, String expression) {}

  @Test
  void everyPanelHasAnAnswerOfARealPrometheus() throws Exception {
    assumeTrue(
        Prometheus.isInstalled(),
        "prometheus (Debian's package) is not installed: dashboards were not asked");
    Set<String> known = known();
    try (MetricsFeed feed = MetricsFeed.start(Metric.documented());
        Prometheus prometheus = Prometheus.start(settings(feed.target()), folder)) {
      Await.until(
          "metrics are scraped", PATIENCE, () -> !prometheus.query(SECOND_SCRAPE).isEmpty());
      List<Query> queries = queries();
      assertTrue(queries.size() > 40, "queries were found: " + queries.size());
      for (Query query : queries) {
        answered(prometheus, known, query);
      }
      for (String wrong : List.of("sum(tonghop_no_such_name)", "tonghop_ready or vector(0) + x")) {
        assertThrows(
            AssertionError.class,
            () -> answered(prometheus, known, new Query("nowhere", wrong)),
            wrong);
      }
    }
  }

  private static void answered(Prometheus prometheus, Set<String> known, Query query) {
    // One that does not exist may hide behind "or vector(0)".
    Set<String> unknown = new TreeSet<>(Expression.metrics(query.expression()));
    unknown.removeAll(known);
    assertEquals(Set.of(), unknown, query.toString());
    JsonNode result = prometheus.query(concrete(query.expression()));
    assertTrue(!result.isEmpty(), () -> query + " has no answer");
    for (JsonNode sample : result) {
      assertTrue(!sample.path("value").path(1).asText().equals("NaN"), () -> query + " " + sample);
    }
  }

  @Test
  void alertsAskForMetricsAndLabelsThatAreThere() throws IOException {
    List<Metric> metrics = Metric.documented();
    Set<String> known = known();
    for (Alert alert : AlertRules.all()) {
      Set<String> asked = Expression.metrics(alert.expression());
      assertTrue(known.containsAll(asked), () -> alert.name() + " asks for " + asked);
      Set<String> labels = new HashSet<>(Set.of("job", "instance"));
      metrics.stream()
          .filter(metric -> metric.series().anyMatch(asked::contains))
          .forEach(metric -> labels.addAll(metric.labels()));
      for (String text : alert.annotations().values()) {
        Pattern.compile("\\$labels\\.(\\w+)")
            .matcher(text)
            .results()
            .forEach(
                used -> assertTrue(labels.contains(used.group(1)), alert.name() + ": " + text));
      }
    }
  }

  @Test
  void namesAreFoundInExpressions() {
    assertEquals(
        Set.of("a_bucket", "b_total", "c", "d"),
        Expression.metrics(
            "histogram_quantile(0.99, sum by (le, job) (rate(a_bucket{x=\"y z\"}[5m]))) > 5 * 60"
                + " and on (job) increase(b_total[$__rate_interval]) or c offset 1h unless"
                + " absent(d == 1) - time()"));
  }

  @Test
  void panelsAreReadable() throws IOException {
    String datasource =
        AlertRules.read(GRAFANA.resolve("provisioning/datasources/prometheus.yml"))
            .at("/datasources/0/uid")
            .asText();
    Set<String> boards = new HashSet<>();
    for (Path file : dashboards()) {
      JsonNode board = JSON.readTree(file.toFile());
      assertTrue(boards.add(board.path("uid").asText()), "uids differ: " + file);
      bilingual(board.path("title").asText());
      Set<Integer> ids = new HashSet<>();
      Set<String> cells = new HashSet<>();
      for (JsonNode panel : board.path("panels")) {
        String title = panel.path("title").asText();
        bilingual(title);
        assertTrue(ids.add(panel.path("id").asInt()), "ids differ: " + title);
        alone(panel, cells);
        if (!panel.path("type").asText().equals("row")) {
          bilingual(panel.path("description").asText());
          assertEquals(datasource, panel.at("/datasource/uid").asText(), title);
        }
      }
    }
    assertEquals(3, boards.size());
  }

  @Test
  void dashboardsAreWhereTheyAreLookedFor() throws IOException {
    JsonNode provider =
        AlertRules.read(GRAFANA.resolve("provisioning/dashboards/tonghop.yml")).at("/providers/0");
    assertEquals("/etc/grafana/dashboards", provider.at("/options/path").asText());
    assertTrue(Files.isDirectory(GRAFANA.resolve("dashboards")));
  }

  private static void bilingual(String text) {
    assertTrue(text.matches("(?s).+ / .+"), () -> "Vietnamese / English: " + text);
  }

  /** No two panels lie over each other, and none reaches over the edge. */
  private static void alone(JsonNode panel, Set<String> cells) {
    JsonNode place = panel.path("gridPos");
    int x = place.path("x").asInt();
    int y = place.path("y").asInt();
    assertTrue(x + place.path("w").asInt() <= 24, () -> "over the edge: " + panel.path("title"));
    for (int column = x; column < x + place.path("w").asInt(); column++) {
      for (int row = y; row < y + place.path("h").asInt(); row++) {
        assertTrue(cells.add(column + ":" + row), () -> "on another: " + panel.path("title"));
      }
    }
  }

  private static List<Query> queries() throws IOException {
    List<Query> queries = new ArrayList<>();
    for (Path file : dashboards()) {
      for (JsonNode panel : JSON.readTree(file.toFile()).path("panels")) {
        for (JsonNode target : panel.path("targets")) {
          queries.add(
              new Query(
                  file.getFileName() + ", " + panel.path("title").asText(),
                  target.path("expr").asText()));
        }
      }
    }
    return queries;
  }

  /** As Grafana would ask with everything chosen. */
  private static String concrete(String expression) {
    return expression
        .replace("$__rate_interval", "20s")
        .replace("$unit", ".*")
        .replace("$instance", ".*");
  }

  private static Set<String> known() throws IOException {
    return Metric.documented().stream().flatMap(Metric::series).collect(Collectors.toSet());
  }

  private static List<Path> dashboards() throws IOException {
    try (Stream<Path> files = Files.list(GRAFANA.resolve("dashboards"))) {
      return files.filter(file -> file.toString().endsWith(".json")).sorted().toList();
    }
  }

  /** The feed in the place of every process. */
  private Path settings(String feed) throws IOException {
    Path settings = folder.resolve("settings");
    return Quick.settings(
        settings, Map.of("tonghop-roll-up", List.of(feed), "tonghop-monitor", List.of(feed)));
  }
}
