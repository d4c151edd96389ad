package vn.tonghop.producer.cli;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.tonghop.domain.acceptance.Outcome;
import vn.tonghop.domain.format.Language;
import vn.tonghop.producer.revision.Accepted;
import vn.tonghop.producer.revision.Reply;

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
  private long created;
  private long replaced;
  private long withdrawn;

  void add(Reply reply) {
    counts.merge(reply.receipt().outcome(), 1L, Math::addExact);
    @Nullable Accepted before = reply.before().accepted();
    if (!reply.receipt().outcome().isAccepted()) {
      return;
    }
    if (reply.receipt().countsNow() == null) {
      withdrawn++;
    } else if (before != null && before.counts()) {
      replaced++;
    } else {
      created++;
    }
  }

  /** Whether a report was rejected or contradicts an accepted one. */
  boolean hasFailures() {
    return counts.containsKey(Outcome.REJECTED) || counts.containsKey(Outcome.CONFLICT);
  }

  /** What the accepted ones did; a report after a withdrawal is new again. */
  String effects(Language lang) {
    return lang.pick(
            "trong số đã nhận: báo cáo mới %d, thay báo cáo trước %d, rút báo cáo %d",
            "of those accepted: %d new, %d replaced an earlier one, %d withdrew")
        .formatted(created, replaced, withdrawn);
  }

  String line(Language lang) {
    return ORDER.stream()
        .map(outcome -> name(outcome, lang) + " " + counts.getOrDefault(outcome, 0L))
        .collect(Collectors.joining(", "));
  }

  /** The words of the receipts. */
  private static String name(Outcome outcome, Language lang) {
    return switch (outcome) {
      case ACCEPTED -> lang.pick("đã nhận", "accepted");
      case ACCEPTED_WITH_WARNINGS -> lang.pick("đã nhận, có cảnh báo", "with warnings");
      case DUPLICATE -> lang.pick("trùng", "duplicate");
      case CONFLICT -> lang.pick("khác nội dung", "conflict");
      case STALE -> lang.pick("cũ hơn", "stale");
      case REJECTED -> lang.pick("không nhận", "rejected");
      case TESTED -> lang.pick("gửi thử", "tested");
    };
  }
}
