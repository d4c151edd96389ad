package vn.tonghop.standalone.alerts;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/**
 * A page of metrics with a sample of everything that docs/metrics.md promises. Counters rise with
 * each scrape, so that rates are not 0.
 */
final class MetricsFeed implements AutoCloseable {

  private static final int OK = 200;
  private static final long FAR = 4_000_000_000L;

  /** Labels by whose value dashboards and rules choose. */
  private static final Map<String, List<String>> VALUES =
      Map.of("stage", List.of("intake", "reader"), "area", List.of("heap"), "unit", List.of("40"));

  private final HttpServer server;
  private final AtomicInteger scrapes = new AtomicInteger();

  private MetricsFeed(HttpServer server) {
    this.server = server;
  }

  static MetricsFeed start(List<Metric> metrics) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    MetricsFeed feed = new MetricsFeed(server);
    server.createContext(
        "/metrics",
        exchange -> {
          byte[] page = feed.page(metrics).getBytes(StandardCharsets.UTF_8);
          try (exchange) {
            exchange.getResponseHeaders().set("Content-Type", "text/plain; version=0.0.4");
            exchange.sendResponseHeaders(OK, page.length);
            exchange.getResponseBody().write(page);
          }
        });
    server.start();
    return feed;
  }

  /** Host and port. */
  String target() {
    return "127.0.0.1:" + server.getAddress().getPort();
  }

  private String page(List<Metric> metrics) {
    int count = scrapes.incrementAndGet();
    return metrics.stream().map(metric -> samples(metric, count)).collect(Collectors.joining());
  }

  private static String samples(Metric metric, int count) {
    StringBuilder text = new StringBuilder();
    for (String labels : labels(metric.labels())) {
      switch (metric.type()) {
        case "histogram" -> {
          text.append(sample(metric.name() + "_bucket", "le=\"1\"", count));
          text.append(sample(metric.name() + "_bucket", "le=\"+Inf\"", count));
          text.append(sample(metric.name() + "_sum", labels, count));
          text.append(sample(metric.name() + "_count", labels, count));
        }
        case "summary" -> {
          text.append(sample(metric.name() + "_sum", labels, count));
          text.append(sample(metric.name() + "_count", labels, count));
        }
        case "counter" -> text.append(sample(metric.name(), labels, count));
        default -> text.append(sample(metric.name(), labels, value(metric.name())));
      }
    }
    return text.toString();
  }

  /** A deadline is ahead, a lag shrinks: else a panel has nothing to show. */
  private static long value(String gauge) {
    return switch (gauge) {
      case "tonghop_deadline_timestamp_seconds" -> FAR;
      case "tonghop_lag_velocity" -> -1;
      default -> 1;
    };
  }

  /** Each combination of the values that count. */
  private static List<String> labels(List<String> names) {
    List<String> sets = List.of("");
    for (String name : names) {
      List<String> values = VALUES.getOrDefault(name, List.of("any"));
      sets =
          sets.stream()
              .flatMap(set -> values.stream().map(value -> set + name + "=\"" + value + "\","))
              .toList();
    }
    return sets;
  }

  private static String sample(String name, String labels, long value) {
    return name + "{" + labels + "} " + value + "\n";
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
