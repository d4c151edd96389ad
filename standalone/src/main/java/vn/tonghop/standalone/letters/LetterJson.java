package vn.tonghop.standalone.letters;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Base64;
import java.util.Optional;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;
import vn.tonghop.domain.acceptance.Receipt;
import vn.tonghop.domain.acceptance.SourceRecord;
import vn.tonghop.domain.format.ReceiptJson;
import vn.tonghop.producer.text.Text;

/** A dead letter as one line of JSON, for programs; it may be looked at on a terminal, too. */
public final class LetterJson {

  private static final ObjectMapper JSON = new ObjectMapper();

  private LetterJson() {}

  /** As in a list. */
  public static String line(Letter letter, LetterState state) {
    return Escaped.of(object(letter, state).toString());
  }

  /** With all that is known. */
  public static String line(Shown shown) {
    Letter letter = shown.letter();
    ObjectNode json = object(letter, shown.state());
    bytes(json.putObject("key"), letter.key());
    headers(json, letter);
    ArrayNode history = json.putArray("history");
    shown.history().forEach(each -> history.add(done(each)));
    @Nullable Receipt receipt = shown.receipt();
    json.set("receipt", receipt == null ? null : tree(ReceiptJson.write(receipt)));
    @Nullable String document = shown.content().document();
    json.set("document", document == null ? null : tree(document));
    json.put("unfit", shown.content().unfit());
    ObjectNode excerpt = json.putObject("excerpt");
    excerpt.put("hex", letter.value() == null ? null : Excerpt.hex(letter.value()));
    excerpt.put("base64", letter.value() == null ? null : Excerpt.base64(letter.value()));
    return Escaped.of(json.toString());
  }

  /** What became of a letter that was sent again; without a receipt if none came in time. */
  public static String line(
      Letter letter, LetterState.Replayed sent, boolean before, @Nullable Receipt receipt) {
    ObjectNode json = JSON.createObjectNode();
    json.put("name", letter.name().toString());
    json.put("sentBefore", before);
    json.set("to", place(sent.to()));
    json.set("receipt", receipt == null ? null : tree(ReceiptJson.write(receipt)));
    return Escaped.of(json.toString());
  }

  private static ObjectNode object(Letter letter, LetterState state) {
    ObjectNode json = JSON.createObjectNode();
    json.put("name", letter.name().toString());
    json.put("at", letter.at().toString());
    json.put("unit", letter.unit().orElse(null));
    json.set("record", letter.origin() == null ? null : place(letter.origin()));
    ArrayNode codes = json.putArray("codes");
    for (String code : letter.codes()) {
      Optional<Text> words = CodeWords.of(code);
      codes
          .addObject()
          .put("code", code)
          .put("vi", words.map(Text::vi).orElse(null))
          .put("en", words.map(Text::en).orElse(null));
    }
    json.put("bytes", letter.value() == null ? null : letter.value().length);
    return put(json, state);
  }

  private static ObjectNode put(ObjectNode json, LetterState state) {
    boolean replayed = state instanceof LetterState.Replayed;
    boolean dropped = state instanceof LetterState.Dropped;
    json.put("state", replayed ? "replayed" : dropped ? "dropped" : "open");
    json.set("to", state instanceof LetterState.Replayed it ? place(it.to()) : null);
    json.put("by", state instanceof LetterState.Dropped it ? it.by() : null);
    json.put("reason", state instanceof LetterState.Dropped it ? it.reason() : null);
    return json;
  }

  private static ObjectNode done(AuditedLetter audited) {
    ObjectNode json = JSON.createObjectNode();
    json.put("at", audited.doneAt().toString());
    json.put("principal", audited.doneBy());
    return put(json, audited.state());
  }

  private static void headers(ObjectNode json, Letter letter) {
    json.put("headerCount", letter.headers().toArray().length);
    ArrayNode headers = json.putArray("headers");
    for (Header each : letter.headers()) {
      if (headers.size() == Shown.MOST_HEADERS) {
        return;
      }
      bytes(headers.addObject().put("name", each.key()), each.value());
    }
  }

  private static void bytes(ObjectNode json, byte @Nullable [] bytes) {
    json.put("text", bytes == null ? null : Excerpt.text(bytes).orElse(null));
    json.put("base64", bytes == null ? null : Base64.getEncoder().encodeToString(bytes));
  }

  private static ObjectNode place(SourceRecord record) {
    return JSON.createObjectNode()
        .put("topic", record.topic())
        .put("partition", record.partition())
        .put("offset", record.offset());
  }

  private static JsonNode tree(String json) {
    try {
      return JSON.readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("what was just written can be read", e);
    }
  }
}
