package vn.tonghop.schemas.serde;

import java.io.IOException;
import org.apache.avro.io.Decoder;
import org.apache.avro.io.Encoder;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * A record of the roll-up's own, that no registry knows: one byte for the version of its format,
 * then its fields. May be shared between threads. Null stands for null.
 */
public abstract class VersionedSerde<T> implements Serde<T> {

  private final String name;
  private final byte[] prefix;

  /**
   * @param name of what is kept, for errors
   * @param version to be raised with any change of the fields
   */
  protected VersionedSerde(String name, byte version) {
    this.name = name;
    this.prefix = new byte[] {version};
  }

  /** Writes all fields. */
  protected abstract void write(T value, Encoder out) throws IOException;

  /**
   * Reads all fields.
   *
   * @throws RuntimeException of many kinds, if the bytes are no such record
   */
  protected abstract T read(Decoder in) throws IOException;

  @Override
  public final Serializer<T> serializer() {
    return (topic, value) -> toBytes(value);
  }

  @Override
  public final Deserializer<T> deserializer() {
    return (topic, bytes) -> fromBytes(bytes);
  }

  @SuppressWarnings("NullAway") // Kafka's interfaces mean null by null and do not say so.
  private byte[] toBytes(@Nullable T value) {
    if (value == null) {
      return null;
    }
    try {
      return RecordBytes.write(prefix, out -> write(value, out));
    } catch (IOException | RuntimeException e) {
      throw new SerializationException("cannot write a " + name, e);
    }
  }

  @SuppressWarnings("NullAway") // Kafka's interfaces mean null by null and do not say so.
  private T fromBytes(byte @Nullable [] bytes) {
    if (bytes == null) {
      return null;
    }
    if (bytes.length == 0 || bytes[0] != prefix[0]) {
      throw new SerializationException(
          "%s: unknown format %s, this program reads %d"
              .formatted(name, bytes.length == 0 ? "(no bytes)" : bytes[0], prefix[0]));
    }
    try {
      return RecordBytes.read(bytes, prefix.length, this::read);
    } catch (IOException | RuntimeException e) {
      throw new SerializationException(
          "cannot read a %s: %s".formatted(name, RecordBytes.reason(e)), e);
    }
  }
}
