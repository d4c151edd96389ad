package vn.tonghop.schemas.topic;

import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.Schema;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.jspecify.annotations.Nullable;

/**
 * A topic as the pipeline needs it to be, whichever cluster holds it.
 *
 * @param name the topic's name
 * @param key what the key is, in words
 * @param value what the value is, in words
 * @param valueSchema Avro schema of the value; null where the value is bytes as received
 * @param partitions 1 or more
 * @param cleanup what the broker may throw away
 * @param extra topic settings beside the clean-up, by Kafka's names
 */
public record Topic(
    String name,
    String key,
    String value,
    @Nullable Schema valueSchema,
    int partitions,
    Cleanup cleanup,
    Map<String, String> extra) {

  /**
   * @throws IllegalArgumentException if {@code partitions} is below 1
   */
  public Topic {
    if (partitions < 1) {
      throw new IllegalArgumentException(name + ": partitions " + partitions);
    }
    extra = Map.copyOf(extra);
  }

  /** All of the topic's settings by Kafka's names, replication excepted. */
  public Map<String, String> configs() {
    Map<String, String> configs = new TreeMap<>(extra);
    switch (cleanup) {
      case COMPACTED ->
          configs.put(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT);
      case KEPT_FOR_EVER -> {
        configs.put(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_DELETE);
        configs.put(TopicConfig.RETENTION_MS_CONFIG, "-1");
        configs.put(TopicConfig.RETENTION_BYTES_CONFIG, "-1");
      }
    }
    return configs;
  }

  /** The largest record batch that the topic takes, in bytes. */
  public int maxMessageBytes() {
    return Integer.parseInt(configs().get(TopicConfig.MAX_MESSAGE_BYTES_CONFIG));
  }

  /** What to ask of the broker. */
  public NewTopic on(Replication replication) {
    Map<String, String> configs = configs();
    configs.put(TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG, Integer.toString(replication.minInsync()));
    return new NewTopic(name, partitions, replication.factor()).configs(configs);
  }

  Topic with(Map<String, String> more) {
    Map<String, String> merged = new TreeMap<>(extra);
    merged.putAll(more);
    return new Topic(name, key, value, valueSchema, partitions, cleanup, merged);
  }
}
