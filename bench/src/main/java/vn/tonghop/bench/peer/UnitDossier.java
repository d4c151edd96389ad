package vn.tonghop.bench.peer;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.tonghop.domain.acceptance.Acceptance;
import vn.tonghop.domain.acceptance.Decision;
import vn.tonghop.domain.acceptance.Receipt;
import vn.tonghop.domain.acceptance.ReportState;
import vn.tonghop.domain.acceptance.Submission;
import vn.tonghop.domain.acceptance.UnitHistory;
import vn.tonghop.domain.period.Period;
import vn.tonghop.domain.table.MovedBy;
import vn.tonghop.domain.table.ProgrammeYear;

/**
 * All that one unit said on one programme, and what the last of it led to.
 *
 * @param reports at most one a period
 * @param answer of the report that made it what it is; not kept, so that it is there only where the
 *     aggregate has just been made
 */
record UnitDossier(List<Kept> reports, @Nullable Answer answer) {

  static final UnitDossier NONE = new UnitDossier(List.of(), null);

  UnitDossier {
    reports = List.copyOf(reports);
  }

  /**
   * One period's report.
   *
   * @param bytes as it was read, so that only what has changed is written anew; null if it is new
   */
  @SuppressWarnings("ArrayRecordComponent") // Passed on, never compared.
  record Kept(ReportState state, byte @Nullable [] bytes) {}

  /** What a report led to. */
  record Answer(Receipt receipt, List<UnitMove> moves) {
    Answer {
      moves = List.copyOf(moves);
    }
  }

  /** The same once revision and content of a report that came have decided. */
  UnitDossier with(Submission submission, Instant now) {
    List<ReportState> states = reports.stream().map(Kept::state).toList();
    Decision decision = Acceptance.decide(submission, UnitHistory.of(states), now);
    @Nullable ReportState state = decision.state();
    if (state == null) {
      return new UnitDossier(reports, new Answer(decision.receipt(), List.of()));
    }
    List<Kept> kept = new ArrayList<>(reports.size() + 1);
    reports.stream()
        .filter(each -> !each.state().period().equals(state.period()))
        .forEach(kept::add);
    kept.add(new Kept(state, null));
    MovedBy movedBy = MovedBy.of(submission);
    List<UnitMove> moves =
        new ProgrammeYear(new OneUnit(submission.body().id(), states))
            .put(state).stream()
                .map(
                    move ->
                        new UnitMove(submission.programme(), submission.body().id(), move, movedBy))
                .toList();
    return new UnitDossier(kept, new Answer(decision.receipt(), moves));
  }

  /** A year of which only one unit's reports are at hand. */
  private record OneUnit(String unit, List<ReportState> states) implements ProgrammeYear.Source {

    @Override
    public Collection<ReportState> ofBody(String body) {
      return body.equals(unit) ? states : List.of();
    }

    @Override
    public Collection<ReportState> of(Period period) {
      return states.stream().filter(state -> state.period().equals(period)).toList();
    }
  }
}
