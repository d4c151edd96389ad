package vn.tonghop.schemas.serde;

import java.io.IOException;
import org.apache.avro.Schema;
import org.apache.avro.io.Decoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.Encoder;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;

/**
 * Topics and stores of the former layout: plain Avro binary of the generated class.
 *
 * @param <T> the generated class
 */
public final class AvroBinary<T extends SpecificRecord> extends VersionedSerde<T> {

  private static final byte VERSION = 1;

  /** More fields than any of our records has, each of a byte at least. */
  private static final int BLANK_BYTES = 4 * 1024;

  private final SpecificDatumWriter<T> writer;
  private final SpecificDatumReader<T> reader;

  private AvroBinary(Schema schema, SpecificData model) {
    super(schema.getFullName(), VERSION);
    this.writer = new SpecificDatumWriter<>(schema, model);
    this.reader = new SpecificDatumReader<>(schema, schema, model);
  }

  /** A serde for a class that Avro generated from a schema of this module. */
  public static <T extends SpecificRecord> AvroBinary<T> of(Class<T> type) {
    AvroSafety.apply();
    SpecificData model = SpecificData.getForClass(type);
    return new AvroBinary<>(model.getSchema(type), model);
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
  protected void write(T value, Encoder out) throws IOException {
    writer.write(value, out);
  }

  @Override
  protected T read(Decoder in) throws IOException {
    return reader.read(null, in);
  }
}
