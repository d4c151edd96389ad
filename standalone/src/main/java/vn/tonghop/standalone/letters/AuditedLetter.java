package vn.tonghop.standalone.letters;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.tonghop.domain.acceptance.SourceRecord;
import vn.tonghop.producer.text.Text;
import vn.tonghop.standalone.identity.Trace;

/**
 * An entry of the trace that says what was done about a dead letter.
 *
 * @param name of the letter
 * @param origin where the rejected record stands
 * @param at that record's time
 * @param state what the letter is since then
 * @param doneAt by the clock of whoever did it
 * @param doneBy the principal that did it; empty where nobody is asked for a name
 */
public record AuditedLetter(
    LetterName name,
    SourceRecord origin,
    Instant at,
    LetterState state,
    Instant doneAt,
    String doneBy) {

  private static final String REPLAY = "replay-dead-letter";
  private static final String DROP = "drop-dead-letter";

  private static final ObjectMapper JSON = new ObjectMapper();

  /** Where the letter's record stands; of a letter that does not say it, its own place. */
  static SourceRecord originOf(Letter letter) {
    return letter.origin() != null
        ? letter.origin()
        : new SourceRecord("", letter.name().partition(), letter.name().offset());
  }

  /** Whom the entry is about. */
  static String principal(Letter letter) {
    return letter.unit().map(unit -> "unit-" + unit).orElse("-");
  }

  /**
   * The entry of a letter that is now what {@code state} says.
   *
   * @param config of the clients of whoever did it
   */
  static String write(Map<String, ?> config, Letter letter, LetterState state) {
    Map<String, Object> more = new LinkedHashMap<>();
    Text change;
    if (state instanceof LetterState.Replayed replayed) {
      SourceRecord to = replayed.to();
      String place = "%s-%d@%d".formatted(to.topic(), to.partition(), to.offset());
      change = new Text("gửi lại: " + place, "sent again: " + place);
      more.put("to", place(to, replayed.at()));
    } else if (state instanceof LetterState.Dropped dropped) {
      change =
          new Text(
              "%s đóng, lý do: %s".formatted(dropped.by(), dropped.reason()),
              "dropped by %s: %s".formatted(dropped.by(), dropped.reason()));
      more.put("person", dropped.by());
      more.put("reason", dropped.reason());
    } else {
      throw new IllegalArgumentException("nothing was done about it");
    }
    Map<String, Object> entry =
        Trace.entry(
            config,
            state instanceof LetterState.Replayed ? REPLAY : DROP,
            principal(letter),
            List.of(
                new Text(
                    letter.name().coordinates() + " " + change.vi(),
                    letter.name().coordinates() + " " + change.en())));
    entry.put("letter", letter.name().toString());
    entry.put("record", place(originOf(letter), letter.at()));
    entry.putAll(more);
    try {
      return JSON.writeValueAsString(entry);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("texts and numbers can always be written", e);
    }
  }

  /** What the trace will say of a letter that was just sent again. */
  static AuditedLetter replayed(Letter letter, LetterState.Replayed replayed) {
    return new AuditedLetter(
        letter.name(), originOf(letter), letter.at(), replayed, Instant.now(), "");
  }

  /** What an entry of the trace says about a letter; empty if it is about anything else. */
  static Optional<AuditedLetter> read(byte @Nullable [] entry) {
    if (entry == null) {
      return Optional.empty();
    }
    try {
      JsonNode json = JSON.readTree(entry);
      String action = json.path("action").asText();
      Optional<LetterName> name = LetterName.parse(json.path("letter").asText());
      if (name.isEmpty() || !(action.equals(REPLAY) || action.equals(DROP))) {
        return Optional.empty();
      }
      LetterState state =
          action.equals(REPLAY)
              ? new LetterState.Replayed(place(json.path("to")), time(json.path("to")))
              : new LetterState.Dropped(json.path("person").asText(), json.path("reason").asText());
      return Optional.of(
          new AuditedLetter(
              name.get(),
              place(json.path("record")),
              time(json.path("record")),
              state,
              Instant.parse(json.path("at").asText()),
              json.path("by").asText()));
    } catch (IOException | DateTimeException e) {
      // Whoever wrote that, it was none of these commands: a letter stays open rather than closed.
      return Optional.empty();
    }
  }

  /** Whether it is about the record that this letter holds. */
  public boolean isAbout(Letter letter) {
    return origin.equals(originOf(letter)) && at.equals(letter.at());
  }

  private static Map<String, Object> place(SourceRecord record, Instant time) {
    Map<String, Object> place = new LinkedHashMap<>();
    place.put("topic", record.topic());
    place.put("partition", record.partition());
    place.put("offset", record.offset());
    place.put("time", time.toString());
    return place;
  }

  private static SourceRecord place(JsonNode json) {
    return new SourceRecord(
        json.path("topic").asText(), json.path("partition").asInt(), json.path("offset").asLong());
  }

  private static Instant time(JsonNode json) {
    return Instant.parse(json.path("time").asText());
  }
}
