package vn.tonghop.console.view;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import vn.tonghop.domain.acceptance.Receipt;
import vn.tonghop.domain.acceptance.SourceRecord;
import vn.tonghop.domain.period.Period;
import vn.tonghop.domain.period.Regime;
import vn.tonghop.domain.reference.ReferenceHistory;
import vn.tonghop.domain.standing.UnitStanding;
import vn.tonghop.domain.table.NationalTable;
import vn.tonghop.schemas.mapping.Change;

/**
 * What pages ask. Everything in it was read from the topics with read_committed and is forgotten
 * when the process ends; nothing here is a source of truth. For many threads at once.
 *
 * <p>What is current is held in memory and answers at once. What is history is held as coordinates;
 * the methods that say so read the record from the broker and throw {@link UnreadableException} if
 * that does not answer.
 */
public interface View {

  /** Whether all has been read that was there when it started. */
  boolean isCaughtUp();

  /**
   * The same of tables, standings and reference data alone, which are read before histories are: up
   * to then a table that is there looks like one for which no unit has ever spoken.
   */
  default boolean isCurrent() {
    return isCaughtUp();
  }

  /** Whether it goes on reading; only a bug ends it. */
  default boolean isAlive() {
    return true;
  }

  /** The regime of this deployment. */
  Regime regime();

  /** The newest version of the reference data, by which tables are read; empty before the first. */
  Optional<ReferenceHistory.Version> reference();

  /** Programmes that have a table, by code; the reference data may know more. */
  List<String> programmes();

  /** Targets of a programme for which there is a table record, earliest first, quarters first. */
  List<Period> targets(String programme);

  /** The newest committed record of a table; empty while no unit has ever spoken for it. */
  Optional<Logged<NationalTable>> table(TableKey key);

  /**
   * Where the newest record of a table stands, also if it cannot be read; empty where there is
   * none.
   */
  default Optional<Place> place(TableKey key) {
    return table(key).map(record -> new Place(record.source(), record.at()));
  }

  /** Every committed version of a table, oldest first. */
  List<Place> versions(TableKey key);

  /** Reads one version of a table from its history; empty if that record is no such version. */
  Optional<Logged<NationalTable>> version(SourceRecord source);

  /** What each unit says in a target now, by code, then body; those without a row included. */
  List<Logged<UnitStanding>> standings(TableKey key);

  /** What a unit says in a target now. */
  Optional<Logged<UnitStanding>> standing(TableKey key, String body);

  /** Every change of a unit's standing in a target, oldest first. */
  List<SourceRecord> changes(TableKey key, String body);

  /** What a report moved: the changes of standings that it made, shortest target first. */
  List<SourceRecord> movedBy(SourceRecord report);

  /** Reads one change from the history of standings; empty if there is none at that place. */
  Optional<Logged<ChangeOf>> change(SourceRecord source);

  /**
   * All receipts of a series, oldest first: its revisions, and whatever else came under its key.
   */
  List<Answered> receipts(ReportKey key);

  /** Reads one receipt; empty if there is none at that place. */
  Optional<Logged<Receipt>> receipt(SourceRecord source);

  /** Reads one report record; empty if there is none at that place. */
  Optional<Logged<Report>> report(SourceRecord source);

  /**
   * Tells of each table whose newest record is another one, after it can be asked for. Called on
   * the thread that reads: it must return at once.
   *
   * @return ends it
   */
  Listening listen(Consumer<TableKey> changed);

  /** Somebody who is told of changes. */
  interface Listening extends AutoCloseable {

    /** From now on nothing more is told. */
    @Override
    void close();
  }

  /**
   * A change of a standing and whose it is.
   *
   * @param body of the unit
   */
  record ChangeOf(TableKey key, String body, Change change) {}
}
