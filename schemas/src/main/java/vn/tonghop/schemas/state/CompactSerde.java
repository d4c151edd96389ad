package vn.tonghop.schemas.state;

import java.io.IOException;
import org.apache.avro.io.Decoder;
import org.apache.avro.io.Encoder;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;
import vn.tonghop.schemas.serde.RecordBytes;

/**
 * A record of the roll-up's own: one byte for the layout, then its fields one after the other in
 * Avro's primitives, written and read by hand: generated classes between would cost more than all
 * the rest of a state's way. May be shared between threads. Null stands for null.
 */
abstract class CompactSerde<T> implements Serde<T> {

  /**
   * To be raised with any change of what follows. 1 was Avro's own binary of generated classes, in
   * stores and topics of other names.
   */
  private static final byte VERSION = 2;

  private static final byte[] PREFIX = {VERSION};

  private final String name;

  /**
   * @param name of what is kept, for errors
   */
  CompactSerde(String name) {
    this.name = name;
  }

  /** Writes all fields. */
  abstract void write(T value, Encoder out) throws IOException;

  /**
   * Reads all fields.
   *
   * @throws RuntimeException of many kinds, if the bytes are no such record
   */
  abstract T read(Decoder in) throws IOException;

  @Override
  public Serializer<T> serializer() {
    return (topic, value) -> toBytes(value);
  }

  @Override
  public Deserializer<T> deserializer() {
    return (topic, bytes) -> fromBytes(bytes);
  }

  @SuppressWarnings("NullAway") // Kafka's interfaces mean null by null and do not say so.
  private byte[] toBytes(@Nullable T value) {
    if (value == null) {
      return null;
    }
    try {
      return RecordBytes.write(PREFIX, out -> write(value, out));
    } catch (IOException | RuntimeException e) {
      throw new SerializationException("cannot write a " + name, e);
    }
  }

  @SuppressWarnings("NullAway") // Kafka's interfaces mean null by null and do not say so.
  private T fromBytes(byte @Nullable [] bytes) {
    if (bytes == null) {
      return null;
    }
    if (bytes.length == 0 || bytes[0] != VERSION) {
      throw new SerializationException(
          "%s: unknown format %s, this program reads %d"
              .formatted(name, bytes.length == 0 ? "(no bytes)" : bytes[0], VERSION));
    }
    try {
      return RecordBytes.read(bytes, PREFIX.length, this::read);
    } catch (IOException | RuntimeException e) {
      throw new SerializationException(
          "cannot read a %s: %s".formatted(name, RecordBytes.reason(e)), e);
    }
  }
}
