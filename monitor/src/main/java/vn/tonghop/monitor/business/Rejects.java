package vn.tonghop.monitor.business;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;
import vn.tonghop.schemas.topic.Topics;

/** Dead letters counted by unit and code, from the headers that the roll-up alone sets. */
public final class Rejects {

  private static final String TOPIC = "tonghop.topic";
  private static final String CODES = "tonghop.codes";

  private final TreeMap<String, TreeMap<String, Long>> byUnit = new TreeMap<>();

  /** Counts one; a record with two codes counts in both. */
  public synchronized void take(Headers headers) {
    String topic = text(headers.lastHeader(TOPIC));
    TreeMap<String, Long> codes =
        byUnit.computeIfAbsent(Topics.unitOf(topic).orElse(""), first -> new TreeMap<>());
    for (String code : text(headers.lastHeader(CODES)).split(",", -1)) {
      if (!code.isEmpty()) {
        codes.merge(code, 1L, Math::addExact);
      }
    }
  }

  /** What was counted so far, sorted by unit and code. */
  public synchronized List<Count> counts() {
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

  private static String text(@Nullable Header header) {
    return header == null || header.value() == null
        ? ""
        : new String(header.value(), StandardCharsets.UTF_8);
  }
}
