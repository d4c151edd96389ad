package vn.tonghop.standalone.reference;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import vn.tonghop.ReferenceEntry;
import vn.tonghop.domain.reference.ReferenceData;
import vn.tonghop.domain.reference.ReferenceException;
import vn.tonghop.domain.reference.ReferenceRows;
import vn.tonghop.schemas.mapping.ReferenceAssembly;
import vn.tonghop.schemas.mapping.ReferenceMapping;
import vn.tonghop.schemas.serde.RegistryAvroDeserializer;
import vn.tonghop.schemas.serde.RegistryAvroSerializer;
import vn.tonghop.schemas.topic.TopicEnd;
import vn.tonghop.schemas.topic.Topics;

/** Publishes reference data as the next version; one administrator at a time. */
public final class ReferenceLoad {

  private static final TopicPartition PARTITION = new TopicPartition(Topics.REFERENCE.name(), 0);

  private final Map<String, Object> config;

  /**
   * @param config of Kafka's clients and the registry's serializers
   */
  public ReferenceLoad(Map<String, Object> config) {
    this.config = Map.copyOf(config);
  }

  /**
   * Publishes rows, unless the last version has the same, and waits until the broker has them.
   *
   * @return the version that they are now
   * @throws ReferenceException if the rows cannot be used; nothing is published then
   * @throws KafkaException if the broker or the registry is out of reach
   */
  public long publish(ReferenceRows rows) throws InterruptedException {
    ReferenceData.of(rows);
    Optional<ReferenceAssembly.Complete> last = last();
    if (last.isPresent() && same(last.get().rows(), rows)) {
      return last.get().version();
    }
    long version = last.map(ReferenceAssembly.Complete::version).orElse(0L) + 1;
    send(ReferenceMapping.toAvro(rows, version));
    return version;
  }

  /** The last complete version in the topic, or empty. */
  public Optional<ReferenceAssembly.Complete> last() {
    Map<String, Object> reading = TopicEnd.reader(config);
    reading.put("specific.avro.reader", "true");
    ReferenceAssembly assembly = new ReferenceAssembly();
    List<ReferenceAssembly.Complete> complete = new ArrayList<>();
    RegistryAvroDeserializer values = new RegistryAvroDeserializer();
    values.configure(reading, false);
    try (KafkaConsumer<String, Object> consumer =
        new KafkaConsumer<>(reading, new StringDeserializer(), values)) {
      TopicEnd.readAll(
          consumer,
          List.of(PARTITION),
          record -> assembly.add((ReferenceEntry) record.value()).ifPresent(complete::add));
    }
    return complete.isEmpty() ? Optional.empty() : Optional.of(complete.get(complete.size() - 1));
  }

  /** Compared as data: how a file writes an empty cell makes no new version. */
  private static boolean same(ReferenceRows a, ReferenceRows b) {
    return ReferenceMapping.toAvro(a, 1).equals(ReferenceMapping.toAvro(b, 1));
  }

  private void send(List<ReferenceMapping.Keyed> entries) throws InterruptedException {
    Map<String, Object> writing = new HashMap<>(config);
    writing.put("acks", "all");
    writing.put("auto.register.schemas", "false");
    writing.put(
        "value.subject.name.strategy", "io.confluent.kafka.serializers.subject.RecordNameStrategy");
    RegistryAvroSerializer values = new RegistryAvroSerializer();
    values.configure(writing, false);
    List<Future<?>> sent = new ArrayList<>();
    try (KafkaProducer<String, Object> producer =
        new KafkaProducer<>(writing, new StringSerializer(), values)) {
      for (ReferenceMapping.Keyed each : entries) {
        sent.add(
            producer.send(new ProducerRecord<>(PARTITION.topic(), 0, each.key(), each.entry())));
      }
    }
    for (Future<?> each : sent) {
      try {
        each.get();
      } catch (ExecutionException e) {
        throw new KafkaException("the reference data were not taken", e.getCause());
      }
    }
  }
}
