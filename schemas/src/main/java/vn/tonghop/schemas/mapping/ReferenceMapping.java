package vn.tonghop.schemas.mapping;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.tonghop.ReferenceEntry;
import vn.tonghop.domain.reference.ReferenceKind;
import vn.tonghop.domain.reference.ReferenceRows;

/** From one load of reference data to its records; {@link ReferenceAssembly} is the way back. */
public final class ReferenceMapping {

  private ReferenceMapping() {}

  /**
   * A record of the load.
   *
   * @param key kind, code and first day, parted by bars
   */
  public record Keyed(String key, ReferenceEntry entry) {}

  /**
   * All records of a load, by catalogue, each in the order of its rows; the last one puts the
   * version in force. Empty values stay out of them.
   *
   * @param version 1, 2, ...
   */
  public static List<Keyed> toAvro(ReferenceRows rows, long version) {
    List<Keyed> entries = new ArrayList<>(rows.size());
    for (ReferenceKind kind : ReferenceKind.values()) {
      for (Map<String, String> row : rows.of(kind)) {
        entries.add(
            new Keyed(
                kind.key(row),
                new ReferenceEntry(version, rows.size(), entries.size(), kind.id(), columns(row))));
      }
    }
    return List.copyOf(entries);
  }

  private static Map<CharSequence, CharSequence> columns(Map<String, String> row) {
    Map<CharSequence, CharSequence> columns = new HashMap<>();
    row.forEach(
        (column, value) -> {
          if (!value.isEmpty()) {
            columns.put(column, value);
          }
        });
    return columns;
  }
}
