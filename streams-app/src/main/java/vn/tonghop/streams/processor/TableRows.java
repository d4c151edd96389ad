package vn.tonghop.streams.processor;

import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import vn.tonghop.domain.period.Regime;
import vn.tonghop.domain.standing.UnitStanding;
import vn.tonghop.schemas.mapping.StandingMapping;

/** Reads the rows of one table from their store, where keys begin with the table's. */
final class TableRows {

  private static final StringSerializer KEYS = new StringSerializer();

  private TableRows() {}

  /**
   * All rows of a table.
   *
   * @param table {@code <programme>|<target>}
   */
  static List<UnitStanding> all(
      KeyValueStore<String, vn.tonghop.UnitStanding> rows, String table, Regime regime) {
    return scan(rows, table + "|").stream()
        .map(row -> StandingMapping.fromAvro(regime, row.value))
        .toList();
  }

  /** All rows of a table but one body's. */
  static List<UnitStanding> others(
      KeyValueStore<String, vn.tonghop.UnitStanding> rows,
      String table,
      String body,
      Regime regime) {
    return all(rows, table, regime).stream().filter(row -> !row.body().equals(body)).toList();
  }

  /** All entries whose key begins so. */
  static <V> List<KeyValue<String, V>> scan(KeyValueStore<String, V> store, String prefix) {
    List<KeyValue<String, V>> found = new ArrayList<>();
    try (KeyValueIterator<String, V> all = store.prefixScan(prefix, KEYS)) {
      all.forEachRemaining(found::add);
    }
    return found;
  }
}
