package vn.tonghop.schemas.state;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.Decoder;
import org.apache.avro.io.Encoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.kafka.common.errors.SerializationException;
import org.jspecify.annotations.Nullable;
import vn.tonghop.domain.standing.FixedList;
import vn.tonghop.schemas.serde.RecordBytes;

/**
 * A list within a record that stays bytes until somebody looks into it. Of the thousand reports of
 * a programme's year some sixty speak for a target: only their cells are ever unpacked, and the
 * others take a tenth of the heap.
 */
final class PackedList<T> extends FixedList<T> {

  private static final int USUAL_BYTES = 512;

  private final byte[] bytes;
  private final RecordBytes.Reader<List<T>> reader;

  /** Unpacked until the memory is needed: few are looked into again. */
  private @Nullable WeakReference<List<T>> unpacked;

  private PackedList(byte[] bytes, RecordBytes.Reader<List<T>> reader) {
    this.bytes = bytes;
    this.reader = reader;
  }

  /** Writes a list by that writer, or the bytes of one that was read packed. */
  static <T> void write(Encoder out, List<T> list, Fields.Writer<List<T>> writer)
      throws IOException {
    if (list instanceof PackedList<T> packed) {
      out.writeBytes(packed.bytes);
      return;
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(USUAL_BYTES);
    BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(bytes, null);
    writer.write(encoder, list);
    encoder.flush();
    out.writeBytes(bytes.toByteArray());
  }

  /** Takes the bytes of a list, which are read when somebody asks for an item. */
  static <T> List<T> read(Decoder in, RecordBytes.Reader<List<T>> reader) throws IOException {
    ByteBuffer buffer = in.readBytes(null);
    byte[] bytes = new byte[buffer.remaining()];
    buffer.get(bytes);
    return new PackedList<>(bytes, reader);
  }

  @Override
  public T get(int index) {
    return items().get(index);
  }

  @Override
  public int size() {
    return items().size();
  }

  /** Over the items as they were unpacked once, whatever the collector does meanwhile. */
  @Override
  public Iterator<T> iterator() {
    return items().iterator();
  }

  /** Equal bytes are equal lists; other bytes may be, written by whoever. */
  @Override
  public boolean equals(@Nullable Object other) {
    return (other instanceof PackedList<?> packed && Arrays.equals(bytes, packed.bytes))
        || super.equals(other);
  }

  @Override
  public int hashCode() {
    return super.hashCode();
  }

  private List<T> items() {
    @Nullable List<T> known = unpacked == null ? null : unpacked.get();
    if (known == null) {
      try {
        known = RecordBytes.read(bytes, 0, reader);
      } catch (IOException | RuntimeException e) {
        throw new SerializationException(
            "cannot read a list within a record: " + RecordBytes.reason(e), e);
      }
      unpacked = new WeakReference<>(known);
    }
    return known;
  }
}
