package vn.tonghop.standalone.identity;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import vn.tonghop.producer.text.Text;

/**
 * An entry of the trace.
 *
 * @param json as it stands in the topic
 * @param at when the broker took it: its own clock, not that of whoever did it
 * @param by the principal that did it; empty where nobody is asked for a name
 * @param login what the computer says of who sat there; a hint, no proof
 * @param principal whom it was done to; of a succession both, with {@link #ARROW} between
 * @param changes what was done
 */
public record Traced(
    String json,
    Instant at,
    String by,
    String login,
    String action,
    String principal,
    List<Text> changes) {

  /** Between a dissolved unit and its successor. */
  static final String ARROW = " -> ";

  private static final ObjectMapper JSON = new ObjectMapper();

  public Traced {
    changes = List.copyOf(changes);
  }

  /** What an entry says; of one that is none of this program's, as much as can be read. */
  static Traced of(ConsumerRecord<String, String> written) {
    String json = String.valueOf(written.value());
    JsonNode entry = parsed(json);
    return new Traced(
        json,
        Instant.ofEpochMilli(written.timestamp()),
        entry.path("by").asText(),
        entry.path("login").asText(),
        entry.path("action").asText(),
        entry.path("principal").asText(),
        changes(entry));
  }

  private static JsonNode parsed(String json) {
    try {
      return JSON.readTree(json);
    } catch (JsonProcessingException e) {
      return MissingNode.getInstance();
    }
  }

  /** Earlier versions wrote them in English alone. */
  private static List<Text> changes(JsonNode entry) {
    List<Text> changes = new ArrayList<>();
    JsonNode english = entry.path("changes");
    for (int i = 0; i < english.size(); i++) {
      String en = english.path(i).asText();
      changes.add(new Text(entry.path("changesVi").path(i).asText(en), en));
    }
    return changes;
  }

  /** Whether it was done to that holder, or to one of its certificates. */
  public boolean isAbout(Holder holder) {
    return Stream.of(principal.split(ARROW, -1)).anyMatch(holder::owns);
  }
}
