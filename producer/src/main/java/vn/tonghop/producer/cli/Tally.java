package vn.tonghop.producer.cli;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import vn.tonghop.domain.acceptance.Outcome;
import vn.tonghop.producer.text.Lang;

/** How many receipts had which outcome. */
final class Tally {

  private static final List<Outcome> ORDER =
      List.of(
          Outcome.ACCEPTED,
          Outcome.ACCEPTED_WITH_WARNINGS,
          Outcome.DUPLICATE,
          Outcome.CONFLICT,
          Outcome.STALE,
          Outcome.REJECTED,
          Outcome.TESTED);

  private final Map<Outcome, Long> counts = new EnumMap<>(Outcome.class);

  void add(Outcome outcome) {
    counts.merge(outcome, 1L, Math::addExact);
  }

  /** Whether a report was rejected or contradicts an accepted one. */
  boolean hasFailures() {
    return counts.containsKey(Outcome.REJECTED) || counts.containsKey(Outcome.CONFLICT);
  }

  String line(Lang lang) {
    return ORDER.stream()
        .map(outcome -> name(outcome, lang) + " " + counts.getOrDefault(outcome, 0L))
        .collect(Collectors.joining(", "));
  }

  private static String name(Outcome outcome, Lang lang) {
    return switch (outcome) {
      case ACCEPTED -> lang.choose("chấp nhận", "accepted");
      case ACCEPTED_WITH_WARNINGS -> lang.choose("chấp nhận có cảnh báo", "with warnings");
      case DUPLICATE -> lang.choose("trùng lặp", "duplicate");
      case CONFLICT -> lang.choose("mâu thuẫn", "conflict");
      case STALE -> lang.choose("cũ hơn", "stale");
      case REJECTED -> lang.choose("bị từ chối", "rejected");
      case TESTED -> lang.choose("gửi thử", "tested");
    };
  }
}
