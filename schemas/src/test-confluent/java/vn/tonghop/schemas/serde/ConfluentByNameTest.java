package vn.tonghop.schemas.serde;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.Serializer;
import org.junit.jupiter.api.Test;
import vn.tonghop.schemas.registry.StubRegistry;

/**
 * The settings of a producer name Confluent's serializer in place of ours; nothing else changes.
 */
class ConfluentByNameTest {

  @Test
  void theirSerializerUnderOurSettingsWritesWhatOursReads() throws Exception {
    try (StubRegistry registry = new StubRegistry()) {
      Map<String, Object> settings = new HashMap<>();
      settings.put("schema.registry.url", registry.url());
      settings.put(
          "value.subject.name.strategy",
          "io.confluent.kafka.serializers.subject.RecordNameStrategy");
      settings.put("specific.avro.reader", "true");
      settings.put(
          ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG,
          "io.confluent.kafka.serializers.KafkaAvroSerializer");
      String name = (String) settings.get(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG);
      try (Serializer<?> theirs =
              Class.forName(name)
                  .asSubclass(Serializer.class)
                  .getDeclaredConstructor()
                  .newInstance();
          RegistryAvroDeserializer ours = new RegistryAvroDeserializer()) {
        theirs.configure(settings, false);
        ours.configure(settings, false);
        @SuppressWarnings("unchecked") // Confluent's serializer takes any Avro record.
        byte[] bytes = ((Serializer<Object>) theirs).serialize("t", SampleReport.may());
        assertEquals(SampleReport.may().toString(), ours.deserialize("t", bytes).toString());
      }
    }
  }
}
