package vn.tonghop.schemas.serde;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DatumReader;
import org.apache.avro.io.DatumWriter;
import org.apache.avro.io.Decoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.Encoder;
import org.apache.avro.io.EncoderFactory;
import org.jspecify.annotations.Nullable;

/** One record behind a few bytes of prefix: the part that all formats have in common. */
public final class RecordBytes {
  /** A serde is shared between stream threads, and the encoder's buffer is worth keeping. */
  private static final ThreadLocal<Buffers> BUFFERS = ThreadLocal.withInitial(Buffers::new);

  private static final int KEPT_BYTES = 1 << 20;

  private RecordBytes() {}

  /** Writes the fields of one record. */
  public interface Fields {
    void write(Encoder out) throws IOException;
  }

  /** Reads the fields of one record. */
  public interface Reader<T> {
    T read(Decoder in) throws IOException;
  }

  static <T> byte[] write(byte[] prefix, DatumWriter<T> writer, T datum) throws IOException {
    return write(prefix, out -> writer.write(datum, out));
  }

  /** The prefix and a record behind it. */
  public static byte[] write(byte[] prefix, Fields record) throws IOException {
    Buffers buffers = BUFFERS.get();
    ByteArrayOutputStream out = buffers.out;
    out.reset();
    out.writeBytes(prefix);
    BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(out, buffers.encoder);
    buffers.encoder = encoder;
    boolean whole = false;
    try {
      record.write(encoder);
      encoder.flush();
      whole = true;
      return out.toByteArray();
    } finally {
      // After a failure the encoder still holds half a record, which the next one must not get.
      if (!whole || out.size() > KEPT_BYTES) {
        BUFFERS.remove();
      }
    }
  }

  static <T> T read(byte[] bytes, int offset, DatumReader<T> reader) throws IOException {
    return read(bytes, offset, in -> reader.read(null, in));
  }

  /**
   * Reads one record that fills the bytes to their end.
   *
   * @param offset where the record begins
   * @throws IOException if the bytes end early or go on after the record
   * @throws RuntimeException of many kinds, if the bytes are not such a record
   */
  public static <T> T read(byte[] bytes, int offset, Reader<T> reader) throws IOException {
    BinaryDecoder decoder =
        DecoderFactory.get().binaryDecoder(bytes, offset, bytes.length - offset, null);
    T datum = reader.read(decoder);
    if (!decoder.isEnd()) {
      throw new IOException("bytes are left over after the record");
    }
    return datum;
  }

  /** What to say of a failure to read, in one line. */
  public static String reason(Throwable failure) {
    return failure instanceof EOFException
        ? "the bytes end within the record"
        : failure.getClass().getSimpleName() + ": " + failure.getMessage();
  }

  private static final class Buffers {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream(1024);
    private @Nullable BinaryEncoder encoder;
  }
}
