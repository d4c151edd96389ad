package vn.tonghop.bench.peer;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.streams.StreamsConfig;
import vn.tonghop.streams.config.RollUpSettings;
import vn.tonghop.streams.config.StreamsProperties;

/** Kafka Streams' settings for the peer: where they differ from ours, to its advantage. */
final class PeerSettings {

  /** No table is ever pushed out of the cache before its commit. */
  private static final long CACHE_BYTES = 64L * 1024 * 1024;

  private PeerSettings() {}

  /**
   * The roll-up's own settings, so that the same clients work under the same guarantee; without its
   * bounds on memory.
   */
  static StreamsConfig of(RollUpSettings settings) {
    Map<String, Object> props = new HashMap<>(StreamsProperties.of(settings).originals());
    props.remove(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG);
    props.put(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, CACHE_BYTES);
    return new StreamsConfig(props);
  }
}
