package vn.tonghop.producer.outbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The first line of an entry.
 *
 * @param file name of the file that was handed over
 * @param claim what it is called in the watched folder; null if it was in none
 */
record Header(String file, @Nullable String claim, Instant at) {

  private static final int FORM = 1;

  ObjectNode toJson() {
    return SealedLine.object()
        .put("outbox", FORM)
        .put("file", file)
        .put("claim", claim)
        .put("at", at.toString());
  }

  static Header of(JsonNode node) throws DamagedException {
    if (node.path("outbox").asInt() != FORM) {
      throw new DamagedException("outbox " + node.path("outbox"));
    }
    return new Header(
        node.path("file").asText(),
        node.path("claim").textValue(),
        Instant.parse(node.path("at").asText()));
  }
}
