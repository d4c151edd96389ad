package vn.tonghop.monitor.business;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.apache.kafka.common.header.Headers;
import vn.tonghop.schemas.topic.DeadLetterHeaders;
import vn.tonghop.schemas.topic.Topics;

/** Dead letters counted by unit and code, from the headers that the roll-up alone sets. */
public final class Rejects {

  private final TreeMap<String, TreeMap<String, Long>> byUnit = new TreeMap<>();

  /** Counts one; a record with two codes counts in both. */
  public void take(Headers headers) {
    String topic = DeadLetterHeaders.text(headers, DeadLetterHeaders.TOPIC).orElse("");
    TreeMap<String, Long> codes =
        byUnit.computeIfAbsent(Topics.unitOf(topic).orElse(""), first -> new TreeMap<>());
    for (String code : codes(headers).split(",", -1)) {
      if (!code.isEmpty()) {
        codes.merge(code, 1L, Math::addExact);
      }
    }
  }

  /** What was counted so far, sorted by unit and code. */
  public List<Count> counts() {
    List<Count> counts = new ArrayList<>();
    for (var unit : byUnit.entrySet()) {
      for (var code : unit.getValue().entrySet()) {
        counts.add(new Count(unit.getKey(), code.getKey(), code.getValue()));
      }
    }
    return counts;
  }

  /** So many records of one unit had that code. */
  public record Count(String unit, String code, long count) {}

  private static String codes(Headers headers) {
    return DeadLetterHeaders.text(headers, DeadLetterHeaders.CODES).orElse("");
  }
}
