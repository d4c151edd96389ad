package vn.tonghop.producer.revision;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.tonghop.domain.acceptance.Outcome;
import vn.tonghop.domain.acceptance.Receipt;
import vn.tonghop.producer.Answer;

/**
 * What receipts, read from a unit's first on, say so far of each series. It remembers one line a
 * series, however many receipts there are.
 */
public final class ReceiptHistory {

  private final Map<Series, Past> series = new HashMap<>();

  /**
   * What was known of a series.
   *
   * @param accepted the last accepted report, withdrawals included; null if none
   * @param firstSubmitted when the first came that decides whether all are on time; null if none
   */
  public record Past(@Nullable Accepted accepted, @Nullable Instant firstSubmitted) {

    /** Of a series that nothing has been said of. */
    public static final Past NOTHING = new Past(null, null);

    private Past after(Answer answer) {
      Receipt receipt = answer.receipt();
      boolean submission =
          receipt.outcome() != Outcome.TESTED
              && receipt.outcome() != Outcome.REJECTED
              && receipt.onTime() != null;
      @Nullable Instant first =
          firstSubmitted == null && submission ? answer.receivedAt() : firstSubmitted;
      @Nullable Integer revision = receipt.revision();
      if (!receipt.outcome().isAccepted() || revision == null) {
        return new Past(accepted, first);
      }
      return new Past(
          new Accepted(
              revision,
              Objects.equals(receipt.countsNow(), revision),
              receipt.digest(),
              receipt.source(),
              answer.receivedAt()),
          first);
    }
  }

  /** Takes the next receipt of a unit, and gives what was known of its series before. */
  public Past take(Answer answer) {
    Optional<Series> key = Series.of(answer.receipt());
    if (key.isEmpty() || answer.receipt().outcome() == Outcome.REJECTED) {
      return key.map(this::of).orElse(Past.NOTHING);
    }
    Past before = of(key.get());
    series.put(key.get(), before.after(answer));
    return before;
  }

  /** What is known of a series. */
  public Past of(Series key) {
    return series.getOrDefault(key, Past.NOTHING);
  }

  /** The last accepted report of each series that has one. */
  public Map<Series, Accepted> accepted() {
    Map<Series, Accepted> accepted = new HashMap<>();
    series.forEach(
        (key, past) -> {
          if (past.accepted() != null) {
            accepted.put(key, past.accepted());
          }
        });
    return accepted;
  }
}
