package vn.tonghop.domain.acceptance;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Decides whether a judged report counts, given all that its unit said before (roll-up.md §3). */
public final class Acceptance {

  private Acceptance() {}

  /**
   * Decides on one submission.
   *
   * @param history of the same unit's body and programme
   * @param decidedAt for the receipt; decides nothing
   */
  public static Decision decide(Submission submission, UnitHistory history, Instant decidedAt) {
    @Nullable ReportState before = history.at(submission.period());
    if (!submission.errors().isEmpty()) {
      return rejected(submission, before, decidedAt);
    }
    if (submission.test()) {
      return tested(submission, before, history, decidedAt);
    }
    Outcome outcome = outcome(submission, before);
    ReportState after = after(submission, before, outcome);
    FindingList warnings =
        HistoryCheck.warnings(
            submission, outcome.isAccepted() ? before : null, history, after.onTime());
    if (outcome == Outcome.ACCEPTED && !warnings.isEmpty()) {
      outcome = Outcome.ACCEPTED_WITH_WARNINGS;
    }
    Receipt receipt =
        receipt(submission, outcome, warnings, after.onTime(), after.countingRevision(), decidedAt);
    return new Decision(receipt, after.equals(before) ? null : after);
  }

  private static Decision rejected(
      Submission submission, @Nullable ReportState before, Instant decidedAt) {
    return new Decision(
        receipt(
            submission,
            Outcome.REJECTED,
            submission.warnings(),
            null,
            before == null ? null : before.countingRevision(),
            decidedAt),
        null);
  }

  private static Decision tested(
      Submission submission, @Nullable ReportState before, UnitHistory history, Instant decidedAt) {
    @Nullable Boolean onTime =
        submission.isSubmit() ? submission.period().isOnTime(submission.receivedAt()) : null;
    return new Decision(
        receipt(
            submission,
            Outcome.TESTED,
            HistoryCheck.warnings(submission, before, history, onTime),
            onTime,
            before == null ? null : before.countingRevision(),
            decidedAt),
        null);
  }

  private static Outcome outcome(Submission submission, @Nullable ReportState before) {
    if (before == null || submission.revision() > before.highest().revision()) {
      return Outcome.ACCEPTED;
    }
    if (submission.revision() < before.highest().revision()) {
      return Outcome.STALE;
    }
    return submission.digest().equals(before.highest().digest())
        ? Outcome.DUPLICATE
        : Outcome.CONFLICT;
  }

  private static ReportState after(
      Submission submission, @Nullable ReportState before, Outcome outcome) {
    Submission highest =
        before == null || outcome.isAccepted() ? submission.withoutFindings() : before.highest();
    return new ReportState(highest, firstSubmitted(submission, before));
  }

  /** Whatever its outcome, a submission is one; a withdrawal is none and resets nothing. */
  private static @Nullable Instant firstSubmitted(
      Submission submission, @Nullable ReportState before) {
    @Nullable Instant known = before == null ? null : before.firstSubmitted();
    if (!submission.isSubmit()) {
      return known;
    }
    return known != null && known.isBefore(submission.receivedAt())
        ? known
        : submission.receivedAt();
  }

  private static Receipt receipt(
      Submission submission,
      Outcome outcome,
      FindingList warnings,
      @Nullable Boolean onTime,
      @Nullable Integer countsNow,
      Instant decidedAt) {
    return new Receipt(
        Objects.requireNonNull(submission.unit()),
        submission.programme(),
        submission.period().label(),
        submission.revision(),
        outcome,
        submission.errors(),
        warnings,
        onTime,
        countsNow,
        submission.source(),
        submission.digest(),
        submission.referenceVersion(),
        decidedAt);
  }
}
