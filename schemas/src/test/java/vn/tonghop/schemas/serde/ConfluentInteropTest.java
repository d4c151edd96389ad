package vn.tonghop.schemas.serde;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.io.JsonEncoder;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.pulsar.kafka.shade.io.confluent.kafka.serializers.KafkaAvroDeserializer;
import org.apache.pulsar.kafka.shade.io.confluent.kafka.serializers.KafkaAvroSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.tonghop.ProgressReport;
import vn.tonghop.schemas.mapping.ReportMapping;
import vn.tonghop.schemas.registry.StubRegistry;
import vn.tonghop.schemas.serde.DecodedReport.Decoded;

/** Confluent's real serializer and ours, over one registry, in both directions. */
class ConfluentInteropTest {
  private static final String TOPIC = "tonghop.reports.40";
  private static final String SUBJECT = "vn.tonghop.ProgressReport";
  private static final Schema SCHEMA = ProgressReport.getClassSchema();

  private final StubRegistry registry = new StubRegistry();

  @AfterEach
  void stop() {
    registry.close();
  }

  private Map<String, String> settings(boolean theirs, Map<String, String> more) {
    Map<String, String> settings = new HashMap<>();
    settings.put("schema.registry.url", registry.url());
    settings.put(
        "value.subject.name.strategy",
        (theirs ? "org.apache.pulsar.kafka.shade." : "")
            + "io.confluent.kafka.serializers.subject.RecordNameStrategy");
    settings.putAll(more);
    return settings;
  }

  private byte[] theirs(Map<String, String> more) {
    try (KafkaAvroSerializer serializer = new KafkaAvroSerializer()) {
      serializer.configure(settings(true, more), false);
      return serializer.serialize(TOPIC, TheirRecord.of(SCHEMA, json(generic())));
    }
  }

  private byte[] ours(Object value, Map<String, String> more) {
    try (Serializer<Object> serializer = new RegistryAvroSerializer()) {
      serializer.configure(settings(false, more), false);
      return serializer.serialize(TOPIC, value);
    }
  }

  private Object read(byte[] bytes, Map<String, String> more) {
    try (Deserializer<Object> deserializer = new RegistryAvroDeserializer()) {
      deserializer.configure(settings(false, more), false);
      return deserializer.deserialize(TOPIC, bytes);
    }
  }

  private static GenericRecord generic() {
    byte[] bytes =
        AvroBinary.of(ProgressReport.class).serializer().serialize("", SampleReport.may());
    try {
      return new GenericDatumReader<GenericRecord>(SCHEMA)
          .read(null, DecoderFactory.get().binaryDecoder(bytes, 1, bytes.length - 1, null));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static String json(Object value) {
    GenericRecord datum = (GenericRecord) value;
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      JsonEncoder encoder = EncoderFactory.get().jsonEncoder(datum.getSchema(), out);
      new GenericDatumWriter<GenericRecord>(datum.getSchema(), new GenericData())
          .write(datum, encoder);
      encoder.flush();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return out.toString(StandardCharsets.UTF_8);
  }

  @Test
  void theirBytesAndOursAreTheSame() {
    byte[] theirs = theirs(Map.of());
    assertEquals(Arrays.toString(theirs), Arrays.toString(ours(SampleReport.may(), Map.of())));
    assertEquals(Arrays.toString(theirs), Arrays.toString(ours(generic(), Map.of())));
  }

  @Test
  void whatTheyWriteWeRead() {
    byte[] bytes = theirs(Map.of());
    assertEquals(json(generic()), json(read(bytes, Map.of())));
    ProgressReport report =
        assertInstanceOf(ProgressReport.class, read(bytes, Map.of("specific.avro.reader", "true")));
    assertEquals(SampleReport.may().toString(), report.toString());
    Decoded decoded =
        assertInstanceOf(
            Decoded.class, new ProgressReportDecoder(id -> Optional.of(SCHEMA)).decode(bytes));
    assertEquals(ReportMapping.fromAvro(SampleReport.may()), decoded.result());
  }

  @Test
  void whatWeWriteTheyRead() {
    try (KafkaAvroDeserializer deserializer = new KafkaAvroDeserializer()) {
      deserializer.configure(settings(true, Map.of()), false);
      Object record = deserializer.deserialize(TOPIC, ours(SampleReport.may(), Map.of()));
      assertEquals(json(generic()), TheirRecord.json(record));
    }
  }

  @Test
  void withoutAutomaticRegistrationBothNeedTheSubjectAndThenAgree() {
    Map<String, String> off = Map.of("auto.register.schemas", "false");
    assertThrows(SerializationException.class, () -> ours(SampleReport.may(), off));
    registry.register(SUBJECT, SCHEMA);
    assertEquals(Arrays.toString(theirs(off)), Arrays.toString(ours(SampleReport.may(), off)));
    assertEquals(0, registry.requests().stream().filter(r -> r.endsWith("/versions")).count());
  }

  @Test
  void withTheLatestVersionBothWriteByItAndWeAlsoAnOlderRecord() {
    registry.register(SUBJECT, SCHEMA);
    Map<String, String> latest =
        Map.of("auto.register.schemas", "false", "use.latest.version", "true");
    assertEquals(
        Arrays.toString(theirs(latest)), Arrays.toString(ours(SampleReport.may(), latest)));
    Schema next =
        new Schema.Parser()
            .parse(
                SCHEMA
                    .toString()
                    .replace(
                        "{\"name\":\"submittedBy\"",
                        "{\"name\":\"channel\",\"type\":\"string\",\"default\":\"x\"},"
                            + "{\"name\":\"submittedBy\""));
    int id = registry.register(SUBJECT, next);
    byte[] bytes = ours(SampleReport.may(), latest);
    assertEquals(id, WireFormat.schemaId(bytes));
    assertEquals("x", ((GenericRecord) read(bytes, Map.of())).get("channel").toString());
    ProgressReport back = (ProgressReport) read(bytes, Map.of("specific.avro.reader", "true"));
    assertEquals(SampleReport.may().toString(), back.toString());
  }

  @Test
  void whatCannotBeReadIsASerializationException() {
    byte[] bytes = theirs(Map.of());
    byte[] unknown = bytes.clone();
    unknown[4] = 99;
    assertThrows(SerializationException.class, () -> read(unknown, Map.of()));
    assertThrows(
        SerializationException.class, () -> read(Arrays.copyOf(bytes, bytes.length + 1), Map.of()));
    assertThrows(
        SerializationException.class, () -> read(Arrays.copyOf(bytes, bytes.length - 1), Map.of()));
    assertThrows(SerializationException.class, () -> read(new byte[] {1, 2}, Map.of()));
    registry.close();
    assertThrows(
        SerializationException.class,
        () -> read(bytes, Map.of("schema.registry.max.wait.ms", "50")));
    assertThrows(SerializationException.class, () -> ours(SampleReport.may(), Map.of()));
  }

  @Test
  void nullStaysNullAndWhatIsNoRecordIsRefused() {
    try (Serializer<Object> serializer = new RegistryAvroSerializer();
        Deserializer<Object> deserializer = new RegistryAvroDeserializer()) {
      assertNull(serializer.serialize(TOPIC, null));
      assertNull(deserializer.deserialize(TOPIC, (byte[]) null));
    }
    assertThrows(SerializationException.class, () -> ours("text", Map.of()));
  }
}
