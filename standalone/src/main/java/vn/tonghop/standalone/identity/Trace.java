package vn.tonghop.standalone.identity;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import vn.tonghop.producer.text.Text;
import vn.tonghop.schemas.topic.TopicEnd;
import vn.tonghop.schemas.topic.Topics;
import vn.tonghop.standalone.security.Credentials;

/**
 * The trace of what administrators do. It is written first: a change that then fails leaves a trace
 * of the attempt, and no change is without one.
 */
public final class Trace {

  private final Map<String, Object> config;

  /**
   * @param config of Kafka's clients
   */
  Trace(Map<String, Object> config) {
    this.config = Map.copyOf(config);
  }

  /**
   * Waits until the broker has it.
   *
   * @param changes what is about to be done, without secrets
   */
  void write(String action, String principal, List<Text> changes) throws InterruptedException {
    Map<String, Object> entry = entry(config, action, principal, changes);
    Map<String, Object> writing = new HashMap<>(config);
    writing.put("acks", "all");
    Future<?> sent;
    try (KafkaProducer<String, String> producer =
        new KafkaProducer<>(writing, new StringSerializer(), new StringSerializer())) {
      sent =
          producer.send(
              new ProducerRecord<>(
                  Topics.AUDIT.name(), principal, new ObjectMapper().writeValueAsString(entry)));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("texts can always be written", e);
    }
    try {
      sent.get();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof KafkaException known
          ? known
          : new KafkaException("the trace was not taken", e.getCause());
    }
  }

  /**
   * What every entry of the trace says, in its order.
   *
   * @param config of the clients of whoever does it
   * @param principal whom it is done to
   */
  public static Map<String, Object> entry(
      Map<String, ?> config, String action, String principal, List<Text> changes) {
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("at", Instant.now().toString());
    entry.put("by", Credentials.name(config));
    // What the administrator's computer says of who sits there: a hint, no proof.
    entry.put("login", System.getProperty("user.name", ""));
    entry.put("action", action);
    entry.put("principal", principal);
    entry.put("changes", changes.stream().map(Text::en).toList());
    entry.put("changesVi", changes.stream().map(Text::vi).toList());
    return entry;
  }

  /** Takes what was done so far, the first thing first; nothing if there is no trace yet. */
  void readAll(Consumer<Traced> take) {
    Map<String, Object> reading = new HashMap<>(config);
    reading.remove("group.id");
    // What was done about dead letters stands there in the transaction that did it.
    reading.put("isolation.level", "read_committed");
    reading.put("enable.auto.commit", "false");
    reading.put("allow.auto.create.topics", "false");
    try (KafkaConsumer<String, String> consumer =
        new KafkaConsumer<>(reading, new StringDeserializer(), new StringDeserializer())) {
      List<TopicPartition> all = TopicEnd.partitions(consumer, Topics.AUDIT.name());
      if (!all.isEmpty()) {
        TopicEnd.readAll(consumer, all, record -> take.accept(Traced.of(record)));
      }
    }
  }
}
