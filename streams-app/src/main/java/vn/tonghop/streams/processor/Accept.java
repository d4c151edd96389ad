package vn.tonghop.streams.processor;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import org.apache.kafka.streams.processor.api.FixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyProcessorContext;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;
import org.jspecify.annotations.Nullable;
import vn.tonghop.domain.acceptance.Acceptance;
import vn.tonghop.domain.acceptance.Decision;
import vn.tonghop.domain.acceptance.ReportState;
import vn.tonghop.domain.acceptance.Submission;
import vn.tonghop.domain.acceptance.UnitHistory;
import vn.tonghop.domain.table.Move;
import vn.tonghop.domain.table.MovedBy;

/**
 * Lets revision and content decide whether a submission counts, and works out which standings of
 * its unit it moves. The tables among them are noted, all that one report moves in one step, and
 * built when the transaction is about to commit.
 */
public final class Accept implements FixedKeyProcessor<String, Submission, Accepted> {

  private final StoreNames names;
  private final Tally tally;
  private final SoonVisible soonVisible;
  private @Nullable FixedKeyProcessorContext<String, Accepted> context;
  private @Nullable AcceptedReports reports;
  private SoonVisible.@Nullable OfTask soon;

  public Accept(StoreNames names, Tally tally, SoonVisible soonVisible) {
    this.names = names;
    this.tally = tally;
    this.soonVisible = soonVisible;
  }

  @Override
  public void init(FixedKeyProcessorContext<String, Accepted> context) {
    this.context = context;
    this.reports = AcceptedReports.of(context, names);
    // A task that was a standby meanwhile has kept its stores: what is in heap is of the time
    // before.
    reports.forgetYears();
    this.soon = soonVisible.of(context);
  }

  @Override
  public void process(FixedKeyRecord<String, Submission> record) {
    FixedKeyProcessorContext<String, Accepted> context = requireNonNull(this.context);
    AcceptedReports reports = requireNonNull(this.reports);
    Submission submission = record.value();
    Decision decision =
        Acceptance.decide(
            submission,
            history(reports, submission),
            Instant.ofEpochMilli(context.currentSystemTimeMs()));
    ReportState state = decision.state();
    @Nullable Moves moves = state == null ? null : moves(submission, reports.put(state));
    context.forward(record.withValue(new Accepted(decision.receipt(), moves)));
    tally.decided(decision.receipt().outcome());
    requireNonNull(soon).processed(record.timestamp());
  }

  @Override
  public void close() {
    requireNonNull(soon).end();
  }

  /** Of a rejected report one state is enough: junk must not cost the reading of a year. */
  private static UnitHistory history(AcceptedReports reports, Submission submission) {
    if (submission.errors().isEmpty()) {
      return reports.history(submission);
    }
    ReportState state = reports.state(submission);
    return UnitHistory.of(state == null ? List.of() : List.of(state));
  }

  private @Nullable Moves moves(Submission submission, List<Move> moves) {
    if (moves.isEmpty()) {
      return null;
    }
    MovedBy movedBy = MovedBy.of(submission);
    for (Move move : moves) {
      if (move.visible()) {
        requireNonNull(reports)
            .note(submission.programme(), new ProgrammeYears.Moved(move.target(), movedBy));
      }
    }
    return new Moves(submission.programme(), submission.body().id(), movedBy, moves);
  }
}
