package vn.tonghop.producer.outbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.BiFunction;
import vn.tonghop.domain.acceptance.Outcome;
import vn.tonghop.domain.format.Language;
import vn.tonghop.domain.format.ReceiptJson;
import vn.tonghop.producer.revision.Reply;
import vn.tonghop.producer.text.Text;

/**
 * What became of a report, as it is kept on disk.
 *
 * @param json the receipt (commands.md, "JSON of a receipt")
 * @param text the same for people
 */
public record Answer(Outcome outcome, String json, Text text) {

  /** Whether somebody has to mend something. */
  public boolean isFailure() {
    return outcome == Outcome.REJECTED || outcome == Outcome.CONFLICT;
  }

  /** How receipts are put into words. */
  public interface Words extends BiFunction<Reply, Language, String> {}

  /** A receipt in words. */
  public static Answer of(Reply reply, Words words) {
    return new Answer(
        reply.receipt().outcome(),
        ReceiptJson.write(reply.receipt()),
        new Text(words.apply(reply, Language.VI), words.apply(reply, Language.EN)));
  }

  ObjectNode toJson() {
    return SealedLine.object()
        .put("outcome", outcome.name())
        .put("json", json)
        .put("vi", text.vi())
        .put("en", text.en());
  }

  static Answer of(JsonNode node) {
    return new Answer(
        Outcome.valueOf(node.path("outcome").asText()),
        node.path("json").asText(),
        new Text(node.path("vi").asText(), node.path("en").asText()));
  }
}
