package vn.tonghop.streams.topology;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import org.apache.avro.Schema;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;
import vn.tonghop.domain.report.ProgressReport;
import vn.tonghop.schemas.mapping.ReportMapping;
import vn.tonghop.schemas.registry.Subjects;
import vn.tonghop.schemas.serde.WireFormat;

/** The registry's wire format without a registry: a schema's id is its place among all, from 1. */
final class Wire {

  private static final List<Schema> SCHEMAS = Subjects.external();

  private Wire() {}

  /** The schema of an id, as a registry would give it. */
  static Optional<Schema> schema(int id) {
    return id >= 1 && id <= SCHEMAS.size() ? Optional.of(SCHEMAS.get(id - 1)) : Optional.empty();
  }

  static byte[] report(ProgressReport report) {
    return write(ReportMapping.toAvro(report));
  }

  static byte[] write(SpecificRecord value) {
    int id = SCHEMAS.indexOf(value.getSchema()) + 1;
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(ByteBuffer.allocate(WireFormat.HEADER_BYTES).put((byte) 0).putInt(id).array());
    BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(out, null);
    try {
      new SpecificDatumWriter<SpecificRecord>(
              value.getSchema(), SpecificData.getForClass(value.getClass()))
          .write(value, encoder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  static <T extends SpecificRecord> @Nullable T read(Class<T> type, byte @Nullable [] bytes) {
    if (bytes == null) {
      return null;
    }
    SpecificData model = SpecificData.getForClass(type);
    Schema schema = model.getSchema(type);
    int length = bytes.length - WireFormat.HEADER_BYTES;
    try {
      return new SpecificDatumReader<T>(schema, schema, model)
          .read(
              null,
              DecoderFactory.get().binaryDecoder(bytes, WireFormat.HEADER_BYTES, length, null));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What the topology is given to write output values with. */
  @SuppressWarnings("NullAway") // Kafka's interface means null by null and does not say so.
  static Serializer<Object> serializer() {
    return (topic, value) -> value == null ? null : write((SpecificRecord) value);
  }
}
