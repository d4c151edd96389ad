package vn.tonghop.streams.config;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.tonghop.domain.period.Regime;

/**
 * All settings of the roll-up, read and validated in one place.
 *
 * @param applicationId consumer group, and prefix of internal topics and transactional ids
 * @param stateFolder where RocksDB keeps its files; one folder an instance
 * @param commitInterval how long a transaction of a backlog is open, milliseconds, 10 to 10,000;
 *     what has just come is committed sooner
 * @param threads stream threads, 1 to 64
 * @param replication of internal topics; -1 is the broker's default
 * @param instance name that stays the same over restarts, so that a restarted instance takes its
 *     place at once; null for a dynamic member
 * @param firstVersionOnly whether every record is judged by the first version of the reference
 *     data, as demo and try do
 * @param healthHost address that these listen on
 * @param healthPort port of {@code /livez}, {@code /readyz} and {@code /metrics}; 0 for none
 * @param mostLag records that may wait on one partition of an instance that is ready
 * @param standbys copies of each task's state that other instances keep up to date, 0 to 9
 * @param stopTimeout how long a stop may take, milliseconds, 1,000 to 600,000
 * @param stay how long one that has failed still tells of it before it ends, milliseconds, up to
 *     600,000
 * @param clients everything else, passed through to Kafka's clients and the registry's
 */
public record RollUpSettings(
    String bootstrapServers,
    String registryUrl,
    Regime regime,
    String applicationId,
    Path stateFolder,
    int commitInterval,
    int threads,
    int replication,
    @Nullable String instance,
    boolean firstVersionOnly,
    String healthHost,
    int healthPort,
    int mostLag,
    int standbys,
    int stopTimeout,
    int stay,
    Map<String, String> clients) {

  /** Of a backlog; measured in docs/benchmarks.md. */
  public static final int COMMIT_INTERVAL_MS = 500;

  /** Of a stop; docker-compose.yml grants ten seconds more before it kills. */
  public static final int STOP_TIMEOUT_MS = 20_000;

  /** Longer than from one look of Prometheus to the next (etc/prometheus/prometheus.yml: 15 s). */
  private static final int STAY_MS = 20_000;

  /** As many as Kafka itself takes for "caught up", when it hands a task to a standby. */
  private static final int MOST_LAG = 10_000;

  public RollUpSettings {
    clients = Map.copyOf(clients);
  }

  /**
   * Reads settings by their keys (docs/configuration.md).
   *
   * @throws SettingsException with every key that is wrong
   */
  public static RollUpSettings of(Map<String, String> settings) {
    SettingsReader reader = new SettingsReader(new HashMap<>(settings));
    RollUpSettings read =
        new RollUpSettings(
            reader.text("bootstrap.servers", "127.0.0.1:9092"),
            reader.text("schema.registry.url", "http://127.0.0.1:8081/apis/ccompat/v7"),
            reader.one("regime", Regime.DECREE_09_2019, Regime::of, Regime.ids()),
            reader.name("application.id", "tonghop-roll-up"),
            Path.of(reader.text("state.dir", "data/roll-up")),
            reader.number("commit.interval.ms", COMMIT_INTERVAL_MS, 10, 10_000),
            reader.number("num.stream.threads", 2, 1, 64),
            reader.number("replication.factor", -1, -1, 9),
            reader.optional("group.instance.id"),
            reader.one("reference.versions", false, RollUpSettings::firstOnly, "all, first"),
            reader.text("health.host", "127.0.0.1"),
            reader.number("health.port", 0, 0, 65_535),
            reader.number("health.max.lag", MOST_LAG, 0, 999_999_999),
            reader.number("num.standby.replicas", 0, 0, 9),
            reader.number("stop.timeout.ms", STOP_TIMEOUT_MS, 1_000, 600_000),
            reader.number("health.stay.ms", STAY_MS, 0, 600_000),
            Map.of());
    return read.withClients(reader.rest());
  }

  private RollUpSettings withClients(Map<String, String> rest) {
    return new RollUpSettings(
        bootstrapServers,
        registryUrl,
        regime,
        applicationId,
        stateFolder,
        commitInterval,
        threads,
        replication,
        instance,
        firstVersionOnly,
        healthHost,
        healthPort,
        mostLag,
        standbys,
        stopTimeout,
        stay,
        rest);
  }

  private static Optional<Boolean> firstOnly(String value) {
    return switch (value) {
      case "all" -> Optional.of(false);
      case "first" -> Optional.of(true);
      default -> Optional.empty();
    };
  }
}
