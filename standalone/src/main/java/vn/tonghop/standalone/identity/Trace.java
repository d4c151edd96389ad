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
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.StringSerializer;
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
  void write(String action, String principal, List<String> changes) throws InterruptedException {
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
      Map<String, ?> config, String action, String principal, List<String> changes) {
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("at", Instant.now().toString());
    entry.put("by", Credentials.name(config));
    // What the administrator's computer says of who sits there: a hint, no proof.
    entry.put("login", System.getProperty("user.name", ""));
    entry.put("action", action);
    entry.put("principal", principal);
    entry.put("changes", changes);
    return entry;
  }
}
