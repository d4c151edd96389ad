package vn.tonghop.producer;

import java.time.Duration;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import vn.tonghop.producer.settings.Settings;

/**
 * A consumer and what makes Avro of its values. They are apart, so that one value that cannot be
 * read does not keep the consumer before it.
 */
public record AvroConsumer(Consumer<String, byte[]> kafka, Deserializer<Object> values)
    implements AutoCloseable {

  /** It is in no group; to wait for its last request, at a topic's end, takes half a second. */
  private static final Duration CLOSE = Duration.ZERO;

  /**
   * For the broker and the registry of the settings.
   *
   * @throws PublishException if the broker speaks TLS and the settings do not, no address of a
   *     broker can be resolved, or Kafka does not accept a setting
   */
  public static AvroConsumer open(Settings settings) {
    PlaintextCheck.require(settings);
    try {
      return new AvroConsumer(
          new KafkaConsumer<>(
              ClientConfig.consumer(settings),
              new StringDeserializer(),
              new ByteArrayDeserializer()),
          ClientConfig.deserializer(settings));
    } catch (KafkaException e) {
      throw Failures.of(settings.bootstrap(), e);
    }
  }

  /**
   * Only what makes Avro of values, for who has them already; its user closes it.
   *
   * @throws PublishException if a setting is not accepted
   */
  public static Deserializer<Object> values(Settings settings) {
    try {
      return ClientConfig.deserializer(settings);
    } catch (KafkaException e) {
      throw Failures.of(settings.registry(), e);
    }
  }

  /**
   * What the value says.
   *
   * @throws org.apache.kafka.common.errors.SerializationException if it cannot be read, or the
   *     registry is out of reach
   */
  public Object value(ConsumerRecord<String, byte[]> sent) {
    return values.deserialize(sent.topic(), sent.headers(), sent.value());
  }

  @Override
  public void close() {
    kafka.close(CloseOptions.timeout(CLOSE));
    values.close();
  }
}
