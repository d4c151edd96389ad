package vn.tonghop.bench.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;
import vn.tonghop.schemas.output.OutputRecord;
import vn.tonghop.schemas.serde.RecordBytes;
import vn.tonghop.schemas.serde.RegistryAvroSerializer;
import vn.tonghop.streams.config.RegistrySerde;
import vn.tonghop.streams.config.RollUpSettings;

/** The bytes that the roll-up itself writes to the contract's topics, for whoever does its work. */
public final class OutputBytes {

  private final Map<OutputRecord<?>, byte[]> headers = new HashMap<>();

  /**
   * @param header what goes before the fields of a record with that schema
   */
  public OutputBytes(Function<Schema, byte @Nullable []> header) {
    for (OutputRecord<?> record : OutputRecord.ALL) {
      headers.put(
          record,
          Objects.requireNonNull(header.apply(SpecificData.get().getSchema(record.type()))));
    }
  }

  /** With the schemas' numbers in the registry. */
  public static OutputBytes registered(RollUpSettings settings) {
    Serializer<?> ours = new RegistrySerde(settings).serializer();
    return new OutputBytes(schema -> ((RegistryAvroSerializer) ours).header("", schema));
  }

  /** A record's value. */
  public <T> byte[] of(OutputRecord<T> record, T value) {
    try {
      return RecordBytes.write(
          headers.getOrDefault(record, new byte[0]), out -> record.write(value, out));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
