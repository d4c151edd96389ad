package vn.tonghop.producer;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;
import vn.tonghop.domain.reference.ReferenceData;
import vn.tonghop.domain.reference.ReferenceException;
import vn.tonghop.producer.settings.Settings;
import vn.tonghop.schemas.mapping.ReferenceAssembly;
import vn.tonghop.schemas.registry.RegistryUnavailableException;
import vn.tonghop.schemas.topic.TopicEnd;
import vn.tonghop.schemas.topic.Topics;

/** The reference data that a running system judges new reports by. */
public final class RunningReference {

  private static final TopicPartition PARTITION = new TopicPartition(Topics.REFERENCE.name(), 0);

  private RunningReference() {}

  /**
   * The last version that can be used; empty if none was ever loaded, or if these settings give no
   * right to read it, as those of units do. The broker is asked only for what they may see: to try
   * the topic itself would leave a refusal in its log each time.
   *
   * @throws PublishException if broker or registry is out of reach
   */
  public static Optional<ReferenceData> read(Settings settings) {
    PlaintextCheck.require(settings);
    ReferenceAssembly assembly = new ReferenceAssembly();
    AtomicReference<@Nullable ReferenceData> last = new AtomicReference<>();
    try (KafkaConsumer<byte[], byte[]> consumer =
            new KafkaConsumer<>(
                TopicEnd.reader(ClientConfig.consumer(settings)),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        Deserializer<Object> values = ClientConfig.deserializer(settings)) {
      if (!consumer.listTopics().containsKey(PARTITION.topic())) {
        return Optional.empty();
      }
      TopicEnd.readAll(
          consumer,
          List.of(PARTITION),
          record -> {
            Object value = deserialized(values, record.value());
            if (value instanceof vn.tonghop.ReferenceEntry entry) {
              assembly.add(entry).flatMap(RunningReference::usable).ifPresent(last::set);
            }
          });
    } catch (KafkaException e) {
      throw Failures.of(Topics.REFERENCE.name(), e);
    }
    return Optional.ofNullable(last.get());
  }

  /** What cannot be read completes no version, and the roll-up passes it by, too. */
  private static @Nullable Object deserialized(Deserializer<Object> values, byte[] bytes) {
    try {
      return values.deserialize(Topics.REFERENCE.name(), bytes);
    } catch (SerializationException e) {
      if (e.getCause() instanceof RegistryUnavailableException) {
        throw e;
      }
      return null;
    }
  }

  /** The roll-up passes a version by that it cannot use. */
  private static Optional<ReferenceData> usable(ReferenceAssembly.Complete version) {
    try {
      return Optional.of(ReferenceData.of(version.rows()));
    } catch (ReferenceException e) {
      return Optional.empty();
    }
  }
}
