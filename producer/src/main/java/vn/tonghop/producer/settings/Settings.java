package vn.tonghop.producer.settings;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import vn.tonghop.domain.period.Regime;

/**
 * Where the broker and the registry are, and how the year runs.
 *
 * @param bootstrap {@code HOST:PORT}, several parted by commas
 * @param registry URL of the registry's Confluent-compatible interface
 * @param data folder of what must outlive a process
 * @param kafka whatever else the properties file says, for Kafka's clients
 */
public record Settings(
    String bootstrap, String registry, Regime regime, Path data, Map<String, String> kafka) {

  public Settings {
    kafka = Map.copyOf(kafka);
  }

  /** What a Kafka client or serializer is configured with: all of the file's, and the addresses. */
  public Map<String, Object> clientConfig() {
    Map<String, Object> config = new HashMap<>(kafka);
    config.put(Setting.BOOTSTRAP.key(), bootstrap);
    config.put(Setting.REGISTRY.key(), registry);
    return config;
  }
}
