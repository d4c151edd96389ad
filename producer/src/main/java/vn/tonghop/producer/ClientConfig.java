package vn.tonghop.producer;

import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.utils.Utils;
import vn.tonghop.producer.settings.Settings;
import vn.tonghop.schemas.serde.RegistryAvroDeserializer;
import vn.tonghop.schemas.serde.RegistryAvroSerializer;
import vn.tonghop.schemas.topic.Topics;

/** Settings as Kafka's clients want them: what a sender may choose, and what it may not. */
final class ClientConfig {

  /** A command should say within about ten seconds that nobody answers. */
  private static final int ANSWER_MS = 8_000;

  private static final int REQUEST_MS = 5_000;
  private static final int DELIVERY_MS = 30_000;

  private static final String RECORD_NAMES =
      "io.confluent.kafka.serializers.subject.RecordNameStrategy";

  private ClientConfig() {}

  static Map<String, Object> producer(Settings settings) {
    Map<String, Object> config = settings.clientConfig();
    config.remove(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG);
    config.remove(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG);
    config.putIfAbsent(ProducerConfig.MAX_BLOCK_MS_CONFIG, ANSWER_MS);
    config.putIfAbsent(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, REQUEST_MS);
    config.putIfAbsent(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, DELIVERY_MS);
    config.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    // On a topic whose leader is just being chosen, a second batch could be taken before the first,
    // which then could never follow: reports stay in order, one request at a time.
    config.put(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 1);
    config.put(ProducerConfig.ACKS_CONFIG, "all");
    config.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, Topics.MAX_REQUEST_BYTES);
    return config;
  }

  static Map<String, Object> admin(Settings settings) {
    Map<String, Object> config = settings.clientConfig();
    config.putIfAbsent(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, REQUEST_MS);
    config.putIfAbsent(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, ANSWER_MS);
    return config;
  }

  /** Receipts are read from a place of one's own choice, so there is no group to join. */
  static Map<String, Object> consumer(Settings settings) {
    Map<String, Object> config = settings.clientConfig();
    config.remove(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG);
    config.remove(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG);
    config.remove(CommonClientConfigs.GROUP_ID_CONFIG);
    config.putIfAbsent(ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, REQUEST_MS);
    config.putIfAbsent(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, ANSWER_MS);
    // By default 50 MiB, which need as much memory outside the heap again.
    config.putIfAbsent(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, Topics.FETCH_BYTES);
    config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    config.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    return config;
  }

  /** The serializer that the settings name, or ours. */
  @SuppressWarnings("unchecked")
  static Serializer<Object> serializer(Settings settings) {
    Map<String, Object> config = settings.clientConfig();
    config.putIfAbsent(RegistryAvroSerializer.AUTO_REGISTER, false);
    config.putIfAbsent("value.subject.name.strategy", RECORD_NAMES);
    Serializer<Object> serializer =
        named(
            config,
            ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG,
            RegistryAvroSerializer.class,
            Serializer.class);
    serializer.configure(config, false);
    return serializer;
  }

  /** The deserializer that the settings name, or ours. */
  @SuppressWarnings("unchecked")
  static Deserializer<Object> deserializer(Settings settings) {
    Map<String, Object> config = settings.clientConfig();
    config.put(RegistryAvroDeserializer.SPECIFIC, true);
    config.putIfAbsent(RegistryAvroDeserializer.MAX_WAIT_MS, ANSWER_MS);
    Deserializer<Object> deserializer =
        named(
            config,
            ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG,
            RegistryAvroDeserializer.class,
            Deserializer.class);
    deserializer.configure(config, false);
    return deserializer;
  }

  private static <T> T named(
      Map<String, Object> config, String key, Class<? extends T> ours, Class<T> type) {
    Object name = config.getOrDefault(key, ours.getName());
    try {
      return Utils.newInstance(String.valueOf(name), type);
    } catch (ClassNotFoundException | ClassCastException e) {
      throw new ConfigException(key, name, "the name of a " + type.getSimpleName());
    }
  }
}
