package vn.tonghop.schemas.state;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.Decoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.Encoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * A record of the roll-up's own: one byte for the layout, then its fields one after the other in
 * Avro's primitives, written and read by hand: generated classes between would cost more than all
 * the rest of a state's way. May be shared between threads. Null stands for null.
 */
abstract class CompactSerde<T> implements Serde<T> {

  private static final int KEPT_BYTES = 1 << 20;

  private final String name;
  private final ThreadLocal<Buffers> buffers = ThreadLocal.withInitial(Buffers::new);

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
    Buffers kept = buffers.get();
    kept.out.reset();
    kept.out.write(Layout.VERSION);
    kept.encoder = EncoderFactory.get().binaryEncoder(kept.out, kept.encoder);
    boolean whole = false;
    try {
      write(value, kept.encoder);
      kept.encoder.flush();
      whole = true;
      return kept.out.toByteArray();
    } catch (IOException | RuntimeException e) {
      throw new SerializationException("cannot write a " + name, e);
    } finally {
      // After a failure the encoder still holds half a record, which the next one must not get.
      if (!whole || kept.out.size() > KEPT_BYTES) {
        buffers.remove();
      }
    }
  }

  @SuppressWarnings("NullAway") // Kafka's interfaces mean null by null and do not say so.
  private T fromBytes(byte @Nullable [] bytes) {
    if (bytes == null) {
      return null;
    }
    if (bytes.length == 0 || bytes[0] != Layout.VERSION) {
      throw new SerializationException(
          "%s: unknown format %s, this program reads %d"
              .formatted(name, bytes.length == 0 ? "(no bytes)" : bytes[0], Layout.VERSION));
    }
    Buffers kept = buffers.get();
    try {
      kept.decoder = DecoderFactory.get().binaryDecoder(bytes, 1, bytes.length - 1, kept.decoder);
      T value = read(kept.decoder);
      if (!kept.decoder.isEnd()) {
        throw new IOException("bytes are left over after the record");
      }
      return value;
    } catch (EOFException e) {
      throw new SerializationException(
          "cannot read a " + name + ": the bytes end within the record", e);
    } catch (IOException | RuntimeException e) {
      throw new SerializationException("cannot read a %s: %s".formatted(name, e), e);
    }
  }

  private static final class Buffers {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream(1024);
    private @Nullable BinaryEncoder encoder;
    private @Nullable BinaryDecoder decoder;
  }
}
