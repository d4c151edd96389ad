package vn.tonghop.producer.revision;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import vn.tonghop.domain.acceptance.Outcome;
import vn.tonghop.domain.acceptance.Receipt;
import vn.tonghop.domain.format.ReceiptContext;
import vn.tonghop.domain.period.Period;
import vn.tonghop.domain.period.Regime;
import vn.tonghop.producer.Answer;
import vn.tonghop.producer.file.Origin;
import vn.tonghop.producer.revision.ReceiptHistory.Past;

/**
 * A receipt with what was accepted before it, and with the place of its report in a file.
 *
 * @param receivedAt when the report came in; null if it was never sent
 * @param origin null if the report is in no file of this run
 */
public record Reply(
    Receipt receipt, @Nullable Instant receivedAt, Past before, @Nullable Origin origin) {

  /** Of a report that came in. */
  public static Reply to(Answer answer, Past before, @Nullable Origin origin) {
    return new Reply(answer.receipt(), answer.receivedAt(), before, origin);
  }

  /** Of a report that was never sent. */
  public static Reply unsent(Receipt receipt, @Nullable Origin origin) {
    return new Reply(receipt, null, Past.NOTHING, origin);
  }

  /** The same, of a report that no file has. */
  public Reply withoutOrigin() {
    return new Reply(receipt, receivedAt, before, null);
  }

  /** The receipt as the sender of a file reads it. */
  public Receipt located() {
    return origin == null ? receipt : origin.locator().located(receipt);
  }

  /** The same with a receipt in other words. */
  public Reply withReceipt(UnaryOperator<Receipt> words) {
    return new Reply(words.apply(receipt), receivedAt, before, origin);
  }

  /** What the receipt does not say itself. */
  public ReceiptContext context(Regime regime) {
    @Nullable Accepted accepted = before.accepted();
    return new ReceiptContext(
        origin == null ? null : origin.place().toString(),
        accepted == null
            ? null
            : new ReceiptContext.Earlier(
                accepted.revision(), accepted.counts(), day(accepted.receivedAt())),
        punctuality(regime));
  }

  /** By the first report of the period, as the receipt is; a test speaks for itself alone. */
  private ReceiptContext.@Nullable Punctuality punctuality(Regime regime) {
    @Nullable String label = receipt.period();
    @Nullable Instant first = before.firstSubmitted();
    @Nullable Instant deciding =
        first == null || receipt.outcome() == Outcome.TESTED ? receivedAt : first;
    @Nullable Boolean onTime = receipt.onTime();
    if (label == null || deciding == null || onTime == null) {
      return null;
    }
    // A system of another regime than this command's has other deadlines: then none is told.
    Optional<Period> period =
        Period.parse(regime, label).filter(each -> each.isOnTime(deciding) == onTime);
    return period
        .map(each -> new ReceiptContext.Punctuality(each.dueOn(), day(deciding)))
        .orElse(null);
  }

  private static LocalDate day(Instant instant) {
    return LocalDate.ofInstant(instant, Regime.ZONE);
  }
}
