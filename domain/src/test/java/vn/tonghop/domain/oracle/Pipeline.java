package vn.tonghop.domain.oracle;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.tonghop.domain.acceptance.Acceptance;
import vn.tonghop.domain.acceptance.CheckedReport;
import vn.tonghop.domain.acceptance.Decision;
import vn.tonghop.domain.acceptance.Message;
import vn.tonghop.domain.acceptance.Outcome;
import vn.tonghop.domain.acceptance.Receipt;
import vn.tonghop.domain.acceptance.ReportCheck;
import vn.tonghop.domain.acceptance.ReportState;
import vn.tonghop.domain.acceptance.Submission;
import vn.tonghop.domain.acceptance.UnitHistory;
import vn.tonghop.domain.period.Period;
import vn.tonghop.domain.period.Regime;
import vn.tonghop.domain.reference.ReferenceData;
import vn.tonghop.domain.report.ProgressReport;
import vn.tonghop.domain.report.ReportDigest;
import vn.tonghop.domain.standing.Contribution;
import vn.tonghop.domain.standing.Standings;
import vn.tonghop.domain.standing.UnitStanding;
import vn.tonghop.domain.table.MovedBy;
import vn.tonghop.domain.table.NationalTable;

/** The domain's functions put together as a topology would, with maps where that has stores. */
public final class Pipeline {

  private static final long VERSION = 1;

  private final Regime regime;
  private final ReferenceData reference;
  private final Map<String, Map<String, ReportState>> states = new HashMap<>();
  private final Map<String, Map<String, UnitStanding>> standings = new HashMap<>();
  private final Map<String, NationalTable> tables = new TreeMap<>();
  private final List<Receipt> receipts = new ArrayList<>();

  public Pipeline(Regime regime, ReferenceData reference) {
    this.regime = regime;
    this.reference = reference;
  }

  /** Takes all records, in their order. */
  public Pipeline arriveAll(Collection<Arrival> arrivals) {
    arrivals.forEach(this::arrive);
    return this;
  }

  /** Takes one record and gives its receipt. */
  public Receipt arrive(Arrival arrival) {
    CheckedReport checked =
        ReportCheck.check(reference, regime, arrival.report(), arrival.topicUnit(), arrival.at());
    Receipt receipt = checked.hasKey() ? decide(arrival, checked) : refuse(arrival, checked);
    receipts.add(receipt);
    return receipt;
  }

  /** Receipts so far, in the order of the records. */
  public List<Receipt> receipts() {
    return List.copyOf(receipts);
  }

  /** The tables that are not empty, by programme, bar, label. */
  public Map<String, NationalTable> tables() {
    return Map.copyOf(tables);
  }

  /** One table; empty if no unit has a report in the target. */
  public Optional<NationalTable> table(String programme, String target) {
    return Optional.ofNullable(tables.get(programme + "|" + target));
  }

  private static Receipt refuse(Arrival arrival, CheckedReport checked) {
    ProgressReport report = arrival.report();
    return new Receipt(
        Message.cut(report.unit()),
        Message.cut(report.programme()),
        Message.cut(report.period()),
        report.revision(),
        Outcome.REJECTED,
        checked.errors(),
        checked.warnings(),
        null,
        null,
        arrival.source(),
        ReportDigest.of(report),
        VERSION,
        arrival.at());
  }

  private Receipt decide(Arrival arrival, CheckedReport checked) {
    Period period = Objects.requireNonNull(checked.period());
    Contribution contribution =
        checked.errors().isEmpty()
            ? Contribution.of(arrival.report(), period, reference)
            : Contribution.NOTHING;
    Submission submission =
        Submission.of(checked, contribution, arrival.source(), arrival.at(), VERSION);
    Map<String, ReportState> history =
        states.computeIfAbsent(
            submission.body().id() + "|" + submission.programme(), any -> new HashMap<>());
    Decision decision =
        Acceptance.decide(submission, UnitHistory.of(history.values()), arrival.at());
    @Nullable ReportState state = decision.state();
    if (state != null) {
      history.put(period.label(), state);
      period.targets().forEach(target -> move(target, submission, history.values()));
    }
    return decision.receipt();
  }

  private void move(Period target, Submission submission, Collection<ReportState> history) {
    String key = submission.programme() + "|" + target.label();
    Map<String, UnitStanding> ofTable = standings.computeIfAbsent(key, any -> new HashMap<>());
    Standings.of(target, history)
        .ifPresentOrElse(
            standing -> ofTable.put(standing.body(), standing),
            () -> ofTable.remove(submission.body().id()));
    @Nullable NationalTable before = tables.get(key);
    MovedBy mover = before == null ? MovedBy.of(submission) : before.movedBy();
    @Nullable NationalTable after = NationalTable.of(ofTable.values(), mover).orElse(null);
    if (after == null) {
      tables.remove(key);
    } else if (!after.equals(before)) {
      tables.put(key, NationalTable.of(ofTable.values(), MovedBy.of(submission)).orElseThrow());
    }
  }
}
