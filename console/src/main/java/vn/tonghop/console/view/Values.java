package vn.tonghop.console.view;

import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import vn.tonghop.producer.AvroConsumer;
import vn.tonghop.producer.settings.Settings;

/** Reads bytes that are held, for pages: one at a time, since not every deserializer takes many. */
final class Values implements AutoCloseable {

  private final Deserializer<Object> deserializer;
  private final Turn turn = new Turn();

  Values(Settings settings) {
    this(AvroConsumer.values(settings));
  }

  /**
   * @param deserializer of these alone; closed with them
   */
  Values(Deserializer<Object> deserializer) {
    this.deserializer = deserializer;
  }

  /**
   * What the bytes say.
   *
   * @throws UnreadableException if they are no such record, or the registry is out of reach, or
   *     others wait for it already
   */
  <T> T read(String topic, byte[] bytes, Class<T> type) {
    return turn.take(topic, () -> readNow(topic, bytes, type));
  }

  private <T> T readNow(String topic, byte[] bytes, Class<T> type) {
    try {
      return type.cast(deserializer.deserialize(topic, bytes));
    } catch (SerializationException | ClassCastException e) {
      throw new UnreadableException(topic + ": " + e.getMessage(), e);
    }
  }

  @Override
  public void close() {
    deserializer.close();
  }
}
