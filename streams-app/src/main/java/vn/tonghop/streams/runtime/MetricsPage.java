package vn.tonghop.streams.runtime;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.prometheus.metrics.expositionformats.ExpositionFormatWriter;
import io.prometheus.metrics.expositionformats.ExpositionFormats;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code /metrics}, in whichever text format the scraper asks for. */
final class MetricsPage implements HttpHandler {

  private static final Logger LOG = LoggerFactory.getLogger(MetricsPage.class);
  private static final int OK = 200;
  private static final int FAILED = 500;

  private final ExpositionFormats formats = ExpositionFormats.init();
  private final List<PrometheusRegistry> registries;

  MetricsPage(List<PrometheusRegistry> registries) {
    this.registries = List.copyOf(registries);
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      ExpositionFormatWriter writer =
          formats.findWriter(exchange.getRequestHeaders().getFirst("Accept"));
      ByteArrayOutputStream page = new ByteArrayOutputStream();
      try {
        writer.write(page, all());
      } catch (RuntimeException e) {
        // A scraper counts it as down; the cause is for the log.
        LOG.error("metrics cannot be told", e);
        exchange.sendResponseHeaders(FAILED, -1);
        return;
      }
      exchange.getResponseHeaders().set("Content-Type", writer.getContentType());
      exchange.sendResponseHeaders(OK, page.size());
      page.writeTo(exchange.getResponseBody());
    }
  }

  private MetricSnapshots all() {
    MetricSnapshots.Builder all = MetricSnapshots.builder();
    for (PrometheusRegistry registry : registries) {
      for (MetricSnapshot each : registry.scrape()) {
        if (!all.containsMetricName(each.getMetadata().getName())) {
          all.metricSnapshot(each);
        }
      }
    }
    return all.build();
  }
}
