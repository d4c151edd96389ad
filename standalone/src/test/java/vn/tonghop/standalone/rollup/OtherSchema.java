package vn.tonghop.standalone.rollup;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import vn.tonghop.schemas.registry.RegistryClient;
import vn.tonghop.schemas.registry.RegistrySettings;
import vn.tonghop.schemas.registry.Subjects;
import vn.tonghop.schemas.serde.WireFormat;

/**
 * Another version of the report's schema, registered as an operator would.
 *
 * @param id in the registry
 */
record OtherSchema(int id, Schema schema) {

  private static final Schema NOW = vn.tonghop.ProgressReport.getClassSchema();

  /** With one field more, which has a default. */
  static OtherSchema later(Ground ground, String field) {
    List<Schema.Field> fields = copies();
    fields.add(new Schema.Field(field, Schema.create(Schema.Type.STRING), null, "web"));
    return register(ground, fields);
  }

  /** Without a field that has a default now. */
  static OtherSchema earlier(Ground ground, String without) {
    List<Schema.Field> fields = copies();
    if (!fields.removeIf(each -> each.name().equals(without))) {
      throw new AssertionError("no field " + without);
    }
    return register(ground, fields);
  }

  /** The wire format of what was written with the present schema. */
  byte[] rewritten(byte[] now) {
    try {
      GenericRecord record =
          new GenericDatumReader<GenericRecord>(NOW, schema)
              .read(
                  null,
                  DecoderFactory.get()
                      .binaryDecoder(
                          now,
                          WireFormat.HEADER_BYTES,
                          now.length - WireFormat.HEADER_BYTES,
                          null));
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      out.writeBytes(ByteBuffer.allocate(WireFormat.HEADER_BYTES).putInt(1, id).array());
      BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(out, null);
      new GenericDatumWriter<GenericRecord>(schema).write(record, encoder);
      encoder.flush();
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Schema.Field> copies() {
    List<Schema.Field> fields = new ArrayList<>();
    NOW.getFields().forEach(each -> fields.add(new Schema.Field(each, each.schema())));
    return fields;
  }

  private static OtherSchema register(Ground ground, List<Schema.Field> fields) {
    Schema schema = Schema.createRecord(NOW.getName(), null, NOW.getNamespace(), false, fields);
    RegistryClient client = new RegistryClient(RegistrySettings.from(ground.config()));
    return new OtherSchema(client.register(Subjects.subject(NOW), schema), schema);
  }
}
