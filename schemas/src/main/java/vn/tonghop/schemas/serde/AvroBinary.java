package vn.tonghop.schemas.serde;

import java.io.IOException;
import org.apache.avro.Schema;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * Topics and stores of the former layout had no registry: one byte for the version of the format,
 * then plain Avro binary of the generated class. May be shared between threads. Null stands for
 * null.
 *
 * @param <T> the generated class
 */
public final class AvroBinary<T extends SpecificRecord> implements Serde<T> {
  /** Version of the format: to be raised with any change of an internal schema. */
  static final byte VERSION = 1;

  /** More fields than any of our records has, each of a byte at least. */
  private static final int BLANK_BYTES = 4 * 1024;

  private static final byte[] PREFIX = {VERSION};

  private final String name;
  private final SpecificDatumWriter<T> writer;
  private final SpecificDatumReader<T> reader;

  private AvroBinary(Class<T> type) {
    AvroSafety.apply();
    SpecificData model = SpecificData.getForClass(type);
    Schema schema = model.getSchema(type);
    this.name = schema.getFullName();
    this.writer = new SpecificDatumWriter<>(schema, model);
    this.reader = new SpecificDatumReader<>(schema, schema, model);
  }

  /** A serde for a class that Avro generated from a schema of this module. */
  public static <T extends SpecificRecord> AvroBinary<T> of(Class<T> type) {
    return new AvroBinary<>(type);
  }

  /**
   * A record of empty texts, zeros and empty lists, for who needs any at all. In Avro binary all
   * these are zero bytes, and so is the first branch of a union.
   */
  public static <T extends SpecificRecord> T blank(Class<T> type) {
    try {
      return of(type)
          .reader
          .read(null, DecoderFactory.get().binaryDecoder(new byte[BLANK_BYTES], null));
    } catch (IOException e) {
      throw new IllegalArgumentException("a blank one is too long: " + type.getName(), e);
    }
  }

  @Override
  public Serializer<T> serializer() {
    return (topic, value) -> write(value);
  }

  @Override
  public Deserializer<T> deserializer() {
    return (topic, bytes) -> read(bytes);
  }

  @SuppressWarnings("NullAway") // Kafka's interfaces mean null by null and do not say so.
  private byte[] write(@Nullable T value) {
    if (value == null) {
      return null;
    }
    try {
      return RecordBytes.write(PREFIX, writer, value);
    } catch (IOException | RuntimeException e) {
      throw new SerializationException("cannot write a " + name, e);
    }
  }

  @SuppressWarnings("NullAway") // Kafka's interfaces mean null by null and do not say so.
  private T read(byte @Nullable [] bytes) {
    if (bytes == null) {
      return null;
    }
    if (bytes.length == 0 || bytes[0] != VERSION) {
      throw new SerializationException(
          "%s: unknown format %s, this program reads %d"
              .formatted(name, bytes.length == 0 ? "(no bytes)" : bytes[0], VERSION));
    }
    try {
      return RecordBytes.read(bytes, PREFIX.length, reader);
    } catch (IOException | RuntimeException e) {
      throw new SerializationException(
          "cannot read a %s: %s".formatted(name, RecordBytes.reason(e)), e);
    }
  }
}
