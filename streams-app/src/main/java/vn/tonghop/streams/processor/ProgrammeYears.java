package vn.tonghop.streams.processor;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.StateStoreContext;
import vn.tonghop.domain.period.Period;
import vn.tonghop.domain.table.MovedBy;
import vn.tonghop.domain.table.ProgrammeYear;

/**
 * Programmes' years at work, worked out from the accepted reports when they are first needed, and
 * which of their tables moved since the last commit. It holds nothing that is not in the store of
 * accepted reports: so it has no changelog, and is empty after every start, move or abort of its
 * task. Years that were not used for longest make room for others.
 */
public final class ProgrammeYears implements StateStore {

  private final String name;
  private final int most;
  private final Map<String, ProgrammeYear> years = new LinkedHashMap<>(16, 0.75f, true);
  private final Map<String, Map<String, Moved>> moved = new TreeMap<>();
  private boolean open;

  /**
   * @param most reports and standings that it holds before it forgets years; the one at work may be
   *     larger
   */
  ProgrammeYears(String name, int most) {
    this.name = name;
    this.most = most;
  }

  /** A table that moved, and what last moved it. */
  record Moved(Period target, MovedBy movedBy) {}

  /**
   * A year of a programme.
   *
   * @param load works it out if it is not at hand
   */
  ProgrammeYear get(String programme, int year, Supplier<ProgrammeYear> load) {
    String key = programme + "|" + year;
    ProgrammeYear known = years.get(key);
    if (known == null) {
      known = load.get();
      years.put(key, known);
      makeRoom(known);
    }
    return known;
  }

  /** Notes that a table is to be built before the next commit. */
  void note(String programme, Moved table) {
    moved.computeIfAbsent(programme, any -> new TreeMap<>()).put(table.target().label(), table);
  }

  /** The programme's tables that moved, by label; they count as built from now on. */
  Iterable<Moved> takeMoved(String programme) {
    Map<String, Moved> tables = moved.remove(programme);
    return tables == null ? List.of() : tables.values();
  }

  /** Forgets all: it will be worked out again. */
  public void clear() {
    years.clear();
    moved.clear();
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public void init(StateStoreContext context, StateStore root) {
    clear();
    context.register(root, (key, value) -> {});
    open = true;
  }

  @Override
  public void close() {
    clear();
    open = false;
  }

  @Override
  public boolean persistent() {
    return false;
  }

  @Override
  public boolean isOpen() {
    return open;
  }

  private void makeRoom(ProgrammeYear newest) {
    long held = years.values().stream().mapToLong(ProgrammeYear::size).sum();
    Iterator<ProgrammeYear> eldest = years.values().iterator();
    while (held > most && eldest.hasNext()) {
      ProgrammeYear each = eldest.next();
      if (each != newest) {
        held -= each.size();
        eldest.remove();
      }
    }
  }
}
