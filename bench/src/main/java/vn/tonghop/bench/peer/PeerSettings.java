package vn.tonghop.bench.peer;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.streams.StreamsConfig;
import vn.tonghop.streams.config.RollUpSettings;

/** Kafka Streams' settings for the peer: where they differ from the defaults, to its advantage. */
final class PeerSettings {

  private static final int POLL_MS = 20;

  /** No table is ever pushed out of the cache before its commit. */
  private static final long CACHE_BYTES = 64L * 1024 * 1024;

  private PeerSettings() {}

  /** Threads, commit interval and places are those of the roll-up's own settings. */
  static StreamsConfig of(RollUpSettings settings) {
    Map<String, Object> props = new HashMap<>(settings.clients());
    props.put(StreamsConfig.APPLICATION_ID_CONFIG, settings.applicationId());
    props.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, settings.bootstrapServers());
    props.put(StreamsConfig.STATE_DIR_CONFIG, settings.stateFolder().toString());
    props.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, settings.threads());
    props.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, settings.commitInterval());
    props.put(StreamsConfig.REPLICATION_FACTOR_CONFIG, settings.replication());
    props.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
    props.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
    props.put("processing.exception.handler.global.enabled", true);
    props.put(StreamsConfig.MAX_TASK_IDLE_MS_CONFIG, -1L);
    props.putIfAbsent(StreamsConfig.POLL_MS_CONFIG, POLL_MS);
    props.putIfAbsent(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, CACHE_BYTES);
    return new StreamsConfig(props);
  }
}
