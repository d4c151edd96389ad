package vn.tonghop.streams.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.tonghop.schemas.topic.Topics;

/** Takes settings one by one and gathers what is wrong with them. */
final class SettingsReader {

  /** What the guarantees rest on; a setting that would be accepted and not used is refused. */
  private static final Map<String, String> FIXED =
      Map.of(
          "processing.guarantee", "exactly_once_v2",
          "group.protocol", "classic",
          "isolation.level", "read_committed",
          "enable.auto.commit", "false",
          "enable.idempotence", "true",
          "acks", "all",
          "topology.optimization", "none",
          // Anything else would pass over what stands in internal topics before their first read.
          "auto.offset.reset", "earliest",
          // More, and a record that a topic refuses would be retried for ever; less, and a receipt
          // or dead letter that the producer refuses would stop the roll-up.
          "max.request.size", Integer.toString(Topics.MAX_REQUEST_BYTES));

  /**
   * A handler that goes on after a failure would lose a record; the others have one right value.
   */
  private static final Set<String> OURS =
      Set.of(
          "errors.dead.letter.queue.topic.name",
          "max.task.idle.ms",
          "topic.max.message.bytes",
          "topic.message.timestamp.before.max.ms",
          "topic.message.timestamp.after.max.ms",
          "ensure.explicit.internal.resource.naming",
          "processing.exception.handler.global.enabled",
          "deserialization.exception.handler",
          "default.deserialization.exception.handler",
          "processing.exception.handler",
          "production.exception.handler",
          "default.production.exception.handler");

  private final Map<String, String> settings;
  private final List<String> problems = new ArrayList<>();

  SettingsReader(Map<String, String> settings) {
    this.settings = settings;
  }

  String text(String key, String byDefault) {
    String value = settings.remove(key);
    if (value != null && value.isBlank()) {
      problems.add(key + ": is blank");
    }
    return value == null ? byDefault : value.strip();
  }

  @Nullable String optional(String key) {
    return settings.containsKey(key) ? text(key, "") : null;
  }

  String name(String key, String byDefault) {
    String value = text(key, byDefault);
    if (!value.matches("[A-Za-z0-9._-]{1,100}")) {
      problems.add(key + ": \"" + value + "\" is not 1 to 100 letters, digits, ., _ or -");
    }
    return value;
  }

  int number(String key, int byDefault, int least, int most) {
    String value = text(key, Integer.toString(byDefault));
    if (value.matches("-?[0-9]{1,9}")) {
      int number = Integer.parseInt(value);
      if (number >= least && number <= most) {
        return number;
      }
    }
    problems.add(
        "%s: \"%s\" is not a whole number from %d to %d".formatted(key, value, least, most));
    return byDefault;
  }

  <T> T one(String key, T byDefault, Function<String, Optional<T>> parse, String accepted) {
    String value = settings.containsKey(key) ? text(key, "") : null;
    if (value == null) {
      return byDefault;
    }
    Optional<T> parsed = parse.apply(value);
    if (parsed.isEmpty()) {
      problems.add(key + ": \"" + value + "\" is none of " + accepted);
    }
    return parsed.orElse(byDefault);
  }

  /**
   * What no one has taken.
   *
   * @throws SettingsException if anything was wrong
   */
  Map<String, String> rest() {
    settings.forEach(this::checkFixed);
    if (!problems.isEmpty()) {
      throw new SettingsException(problems);
    }
    return settings;
  }

  private void checkFixed(String key, String value) {
    String bare = key.replaceFirst("^(main\\.consumer|consumer|producer)\\.", "");
    String fixed = FIXED.get(bare);
    if (fixed != null && !fixed.equals(value.strip())) {
      problems.add(key + ": must be " + fixed + ", the guarantees rest on it");
    }
    if (OURS.contains(bare)) {
      problems.add(key + ": must not be set, the roll-up sets it itself");
    }
  }
}
