package vn.tonghop.streams.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.tonghop.domain.period.Regime;

/** What can be set, what cannot, and what is said of it. */
class RollUpSettingsTest {

  private static final RollUpSettings DEFAULTS = RollUpSettings.of(Map.of());

  @Test
  void withoutAnySettingEverythingHasItsDefault() {
    assertEquals(
        new RollUpSettings(
            "127.0.0.1:9092",
            "http://127.0.0.1:8081/apis/ccompat/v7",
            Regime.DECREE_09_2019,
            "tonghop-roll-up",
            Path.of("data/roll-up"),
            500,
            2,
            -1,
            null,
            false,
            "127.0.0.1",
            0,
            10_000,
            0,
            20_000,
            20_000,
            Map.of()),
        DEFAULTS);
  }

  @Test
  void eachKeySetsItsOwnField() {
    assertEquals(
        new RollUpSettings(
            "one:1,two:2",
            "https://registry",
            Regime.CALENDAR,
            "app.1_a-b",
            Path.of("/var/state"),
            250,
            3,
            2,
            "node-1",
            true,
            "0.0.0.0",
            8080,
            5,
            1,
            3_000,
            4_000,
            Map.of("security.protocol", "SSL")),
        RollUpSettings.of(
            Map.ofEntries(
                Map.entry("bootstrap.servers", " one:1,two:2 "),
                Map.entry("schema.registry.url", "https://registry"),
                Map.entry("regime", "calendar"),
                Map.entry("application.id", "app.1_a-b"),
                Map.entry("state.dir", "/var/state"),
                Map.entry("commit.interval.ms", "250"),
                Map.entry("num.stream.threads", "3"),
                Map.entry("replication.factor", "2"),
                Map.entry("group.instance.id", "node-1"),
                Map.entry("reference.versions", "first"),
                Map.entry("health.host", "0.0.0.0"),
                Map.entry("health.port", "8080"),
                Map.entry("health.max.lag", "5"),
                Map.entry("num.standby.replicas", "1"),
                Map.entry("stop.timeout.ms", "3000"),
                Map.entry("health.stay.ms", "4000"),
                Map.entry("security.protocol", "SSL"))));
  }

  @ParameterizedTest
  @CsvSource({
    "commit.interval.ms, 10",
    "commit.interval.ms, 10000",
    "num.stream.threads, 1",
    "num.stream.threads, 64",
    "replication.factor, -1",
    "replication.factor, 9",
    "reference.versions, all",
    "health.max.lag, 0",
    "num.standby.replicas, 9",
    "stop.timeout.ms, 1000",
    "health.stay.ms, 0",
    "regime, decree-09-2019",
    "processing.guarantee, exactly_once_v2",
    "group.protocol, classic",
    "isolation.level, read_committed",
    "consumer.isolation.level, read_committed",
    "enable.auto.commit, false",
    "producer.acks, all",
    "max.request.size, 1048576",
    "producer.max.request.size, 1048576",
  })
  void aValueWithinItsBoundsIsTaken(String key, String value) {
    assertTrue(!RollUpSettings.of(Map.of(key, value)).applicationId().isEmpty());
  }

  @ParameterizedTest
  @CsvSource({
    "commit.interval.ms, 9",
    "commit.interval.ms, 10001",
    "commit.interval.ms, 1e3",
    "num.stream.threads, 0",
    "num.stream.threads, 65",
    "num.stream.threads, 99999999999",
    "replication.factor, 10",
    "replication.factor, -2",
    "reference.versions, last",
    "health.max.lag, -1",
    "num.standby.replicas, 10",
    "num.standby.replicas, -1",
    "stop.timeout.ms, 999",
    "stop.timeout.ms, 600001",
    "health.stay.ms, 600001",
    "regime, lunar",
    "application.id, a/b",
    "application.id, ' '",
    "bootstrap.servers, ' '",
    "schema.registry.url, ''",
    "state.dir, ''",
    "group.instance.id, ''",
    "processing.guarantee, at_least_once",
    "group.protocol, streams",
    "isolation.level, read_uncommitted",
    "consumer.isolation.level, read_uncommitted",
    "main.consumer.isolation.level, read_uncommitted",
    "enable.auto.commit, true",
    "producer.enable.idempotence, false",
    "producer.acks, 1",
    "topology.optimization, all",
    "errors.dead.letter.queue.topic.name, other",
    "max.request.size, 1048577",
    "max.request.size, 1048575",
    "producer.max.request.size, 99999999999",
    "max.request.size, large",
  })
  void aValueThatCannotBeUsedIsRefusedByItsKey(String key, String value) {
    SettingsException refused =
        assertThrows(SettingsException.class, () -> RollUpSettings.of(Map.of(key, value)));
    assertTrue(String.valueOf(refused.getMessage()).startsWith(key + ": "), refused.getMessage());
  }

  @Test
  void allThatIsWrongIsSaidAtOnceWithWhatIsAccepted() {
    Map<String, String> settings =
        new TreeMap<>(
            Map.of(
                "commit.interval.ms", "soon",
                "regime", "lunar",
                "application.id", "a b",
                "reference.versions", "some",
                "group.protocol", "streams",
                "errors.dead.letter.queue.topic.name", "x",
                "max.request.size", "9999999"));
    SettingsException refused =
        assertThrows(SettingsException.class, () -> RollUpSettings.of(settings));
    List<String> problems = String.valueOf(refused.getMessage()).lines().sorted().toList();
    assertEquals(
        List.copyOf(settings.keySet()),
        problems.stream().map(problem -> problem.substring(0, problem.indexOf(": "))).toList());
    assertTrue(problems.contains("regime: \"lunar\" is none of " + Regime.ids()));
    assertTrue(
        problems.contains("commit.interval.ms: \"soon\" is not a whole number from 10 to 10000"));
  }
}
