package vn.tonghop.streams.config;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.utils.Utils;
import vn.tonghop.schemas.registry.RegistryClient;
import vn.tonghop.schemas.registry.RegistrySchemaLookup;
import vn.tonghop.schemas.registry.RegistrySettings;
import vn.tonghop.schemas.registry.SchemaLookup;
import vn.tonghop.schemas.serde.RegistryAvroDeserializer;
import vn.tonghop.schemas.serde.RegistryAvroSerializer;

/**
 * How the roll-up writes and reads the registry's wire format: one subject a record, schemas
 * registered beforehand. {@code value.serializer} may name Confluent's serializer instead of ours.
 */
public final class RegistrySerde {

  private static final String RECORD_NAME_STRATEGY =
      "io.confluent.kafka.serializers.subject.RecordNameStrategy";

  private final Map<String, Object> configs;

  public RegistrySerde(RollUpSettings settings) {
    Map<String, Object> all = new HashMap<>(settings.clients());
    all.put("schema.registry.url", settings.registryUrl());
    all.putIfAbsent("auto.register.schemas", "false");
    all.putIfAbsent("value.subject.name.strategy", RECORD_NAME_STRATEGY);
    all.put("specific.avro.reader", "true");
    this.configs = Map.copyOf(all);
  }

  /**
   * A configured serializer of the class that the settings name.
   *
   * @throws ConfigException if there is no such class or it is no serializer
   */
  @SuppressWarnings("unchecked") // What it serializes is checked record by record.
  public Serializer<Object> serializer() {
    Object name =
        configs.getOrDefault(
            ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, RegistryAvroSerializer.class.getName());
    try {
      Serializer<Object> serializer =
          (Serializer<Object>) Utils.newInstance(name.toString(), Serializer.class);
      serializer.configure(configs, false);
      return serializer;
    } catch (ClassNotFoundException e) {
      throw new ConfigException(
          ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, name, "is not on the class path");
    }
  }

  /** Reads into generated classes. */
  public Deserializer<Object> deserializer() {
    Deserializer<Object> deserializer = new RegistryAvroDeserializer();
    deserializer.configure(configs, false);
    return deserializer;
  }

  /** Writer schemas by id, without blocking. */
  public SchemaLookup lookup() {
    return new RegistrySchemaLookup(client());
  }

  /** The registry itself. */
  public RegistryClient client() {
    return new RegistryClient(RegistrySettings.from(configs));
  }
}
