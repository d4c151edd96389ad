package vn.tonghop.domain.format;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import vn.tonghop.domain.acceptance.Acceptance;
import vn.tonghop.domain.acceptance.CheckedReport;
import vn.tonghop.domain.acceptance.Decision;
import vn.tonghop.domain.acceptance.Receipt;
import vn.tonghop.domain.acceptance.ReportCheck;
import vn.tonghop.domain.acceptance.ReportState;
import vn.tonghop.domain.acceptance.SourceRecord;
import vn.tonghop.domain.acceptance.Submission;
import vn.tonghop.domain.acceptance.UnitHistory;
import vn.tonghop.domain.period.Period;
import vn.tonghop.domain.period.Regime;
import vn.tonghop.domain.reference.ReferenceData;
import vn.tonghop.domain.report.ProgressReport;
import vn.tonghop.domain.standing.Contribution;
import vn.tonghop.domain.standing.Standings;
import vn.tonghop.domain.standing.UnitStanding;
import vn.tonghop.domain.table.MovedBy;
import vn.tonghop.domain.table.NationalTable;
import vn.tonghop.domain.table.TableView;

/** The whole way from reports to tables in memory, each report received when it was submitted. */
final class RollUp {

  final List<Receipt> receipts = new ArrayList<>();

  private final ReferenceData reference;
  private final Regime regime;
  private final Map<String, Map<Period, ReportState>> states = new TreeMap<>();
  private final Map<String, MovedBy> movedBy = new HashMap<>();
  private final Map<String, Long> offsets = new HashMap<>();

  RollUp(ReferenceData reference, Regime regime) {
    this.reference = reference;
    this.regime = regime;
  }

  RollUp receive(List<ProgressReport> reports) {
    reports.forEach(this::receive);
    return this;
  }

  /** The table as anybody would read it. */
  TableView table(String programme, String label) {
    Period target = Period.parse(regime, label).orElseThrow();
    List<UnitStanding> standings =
        states.entrySet().stream()
            .filter(series -> series.getKey().endsWith("|" + programme))
            .flatMap(series -> Standings.of(target, series.getValue().values()).stream())
            .toList();
    MovedBy mover = movedBy.get(programme + target);
    return TableView.asReported(
        mover == null ? Optional.empty() : NationalTable.of(standings, mover),
        reference.programme(programme).orElseThrow(),
        target,
        reference);
  }

  private void receive(ProgressReport report) {
    Instant time = Objects.requireNonNull(report.submittedAt());
    CheckedReport checked = ReportCheck.check(reference, regime, report, report.unit(), time);
    Period period = Objects.requireNonNull(checked.period());
    Submission submission =
        Submission.of(
            checked,
            checked.errors().isEmpty()
                ? Contribution.of(report, period, reference)
                : Contribution.NOTHING,
            source(report.unit()),
            time,
            1);
    Map<Period, ReportState> series =
        states.computeIfAbsent(
            submission.body().id() + "|" + report.programme(), key -> new HashMap<>());
    Decision decision = Acceptance.decide(submission, UnitHistory.of(series.values()), time);
    receipts.add(decision.receipt());
    ReportState state = decision.state();
    if (state != null) {
      Collection<ReportState> before = List.copyOf(series.values());
      series.put(period, state);
      for (Period target : period.targets()) {
        if (!Standings.of(target, before).equals(Standings.of(target, series.values()))) {
          movedBy.put(report.programme() + target, MovedBy.of(submission));
        }
      }
    }
  }

  private SourceRecord source(String unit) {
    return new SourceRecord("tonghop.reports." + unit, 0, offsets.merge(unit, 1L, Long::sum) - 1);
  }
}
