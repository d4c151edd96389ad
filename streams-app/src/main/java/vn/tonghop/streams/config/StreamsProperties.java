package vn.tonghop.streams.config;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.streams.StreamsConfig;
import vn.tonghop.schemas.topic.Topics;

/** Kafka Streams' settings for the roll-up; why each has its value stands beside it. */
public final class StreamsProperties {

  // The constant in Kafka's class is deprecated, the warning without it is not.
  private static final String GLOBAL_HANDLER = "processing.exception.handler.global.enabled";

  private static final int SESSION_TIMEOUT_MS = 10_000;
  private static final int BUFFERED_RECORDS = 64;
  private static final int POLL_MS = 5;
  private static final int BATCH_BYTES = 128 * 1024;
  private static final long CACHE_BYTES = 16L * 1024 * 1024;

  private StreamsProperties() {}

  /** The settings, those of the file passed through unless they are fixed here. */
  public static StreamsConfig of(RollUpSettings settings) {
    Map<String, Object> props = new HashMap<>(settings.clients());
    props.put(StreamsConfig.APPLICATION_ID_CONFIG, settings.applicationId());
    props.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, settings.bootstrapServers());
    props.put(StreamsConfig.STATE_DIR_CONFIG, settings.stateFolder().toString());
    props.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, settings.threads());
    props.put(StreamsConfig.NUM_STANDBY_REPLICAS_CONFIG, settings.standbys());
    props.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, settings.commitInterval());
    props.put(StreamsConfig.REPLICATION_FACTOR_CONFIG, settings.replication());
    props.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
    // Kafka's newer protocol knows no pattern subscription: a topic a unit needs one.
    props.put(StreamsConfig.GROUP_PROTOCOL_CONFIG, "classic");
    props.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
    // The topology has no global stores; said so that Kafka does not warn at each start.
    props.put(GLOBAL_HANDLER, true);
    props.put(StreamsConfig.DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG, StopAtUnreadable.class);
    // Reports are independent: one unavailable topic must not hold up the others.
    props.put(StreamsConfig.MAX_TASK_IDLE_MS_CONFIG, -1L);
    // The thread blocks that long with uncommitted work.
    props.putIfAbsent(StreamsConfig.POLL_MS_CONFIG, POLL_MS);
    props.putIfAbsent(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, CACHE_BYTES);
    props.putIfAbsent(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, BoundedRocksDb.class);
    // A record may have 640 KiB and every sender has a queue: a thousand records each by default.
    props.putIfAbsent(StreamsConfig.BUFFERED_RECORDS_PER_PARTITION_CONFIG, BUFFERED_RECORDS);
    // Records of one kind are much alike: half the broker's work, and a third of the bytes. Without
    // a prefix, so that a setting with or without one goes before it.
    props.putIfAbsent(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
    // What a backlog's transaction writes to one partition in one piece: four fifths of the
    // broker's work were for single small batches.
    props.putIfAbsent(ProducerConfig.BATCH_SIZE_CONFIG, BATCH_BYTES);
    consumer(props, settings);
    topics(props);
    props.put(
        StreamsConfig.producerPrefix(ProducerConfig.MAX_REQUEST_SIZE_CONFIG),
        Topics.MAX_REQUEST_BYTES);
    return new StreamsConfig(props);
  }

  private static void consumer(Map<String, Object> props, RollUpSettings settings) {
    props.put(
        StreamsConfig.consumerPrefix(ConsumerConfig.ISOLATION_LEVEL_CONFIG), "read_committed");
    // Without a prefix, so that a setting with or without one goes before it.
    props.putIfAbsent(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, SESSION_TIMEOUT_MS);
    // By default 50 MiB for each of some consumers, and as much outside the heap.
    props.putIfAbsent(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, Topics.FETCH_BYTES);
    if (settings.instance() != null) {
      props.put(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG, settings.instance());
    }
  }

  /** Internal topics take what the outside ones take: any size below, any time of a report. */
  private static void topics(Map<String, Object> props) {
    String anyTime = Long.toString(Long.MAX_VALUE);
    props.put(
        StreamsConfig.topicPrefix(TopicConfig.MAX_MESSAGE_BYTES_CONFIG),
        Integer.toString(Topics.RECORD_LIMIT));
    props.put(
        StreamsConfig.topicPrefix(TopicConfig.MESSAGE_TIMESTAMP_BEFORE_MAX_MS_CONFIG), anyTime);
    props.put(
        StreamsConfig.topicPrefix(TopicConfig.MESSAGE_TIMESTAMP_AFTER_MAX_MS_CONFIG), anyTime);
  }
}
