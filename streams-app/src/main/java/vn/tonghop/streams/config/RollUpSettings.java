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
 * @param healthHost address that {@code /livez} and {@code /readyz} listen on
 * @param healthPort port of {@code /livez} and {@code /readyz}; 0 for none
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
    Map<String, String> clients) {

  /** Of a backlog; measured in docs/benchmarks.md. */
  public static final int COMMIT_INTERVAL_MS = 500;

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
