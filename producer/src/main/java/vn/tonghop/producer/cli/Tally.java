package vn.tonghop.producer.cli;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import vn.tonghop.domain.acceptance.Outcome;
import vn.tonghop.domain.format.Language;

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

  String line(Language lang) {
    return ORDER.stream()
        .map(outcome -> name(outcome, lang) + " " + counts.getOrDefault(outcome, 0L))
        .collect(Collectors.joining(", "));
  }

  private static String name(Outcome outcome, Language lang) {
    return switch (outcome) {
      case ACCEPTED -> lang.pick("chấp nhận", "accepted");
      case ACCEPTED_WITH_WARNINGS -> lang.pick("chấp nhận có cảnh báo", "with warnings");
      case DUPLICATE -> lang.pick("trùng lặp", "duplicate");
      case CONFLICT -> lang.pick("mâu thuẫn", "conflict");
      case STALE -> lang.pick("cũ hơn", "stale");
      case REJECTED -> lang.pick("bị từ chối", "rejected");
      case TESTED -> lang.pick("gửi thử", "tested");
    };
  }
}
