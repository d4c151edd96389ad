package vn.tonghop.console;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import vn.tonghop.console.view.Answered;
import vn.tonghop.console.view.Logged;
import vn.tonghop.console.view.Place;
import vn.tonghop.console.view.Report;
import vn.tonghop.console.view.ReportKey;
import vn.tonghop.console.view.TableKey;
import vn.tonghop.console.view.View;
import vn.tonghop.domain.acceptance.Acceptance;
import vn.tonghop.domain.acceptance.CheckedReport;
import vn.tonghop.domain.acceptance.Decision;
import vn.tonghop.domain.acceptance.FindingList;
import vn.tonghop.domain.acceptance.Receipt;
import vn.tonghop.domain.acceptance.ReportCheck;
import vn.tonghop.domain.acceptance.ReportState;
import vn.tonghop.domain.acceptance.SourceRecord;
import vn.tonghop.domain.acceptance.Submission;
import vn.tonghop.domain.acceptance.UnitHistory;
import vn.tonghop.domain.period.Period;
import vn.tonghop.domain.period.Regime;
import vn.tonghop.domain.reference.ReferenceData;
import vn.tonghop.domain.reference.ReferenceHistory;
import vn.tonghop.domain.report.ProgressReport;
import vn.tonghop.domain.report.ReportDigest;
import vn.tonghop.domain.standing.Contribution;
import vn.tonghop.domain.standing.Standings;
import vn.tonghop.domain.standing.UnitStanding;
import vn.tonghop.domain.table.MovedBy;
import vn.tonghop.domain.table.NationalTable;
import vn.tonghop.schemas.mapping.Change;
import vn.tonghop.schemas.topic.Topics;

/** A view of reports that the domain rolls up here and now, with all their histories. */
public final class RolledUp implements View {

  private final Regime regime;
  private ReferenceData reference;
  private final Map<String, Map<Period, ReportState>> states = new HashMap<>();
  private final Map<TableKey, Map<String, Logged<UnitStanding>>> standings = new HashMap<>();
  private final Map<TableKey, Logged<NationalTable>> tables = new HashMap<>();
  private final Map<TableKey, List<Logged<NationalTable>>> versions = new HashMap<>();
  private final List<Logged<ChangeOf>> changes = new ArrayList<>();
  private final Map<SourceRecord, Logged<Report>> reports = new HashMap<>();
  private final Map<ReportKey, List<Logged<Receipt>>> receipts = new HashMap<>();
  private final Map<String, Long> offsets = new HashMap<>();
  private final Map<TableKey, MovedBy> moved = new HashMap<>();
  private Runnable betweenReads = () -> {};

  public RolledUp(Regime regime, ReferenceData reference) {
    this.regime = regime;
    this.reference = reference;
  }

  /** Takes reports in one commit: each table that they move has one new version. */
  public List<SourceRecord> arrive(Instant at, ProgressReport... together) {
    List<SourceRecord> sources = new ArrayList<>();
    for (ProgressReport report : together) {
      sources.add(take(report, report.unit(), at));
    }
    commit();
    return sources;
  }

  /** Is the newest reference data from now on. */
  public void refer(ReferenceData newest) {
    reference = newest;
  }

  /** What happens after each time that a current table was read. */
  public void betweenReads(Runnable happens) {
    betweenReads = happens;
  }

  /** Takes a report that came by the topic of a unit, whichever it names itself. */
  public SourceRecord arriveBy(String unit, Instant at, ProgressReport report) {
    SourceRecord source = take(report, unit, at);
    commit();
    return source;
  }

  private SourceRecord take(ProgressReport report, String unit, Instant at) {
    SourceRecord source = next(Topics.reportsOf(unit));
    reports.put(source, new Logged<>(source, at, new Report(report, ReportDigest.of(report))));
    CheckedReport checked = ReportCheck.check(reference, regime, report, unit, at);
    Receipt receipt = checked.hasKey() ? decide(checked, source, at) : refuse(checked, source, at);
    if (Period.parse(regime, report.period()).isEmpty()) {
      return source;
    }
    receipts
        .computeIfAbsent(
            new ReportKey(unit, report.programme(), report.period()), any -> new ArrayList<>())
        .add(new Logged<>(next(Topics.RECEIPTS_PREFIX + unit), at, receipt));
    return source;
  }

  private SourceRecord next(String topic) {
    return new SourceRecord(topic, 0, offsets.merge(topic, 1L, Long::sum) - 1);
  }

  private static Receipt refuse(CheckedReport checked, SourceRecord source, Instant at) {
    ProgressReport report = checked.report();
    return Receipt.rejected(
        report.unit(),
        report.programme(),
        report.period(),
        report.revision(),
        checked.errors(),
        FindingList.NONE,
        source,
        ReportDigest.of(report),
        1,
        at);
  }

  private Receipt decide(CheckedReport checked, SourceRecord source, Instant at) {
    Period period = Objects.requireNonNull(checked.period());
    Submission submission =
        Submission.of(
            checked,
            checked.errors().isEmpty()
                ? Contribution.of(checked.report(), period, reference)
                : Contribution.NOTHING,
            source,
            at,
            1);
    Map<Period, ReportState> history =
        states.computeIfAbsent(
            submission.body().id() + "|" + submission.programme(), any -> new HashMap<>());
    Decision decision = Acceptance.decide(submission, UnitHistory.of(history.values()), at);
    ReportState state = decision.state();
    if (state != null) {
      history.put(period, state);
      period.targets().forEach(target -> move(target, submission, history.values()));
    }
    return decision.receipt();
  }

  private void move(Period target, Submission submission, Collection<ReportState> history) {
    TableKey key = new TableKey(submission.programme(), target);
    String body = submission.body().id();
    Map<String, Logged<UnitStanding>> ofTable =
        standings.computeIfAbsent(key, any -> new HashMap<>());
    @Nullable Logged<UnitStanding> before = ofTable.get(body);
    @Nullable UnitStanding after = Standings.of(target, history).orElse(null);
    if (Objects.equals(before == null ? null : before.value(), after)) {
      return;
    }
    MovedBy by = MovedBy.of(submission);
    SourceRecord place = next(Topics.STANDINGS_HISTORY.name());
    changes.add(new Logged<>(place, by.at(), new ChangeOf(key, body, new Change(after, by))));
    if (after == null) {
      ofTable.remove(body);
    } else {
      ofTable.put(body, new Logged<>(next(Topics.STANDINGS.name()), by.at(), after));
    }
    moved.put(key, by);
  }

  private void commit() {
    Set<TableKey> keys = new LinkedHashSet<>(moved.keySet());
    for (TableKey key : keys) {
      MovedBy by = Objects.requireNonNull(moved.get(key));
      NationalTable table =
          NationalTable.of(standings(key).stream().map(Logged::value).toList(), by)
              .orElseGet(() -> NationalTable.empty(key.programme(), key.target(), by));
      Logged<NationalTable> record = new Logged<>(next(Topics.TABLES.name()), by.at(), table);
      if (table.isEmpty()) {
        // In the topic it is a tombstone; the history alone has the empty version.
        tables.remove(key);
      } else {
        tables.put(key, record);
      }
      versions
          .computeIfAbsent(key, any -> new ArrayList<>())
          .add(new Logged<>(next(Topics.TABLES_HISTORY.name()), by.at(), table));
    }
    moved.clear();
  }

  @Override
  public boolean isCaughtUp() {
    return true;
  }

  @Override
  public boolean isAlive() {
    return true;
  }

  @Override
  public Regime regime() {
    return regime;
  }

  @Override
  public Optional<ReferenceHistory.Version> reference() {
    return Optional.of(new ReferenceHistory.Version(1, Instant.EPOCH, reference));
  }

  @Override
  public List<String> programmes() {
    return tables.keySet().stream().map(TableKey::programme).distinct().sorted().toList();
  }

  @Override
  public List<Period> targets(String programme) {
    return tables.keySet().stream()
        .filter(key -> key.programme().equals(programme))
        .map(TableKey::target)
        .sorted(Comparator.comparing(Period::firstDay).thenComparing(Period::length))
        .toList();
  }

  @Override
  public Optional<Logged<NationalTable>> table(TableKey key) {
    Optional<Logged<NationalTable>> table = Optional.ofNullable(tables.get(key));
    betweenReads.run();
    return table;
  }

  @Override
  public List<Place> versions(TableKey key) {
    return versions.getOrDefault(key, List.of()).stream()
        .map(each -> new Place(each.source(), each.at()))
        .toList();
  }

  @Override
  public Optional<Logged<NationalTable>> version(SourceRecord source) {
    return versions.values().stream()
        .flatMap(List::stream)
        .filter(each -> each.source().equals(source))
        .findFirst();
  }

  @Override
  public List<Logged<UnitStanding>> standings(TableKey key) {
    return standings.getOrDefault(key, Map.of()).values().stream()
        .sorted(Comparator.comparing(each -> each.value().body()))
        .toList();
  }

  @Override
  public Optional<Logged<UnitStanding>> standing(TableKey key, String body) {
    return Optional.ofNullable(standings.getOrDefault(key, Map.of()).get(body));
  }

  @Override
  public List<SourceRecord> changes(TableKey key, String body) {
    return changes.stream()
        .filter(each -> each.value().key().equals(key) && each.value().body().equals(body))
        .map(Logged::source)
        .toList();
  }

  @Override
  public List<SourceRecord> movedBy(SourceRecord report) {
    return changes.stream()
        .filter(each -> each.value().change().movedBy().source().equals(report))
        .map(Logged::source)
        .toList();
  }

  @Override
  public Optional<Logged<ChangeOf>> change(SourceRecord source) {
    return changes.stream().filter(each -> each.source().equals(source)).findFirst();
  }

  @Override
  public List<Answered> receipts(ReportKey key) {
    return receipts.getOrDefault(key, List.of()).stream()
        .map(each -> new Answered(each.source(), each.at(), each.value().outcome()))
        .toList();
  }

  @Override
  public Optional<Logged<Receipt>> receipt(SourceRecord source) {
    return receipts.values().stream()
        .flatMap(List::stream)
        .filter(each -> each.source().equals(source))
        .findFirst();
  }

  @Override
  public Optional<Logged<Report>> report(SourceRecord source) {
    return Optional.ofNullable(reports.get(source));
  }

  @Override
  public Listening listen(Consumer<TableKey> changed) {
    return () -> {};
  }
}
