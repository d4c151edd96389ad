package vn.tonghop.schemas.mapping;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import vn.tonghop.ReferenceEntry;
import vn.tonghop.domain.reference.ReferenceKind;
import vn.tonghop.domain.reference.ReferenceRows;

/**
 * Puts loads of reference data together from their records, which may come mixed with those of
 * other loads and more than once; a load that was cut off yields nothing.
 */
public final class ReferenceAssembly {

  private final Map<Load, TreeMap<Integer, Row>> unfinished = new HashMap<>();
  private final Set<Long> finished = new HashSet<>();

  /** All rows of one version. */
  public record Complete(long version, ReferenceRows rows) {}

  /** A version that two loads of different size took by mistake must not be a mix of both. */
  private record Load(long version, int rows) {}

  private record Row(ReferenceKind kind, Map<String, String> columns) {}

  /**
   * Takes one record, and gives the version whose last missing row it is: each version once. Of a
   * row that comes again before that, the last one counts.
   *
   * @throws IllegalArgumentException if it is no row of any load; nothing has changed then
   */
  public Optional<Complete> add(ReferenceEntry entry) {
    Optional<ReferenceKind> kind = kind(entry.getKind().toString());
    boolean isRow = entry.getRow() >= 0 && entry.getRow() < entry.getRows() && kind.isPresent();
    if (!isRow || finished.contains(entry.getVersion())) {
      return Optional.empty();
    }
    Load load = new Load(entry.getVersion(), entry.getRows());
    Map<Integer, Row> rows = unfinished.computeIfAbsent(load, first -> new TreeMap<>());
    rows.put(entry.getRow(), row(kind.get(), entry));
    if (rows.size() < load.rows()) {
      return Optional.empty();
    }
    finished.add(load.version());
    unfinished.keySet().removeIf(each -> each.version() == load.version());
    return Optional.of(new Complete(load.version(), rows(rows)));
  }

  private static ReferenceRows rows(Map<Integer, Row> rows) {
    Map<ReferenceKind, List<Map<String, String>>> byKind = new EnumMap<>(ReferenceKind.class);
    rows.values()
        .forEach(
            row ->
                byKind.computeIfAbsent(row.kind(), first -> new ArrayList<>()).add(row.columns()));
    return new ReferenceRows(byKind);
  }

  /** The columns that the catalogue must have are there, with empty text for none. */
  private static Row row(ReferenceKind kind, ReferenceEntry entry) {
    Map<String, String> columns = new HashMap<>();
    kind.columns().forEach(column -> columns.put(column, ""));
    entry.getColumns().forEach((column, value) -> columns.put(column.toString(), value.toString()));
    return new Row(kind, columns);
  }

  private static Optional<ReferenceKind> kind(String id) {
    return Arrays.stream(ReferenceKind.values()).filter(kind -> kind.id().equals(id)).findFirst();
  }
}
