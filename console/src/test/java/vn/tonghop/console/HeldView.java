package vn.tonghop.console;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
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
import vn.tonghop.domain.period.Period;
import vn.tonghop.domain.period.Regime;
import vn.tonghop.domain.reference.ReferenceData;
import vn.tonghop.domain.reference.ReferenceHistory;
import vn.tonghop.domain.standing.UnitStanding;
import vn.tonghop.domain.table.NationalTable;
import vn.tonghop.schemas.topic.Topics;

/** A view of what a test puts into it, without a broker: tables and reference data alone. */
public final class HeldView implements View {

  private final @Nullable ReferenceData reference;
  private final Map<TableKey, Logged<NationalTable>> tables = new ConcurrentHashMap<>();
  private final List<Consumer<TableKey>> listeners = new CopyOnWriteArrayList<>();
  private final Set<TableKey> unreadable = ConcurrentHashMap.newKeySet();
  private final AtomicLong offsets = new AtomicLong();
  private volatile boolean caughtUp = true;
  private volatile boolean alive = true;
  private volatile Runnable look = () -> {};

  /**
   * @param reference null: none has been loaded
   */
  public HeldView(@Nullable ReferenceData reference) {
    this.reference = reference;
  }

  /** A table's newest record from now on. */
  public Logged<NationalTable> put(NationalTable table) {
    TableKey key = new TableKey(table.programme(), table.target());
    Logged<NationalTable> logged =
        new Logged<>(
            new SourceRecord(Topics.TABLES.name(), 0, offsets.getAndIncrement()),
            Instant.EPOCH,
            table);
    tables.put(key, logged);
    listeners.forEach(listener -> listener.accept(key));
    return logged;
  }

  /** From now on nobody can read that table, though it is there. */
  public void spoil(TableKey key) {
    unreadable.add(key);
  }

  /** Runs that after each look at where a table stands, before whoever looked knows. */
  public void afterLooks(Runnable what) {
    look = what;
  }

  public void setCaughtUp(boolean is) {
    caughtUp = is;
  }

  public void setAlive(boolean is) {
    alive = is;
  }

  @Override
  public boolean isCaughtUp() {
    return caughtUp;
  }

  @Override
  public boolean isAlive() {
    return alive;
  }

  @Override
  public Regime regime() {
    return SomeTables.REGIME;
  }

  @Override
  public Optional<ReferenceHistory.Version> reference() {
    return Optional.ofNullable(reference)
        .map(data -> new ReferenceHistory.Version(1, Instant.EPOCH, data));
  }

  @Override
  public List<String> programmes() {
    return tables.keySet().stream().map(TableKey::programme).distinct().sorted().toList();
  }

  @Override
  public List<Period> targets(String programme) {
    List<Period> targets = new ArrayList<>();
    for (TableKey key : tables.keySet()) {
      if (key.programme().equals(programme)) {
        targets.add(key.target());
      }
    }
    targets.sort(Comparator.comparing(Period::firstDay).thenComparing(Period::length));
    return targets;
  }

  @Override
  public Optional<Logged<NationalTable>> table(TableKey key) {
    if (unreadable.contains(key)) {
      throw new UnreadableException(key.text(), new RuntimeException());
    }
    return Optional.ofNullable(tables.get(key));
  }

  @Override
  public Optional<Place> place(TableKey key) {
    Optional<Place> place =
        Optional.ofNullable(tables.get(key)).map(record -> new Place(record.source(), record.at()));
    look.run();
    return place;
  }

  @Override
  public List<Place> versions(TableKey key) {
    return List.of();
  }

  @Override
  public Optional<Logged<NationalTable>> version(SourceRecord source) {
    return Optional.empty();
  }

  @Override
  public List<Logged<UnitStanding>> standings(TableKey key) {
    return List.of();
  }

  @Override
  public Optional<Logged<UnitStanding>> standing(TableKey key, String body) {
    return Optional.empty();
  }

  @Override
  public List<SourceRecord> changes(TableKey key, String body) {
    return List.of();
  }

  @Override
  public List<SourceRecord> movedBy(SourceRecord report) {
    return List.of();
  }

  @Override
  public Optional<Logged<ChangeOf>> change(SourceRecord source) {
    return Optional.empty();
  }

  @Override
  public List<Answered> receipts(ReportKey key) {
    return List.of();
  }

  @Override
  public Optional<Logged<Receipt>> receipt(SourceRecord source) {
    return Optional.empty();
  }

  @Override
  public Optional<Logged<Report>> report(SourceRecord source) {
    return Optional.empty();
  }

  @Override
  public Listening listen(Consumer<TableKey> changed) {
    listeners.add(changed);
    return () -> listeners.remove(changed);
  }
}
