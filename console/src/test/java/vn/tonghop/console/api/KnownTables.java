package vn.tonghop.console.api;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import vn.tonghop.console.view.Answered;
import vn.tonghop.console.view.Logged;
import vn.tonghop.console.view.Place;
import vn.tonghop.console.view.Report;
import vn.tonghop.console.view.ReportKey;
import vn.tonghop.console.view.TableKey;
import vn.tonghop.console.view.UnreadableException;
import vn.tonghop.console.view.View;
import vn.tonghop.domain.acceptance.Receipt;
import vn.tonghop.domain.acceptance.SourceRecord;
import vn.tonghop.domain.format.SampleTables;
import vn.tonghop.domain.period.Period;
import vn.tonghop.domain.period.Regime;
import vn.tonghop.domain.reference.ReferenceHistory;
import vn.tonghop.domain.standing.UnitStanding;
import vn.tonghop.domain.table.IndicatorView;
import vn.tonghop.domain.table.NationalTable;
import vn.tonghop.domain.table.TableView;
import vn.tonghop.domain.table.UnitRow;
import vn.tonghop.domain.table.UnitView;

/** A view of tables that a test puts there, and of nothing else. */
final class KnownTables implements View {

  private final Map<TableKey, Logged<NationalTable>> tables = new ConcurrentHashMap<>();
  private volatile boolean caughtUp = true;
  private volatile boolean readable = true;
  private volatile long version = 1;

  void put(TableView table, long offset, Instant at) {
    tables.put(
        new TableKey(table.programme().code(), table.period()),
        new Logged<>(new SourceRecord("tonghop.tables", 2, offset), at, record(table)));
  }

  void setCaughtUp(boolean caughtUp) {
    this.caughtUp = caughtUp;
  }

  void setReadable(boolean readable) {
    this.readable = readable;
  }

  void setVersion(long version) {
    this.version = version;
  }

  /** The record whose view it is. */
  private static NationalTable record(TableView table) {
    return new NationalTable(
        table.programme().code(),
        table.period(),
        table.total(),
        table.byAssignedBy(),
        table.byField(),
        table.byUnit().stream().map(KnownTables::row).toList(),
        table.indicators().stream().map(IndicatorView::figure).toList(),
        table.coverage().succeeded(),
        Objects.requireNonNull(table.movedBy()));
  }

  private static UnitRow row(UnitView unit) {
    return new UnitRow(
        unit.code(),
        unit.body(),
        unit.carried(),
        unit.nil(),
        unit.late(),
        Objects.requireNonNull(unit.report()),
        unit.indicators(),
        unit.measures());
  }

  @Override
  public boolean isCaughtUp() {
    return caughtUp;
  }

  @Override
  public Regime regime() {
    return Regime.DECREE_09_2019;
  }

  @Override
  public Optional<ReferenceHistory.Version> reference() {
    return Optional.of(
        new ReferenceHistory.Version(version, Instant.EPOCH, SampleTables.REFERENCE));
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
        .sorted(Comparator.comparing(Period::label))
        .toList();
  }

  @Override
  public Optional<Logged<NationalTable>> table(TableKey key) {
    if (!readable) {
      throw new UnreadableException(key.text(), new RuntimeException());
    }
    return Optional.ofNullable(tables.get(key));
  }

  @Override
  public Optional<Place> place(TableKey key) {
    return Optional.ofNullable(tables.get(key))
        .map(record -> new Place(record.source(), record.at()));
  }

  @Override
  public List<Place> versions(TableKey key) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Optional<Logged<NationalTable>> version(SourceRecord source) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<Logged<UnitStanding>> standings(TableKey key) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Optional<Logged<UnitStanding>> standing(TableKey key, String body) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<SourceRecord> changes(TableKey key, String body) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<SourceRecord> movedBy(SourceRecord report) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Optional<Logged<ChangeOf>> change(SourceRecord source) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<Answered> receipts(ReportKey key) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Optional<Logged<Receipt>> receipt(SourceRecord source) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Optional<Logged<Report>> report(SourceRecord source) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Listening listen(Consumer<TableKey> changed) {
    return () -> {};
  }
}
