package vn.tonghop.schemas.serde;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericContainer;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.io.DatumWriter;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;
import vn.tonghop.schemas.registry.RegistryClient;
import vn.tonghop.schemas.registry.RegistryClient.Registered;
import vn.tonghop.schemas.registry.RegistrySettings;
import vn.tonghop.schemas.registry.SchemaIds;

/**
 * Avro records, generated or generic, in the registry's wire format. It takes Confluent's keys with
 * Confluent's meanings, so that either serializer can be named in the settings.
 */
public final class RegistryAvroSerializer implements Serializer<Object> {
  /** Register a schema that the subject does not have; true by default, as with Confluent. */
  public static final String AUTO_REGISTER = "auto.register.schemas";

  /** Write by the subject's last version; false by default; needs no automatic registration. */
  public static final String USE_LATEST = "use.latest.version";

  /** Topics and schemas that a program writes are few; a bound in case they are not. */
  private static final int MOST_TARGETS = 10_000;

  private record Settings(
      SchemaIds ids,
      SubjectNames names,
      boolean key,
      boolean register,
      boolean latest,
      Map<Target, Writing> writings) {}

  /** What one writer and one id are for; generated and generic records have different writers. */
  private record Target(String topic, Class<?> type, Schema schema) {}

  /** To make a writer, and to ask for the id, takes longer than to write a record. */
  private record Writing(int id, DatumWriter<GenericContainer> writer) {}

  private @Nullable Settings settings;

  /**
   * @throws ConfigException naming the key and what it accepts
   */
  @Override
  public void configure(Map<String, ?> configs, boolean isKey) {
    AvroSafety.apply();
    boolean register = Flag.read(configs, AUTO_REGISTER, true);
    boolean latest = Flag.read(configs, USE_LATEST, false);
    settings =
        new Settings(
            new SchemaIds(new RegistryClient(RegistrySettings.from(configs))),
            SubjectNames.from(configs, isKey),
            isKey,
            register,
            latest && !register,
            new ConcurrentHashMap<>());
  }

  /**
   * @throws SerializationException if the registry or the schema refuses the record, or the
   *     registry is out of reach
   */
  @Override
  @SuppressWarnings("NullAway") // Kafka's interface means null by null and does not say so.
  public byte[] serialize(String topic, @Nullable Object value) {
    if (value == null) {
      return null;
    }
    if (!(value instanceof GenericContainer container)) {
      throw new SerializationException("no Avro record: " + value.getClass().getName());
    }
    if (settings == null) {
      throw new SerializationException("configure() comes first");
    }
    try {
      return write(settings, topic, container);
    } catch (SerializationException e) {
      throw e;
    } catch (IOException | KafkaException | AvroRuntimeException e) {
      throw failed(topic, container, e);
    } catch (ClassCastException | NullPointerException | ArithmeticException e) {
      // How Avro's writers say that a value does not fit its field.
      throw failed(topic, container, e);
    }
  }

  /**
   * What goes before a record that somebody writes field by field: the wire format's header.
   *
   * @param topic that it is written to
   * @param schema by which its fields are written
   * @return null if records are written by the subject's last version, whichever that is
   * @throws SerializationException as {@link #serialize}
   */
  public byte @Nullable [] header(String topic, Schema schema) {
    if (settings == null) {
      throw new SerializationException("configure() comes first");
    }
    try {
      return settings.latest() ? null : WireFormat.header(id(settings, topic, schema));
    } catch (KafkaException e) {
      throw e instanceof SerializationException already
          ? already
          : new SerializationException(
              "no id for " + schema.getFullName() + ": " + e.getMessage(), e);
    }
  }

  private static byte[] write(Settings settings, String topic, GenericContainer value)
      throws IOException {
    Schema schema = value.getSchema();
    if (settings.latest()) {
      Registered last = settings.ids().latest(subject(settings, topic, schema));
      return last.schema().equals(schema)
          ? write(new Writing(last.id(), writer(value)), value)
          : writeAs(last, value);
    }
    Target target = new Target(topic, value.getClass(), schema);
    Writing writing = settings.writings().get(target);
    if (writing == null) {
      writing = new Writing(id(settings, topic, schema), writer(value));
      if (settings.writings().size() >= MOST_TARGETS) {
        settings.writings().clear();
      }
      settings.writings().put(target, writing);
    }
    return write(writing, value);
  }

  private static String subject(Settings settings, String topic, Schema schema) {
    return settings.names().subject(topic, settings.key(), schema);
  }

  private static int id(Settings settings, String topic, Schema schema) {
    String subject = subject(settings, topic, schema);
    return settings.register()
        ? settings.ids().register(subject, schema)
        : settings.ids().lookUp(subject, schema);
  }

  private static DatumWriter<GenericContainer> writer(GenericContainer value) {
    return value instanceof SpecificRecord
        ? new SpecificDatumWriter<>(value.getSchema(), SpecificData.getForClass(value.getClass()))
        : new GenericDatumWriter<>(value.getSchema(), GenericData.get());
  }

  private static byte[] write(Writing writing, GenericContainer value) throws IOException {
    return RecordBytes.write(WireFormat.header(writing.id()), writing.writer(), value);
  }

  /** By way of the bytes: Avro's own rules fill in what the last version has more. */
  private static byte[] writeAs(Registered last, GenericContainer value) throws IOException {
    GenericDatumReader<Object> reader = new GenericDatumReader<>(value.getSchema(), last.schema());
    Object other =
        RecordBytes.read(
            write(new Writing(last.id(), writer(value)), value), WireFormat.HEADER_BYTES, reader);
    return RecordBytes.write(
        WireFormat.header(last.id()), new GenericDatumWriter<>(last.schema()), other);
  }

  private static SerializationException failed(
      String topic, GenericContainer value, Exception cause) {
    return new SerializationException(
        "cannot write a %s to %s: %s"
            .formatted(value.getSchema().getFullName(), topic, cause.getMessage()),
        cause);
  }
}
