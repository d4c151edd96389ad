package vn.tonghop.streams.processor;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;
import vn.tonghop.domain.acceptance.Acceptance;
import vn.tonghop.domain.acceptance.Decision;
import vn.tonghop.domain.acceptance.ReportState;
import vn.tonghop.domain.acceptance.Submission;
import vn.tonghop.domain.period.Period;
import vn.tonghop.domain.period.Regime;
import vn.tonghop.domain.standing.Standings;
import vn.tonghop.domain.standing.UnitStanding;
import vn.tonghop.domain.table.MovedBy;
import vn.tonghop.schemas.mapping.Move;
import vn.tonghop.schemas.mapping.Moves;
import vn.tonghop.schemas.mapping.ReportStateMapping;
import vn.tonghop.schemas.mapping.SubmissionMapping;

/**
 * Lets revision and content decide whether a submission counts, and works out which standings of
 * its unit it moves. All is computed before anything is written: a throw after a write would leave
 * state and output apart.
 */
public final class Accept
    implements Processor<String, vn.tonghop.internal.Submission, String, Accepted> {

  private static final StringSerializer KEYS = new StringSerializer();

  private final String storeName;
  private final Regime regime;
  private @Nullable ProcessorContext<String, Accepted> context;
  private @Nullable KeyValueStore<String, vn.tonghop.internal.ReportState> store;

  public Accept(String storeName, Regime regime) {
    this.storeName = storeName;
    this.regime = regime;
  }

  @Override
  public void init(ProcessorContext<String, Accepted> context) {
    this.context = context;
    this.store = context.getStateStore(storeName);
  }

  @Override
  public void process(Record<String, vn.tonghop.internal.Submission> record) {
    ProcessorContext<String, Accepted> context = requireNonNull(this.context);
    Submission submission = SubmissionMapping.fromAvro(regime, record.value());
    Map<Period, ReportState> history =
        submission.errors().isEmpty()
            ? history(record.key())
            : only(record.key(), submission.period());
    Decision decision =
        Acceptance.decide(
            submission, history.values(), Instant.ofEpochMilli(context.currentSystemTimeMs()));
    ReportState state = decision.state();
    @Nullable Moves moves = null;
    if (state != null) {
      moves = moves(submission, history, state);
      requireNonNull(store)
          .put(record.key() + "|" + state.period().label(), ReportStateMapping.toAvro(state));
    }
    context.forward(record.withValue(new Accepted(decision.receipt(), moves)));
  }

  /** What a rejected report's receipt needs: junk must not cost the reading of a whole history. */
  private Map<Period, ReportState> only(String key, Period period) {
    vn.tonghop.internal.ReportState state = requireNonNull(store).get(key + "|" + period.label());
    return state == null ? Map.of() : Map.of(period, ReportStateMapping.fromAvro(regime, state));
  }

  /** All that the unit said on the programme, by period. */
  private Map<Period, ReportState> history(String key) {
    Map<Period, ReportState> states = new LinkedHashMap<>();
    try (KeyValueIterator<String, vn.tonghop.internal.ReportState> all =
        requireNonNull(store).prefixScan(key + "|", KEYS)) {
      while (all.hasNext()) {
        KeyValue<String, vn.tonghop.internal.ReportState> each = all.next();
        ReportState state = ReportStateMapping.fromAvro(regime, each.value);
        states.put(state.period(), state);
      }
    }
    return states;
  }

  private static @Nullable Moves moves(
      Submission submission, Map<Period, ReportState> before, ReportState state) {
    Map<Period, ReportState> after = new LinkedHashMap<>(before);
    after.put(state.period(), state);
    List<Move> moves = new ArrayList<>();
    for (Period target : submission.period().targets()) {
      Optional<UnitStanding> was = Standings.of(target, before.values());
      Optional<UnitStanding> is = Standings.of(target, after.values());
      if (!was.equals(is)) {
        moves.add(new Move(target, is.orElse(null)));
      }
    }
    return moves.isEmpty()
        ? null
        : new Moves(submission.programme(), submission.body().id(), MovedBy.of(submission), moves);
  }
}
