package vn.tonghop.standalone.alerts;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import vn.tonghop.schemas.topic.Topics;
import vn.tonghop.standalone.Await;
import vn.tonghop.standalone.HelperJvm;
import vn.tonghop.standalone.Tonghop;
import vn.tonghop.standalone.cluster.Deployment;
import vn.tonghop.standalone.cluster.RunProcess;

/**
 * Three brokers, a registry, two roll-ups and a monitor run; a real Prometheus looks at them by our
 * settings and rules ({@link Quick}), and says what is broken.
 */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class FiringAlertsTest {

  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final int REJECTS = 3;

  /** By the calendar, or by the disk of this machine, it may be right that these fire. */
  private static final Set<String> BESIDE = Set.of("SilentUnits", "BrokerDiskFilling");

  private final Path folder;

  FiringAlertsTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void whatIsBrokenIsToldAndNothingElse() throws Exception {
    assumeTrue(
        Prometheus.isInstalled(),
        "prometheus (Debian's package) is not installed: no alert was seen to fire");
    try (Deployment deployment = Deployment.start(folder, List.of("40", "48"));
        RunProcess first = deployment.run("roll-up-1", Map.of("num.standby.replicas", "1"));
        RunProcess second = deployment.run("roll-up-2", Map.of("num.standby.replicas", "1"));
        HelperJvm monitor = monitor(deployment)) {
      first.awaitReady();
      second.awaitReady();
      Path settings =
          Quick.settings(
              folder.resolve("settings"),
              Map.of(
                  "tonghop-roll-up", List.of(target(first.health()), target(second.health())),
                  "tonghop-monitor", List.of(target(address(monitor)))));
      try (Prometheus prometheus = Prometheus.start(settings, folder)) {
        awaitAllSeen(prometheus);
        assertFires(prometheus, Set.of());

        reject(deployment, "48", REJECTS - 1);
        reject(deployment, "40", REJECTS);
        assertFires(prometheus, Set.of("RejectedInARow"));
        assertFiresFor(prometheus, "RejectedInARow", "unit", Set.of("40"));

        first.kill();
        assertFires(prometheus, Set.of("RejectedInARow", "RollUpInstanceDown"));
        assertFiresFor(
            prometheus, "RollUpInstanceDown", "instance", Set.of(target(first.health())));

        deployment.registry().close();
        assertFires(prometheus, Set.of("RejectedInARow", "RollUpInstanceDown", "RegistryDown"));
        assertFiresFor(
            prometheus,
            "RegistryDown",
            "instance",
            Set.of(target(second.health()), target(address(monitor))));
        assertTextsAreWhole(prometheus);
      }
    }
  }

  private static HelperJvm monitor(Deployment deployment) throws IOException {
    return HelperJvm.start(
        List.of("-Xmx256m"),
        Tonghop.class,
        "monitor",
        "--port",
        "0",
        "--bootstrap",
        deployment.settings().bootstrap(),
        "--registry",
        deployment.settings().registry(),
        "--regime",
        Deployment.REGIME.id());
  }

  private static URI address(HelperJvm monitor) {
    return monitor.ready().stream()
        .filter(word -> word.startsWith("monitor="))
        .map(word -> URI.create(word.substring("monitor=".length())))
        .findFirst()
        .orElseThrow(() -> new AssertionError("the monitor said " + monitor.ready()));
  }

  private static String target(URI address) {
    return address.getHost() + ":" + address.getPort();
  }

  /** Until then it is right that Prometheus complains. */
  private static void awaitAllSeen(Prometheus prometheus) {
    Await.until(
        "all processes are seen at work",
        PATIENCE,
        () ->
            !prometheus.query("sum(tonghop_ready) == 2").isEmpty()
                && !prometheus.query("tonghop_brokers == 3").isEmpty()
                && !prometheus.query("min(tonghop_registry_up) == 1").isEmpty());
  }

  private static void assertFires(Prometheus prometheus, Set<String> expected) {
    try {
      Await.until(
          expected + " fire and nothing else", PATIENCE, () -> firing(prometheus).equals(expected));
    } catch (AssertionError e) {
      throw new AssertionError(e.getMessage() + ", but " + prometheus.alerts(), e);
    }
  }

  private static Set<String> firing(Prometheus prometheus) {
    Set<String> firing = new TreeSet<>(prometheus.firing());
    firing.removeAll(BESIDE);
    return firing;
  }

  /** For these alone; whoever looks less often finds out later. */
  private static void assertFiresFor(
      Prometheus prometheus, String alert, String label, Set<String> expected) {
    Await.until(
        alert + " fires for " + expected,
        PATIENCE,
        () -> {
          Set<String> values = new TreeSet<>();
          for (JsonNode each : prometheus.alerts()) {
            if (each.at("/labels/alertname").asText().equals(alert)
                && each.path("state").asText().equals("firing")) {
              values.add(each.path("labels").path(label).asText());
            }
          }
          return values.equals(expected);
        });
  }

  /** No template left a gap. */
  private static void assertTextsAreWhole(Prometheus prometheus) {
    for (JsonNode alert : prometheus.alerts()) {
      for (JsonNode text : alert.path("annotations")) {
        assertTrue(!text.asText().matches("(?s).*(<no value>|<error|\\{\\{).*"), text.asText());
      }
    }
  }

  /** Bytes that are no report, by a unit's own topic. */
  private static void reject(Deployment deployment, String unit, int times) throws Exception {
    Map<String, Object> config = new HashMap<>(deployment.config());
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer())) {
      for (int i = 0; i < times; i++) {
        byte[] rubbish = "không phải báo cáo".getBytes(StandardCharsets.UTF_8);
        producer.send(new ProducerRecord<>(Topics.reports(unit).name(), rubbish)).get();
      }
    }
  }
}
