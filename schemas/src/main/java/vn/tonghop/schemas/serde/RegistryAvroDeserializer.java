package vn.tonghop.schemas.serde;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.io.DatumReader;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;
import vn.tonghop.schemas.registry.RegistryClient;
import vn.tonghop.schemas.registry.RegistrySchemaLookup;
import vn.tonghop.schemas.registry.RegistrySettings;
import vn.tonghop.schemas.registry.RegistryUnavailableException;

/**
 * The registry's wire format as generated records ({@code specific.avro.reader=true}) or generic
 * ones (the default), under Confluent's keys. While the registry is away it waits and asks again.
 */
public final class RegistryAvroDeserializer implements Deserializer<Object> {
  /** Read as the generated class of the writer's full name; false by default. */
  public static final String SPECIFIC = "specific.avro.reader";

  /** Longest wait for a registry that is away, in milliseconds; 60000 by default. */
  public static final String MAX_WAIT_MS = "schema.registry.max.wait.ms";

  private static final long DEFAULT_MAX_WAIT_MS = 60_000;

  private record Settings(
      RegistrySchemaLookup schemas,
      boolean specific,
      Duration maxWait,
      Map<Schema, DatumReader<Object>> readers) {}

  private @Nullable Settings settings;

  /**
   * @throws ConfigException naming the key and what it accepts
   */
  @Override
  public void configure(Map<String, ?> configs, boolean isKey) {
    AvroSafety.apply();
    settings =
        new Settings(
            new RegistrySchemaLookup(new RegistryClient(RegistrySettings.from(configs))),
            Flag.read(configs, SPECIFIC, false),
            maxWait(configs.get(MAX_WAIT_MS)),
            new ConcurrentHashMap<>());
  }

  /**
   * @throws SerializationException if the bytes are no such record, the registry has no such schema
   *     or is out of reach for longer than {@value #MAX_WAIT_MS}
   * @throws InterruptException if the thread is interrupted while it waits
   */
  @Override
  @SuppressWarnings("NullAway") // Kafka's interface means null by null and does not say so.
  public Object deserialize(String topic, byte @Nullable [] bytes) {
    if (bytes == null) {
      return null;
    }
    Settings settings = this.settings;
    if (settings == null) {
      throw new SerializationException("configure() comes first");
    }
    if (!WireFormat.matches(bytes)) {
      throw new SerializationException(
          topic + ": expected 0x00, a four-byte schema id and Avro binary");
    }
    Schema writer = writer(settings, topic, WireFormat.schemaId(bytes));
    try {
      DatumReader<Object> reader =
          settings.readers().computeIfAbsent(writer, schema -> reader(schema, settings.specific()));
      return RecordBytes.read(bytes, WireFormat.HEADER_BYTES, reader);
    } catch (IOException | RuntimeException e) {
      // Malformed Avro surfaces as index, cast, format, limit and type errors alike.
      throw new SerializationException(
          "%s: cannot read a %s: %s".formatted(topic, writer.getFullName(), RecordBytes.reason(e)),
          e);
    }
  }

  private static Schema writer(Settings settings, String topic, int id) {
    try {
      return settings
          .schemas()
          .awaitSchema(id, settings.maxWait())
          .orElseThrow(
              () ->
                  new SerializationException(
                      "%s: the registry has no schema with id %d".formatted(topic, id)));
    } catch (RegistryUnavailableException e) {
      throw new SerializationException(topic + ": " + e.getMessage(), e);
    } catch (InterruptedException e) {
      throw new InterruptException(e);
    }
  }

  private static DatumReader<Object> reader(Schema writer, boolean specific) {
    if (!specific) {
      return new GenericDatumReader<>(writer);
    }
    Class<?> type = SpecificData.get().getClass(writer);
    if (type == null) {
      throw new SerializationException("no generated class " + writer.getFullName());
    }
    SpecificData model = SpecificData.getForClass(type);
    return new SpecificDatumReader<>(writer, model.getSchema(type), model);
  }

  private static Duration maxWait(@Nullable Object value) {
    try {
      long millis = value == null ? DEFAULT_MAX_WAIT_MS : Long.parseLong(value.toString().trim());
      if (millis >= 0) {
        return Duration.ofMillis(millis);
      }
    } catch (NumberFormatException e) {
      throw new ConfigException(MAX_WAIT_MS, value, "milliseconds, 0 or more");
    }
    throw new ConfigException(MAX_WAIT_MS, value, "milliseconds, 0 or more");
  }
}
