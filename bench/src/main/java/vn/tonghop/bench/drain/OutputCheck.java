package vn.tonghop.bench.drain;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.tonghop.NationalTable;
import vn.tonghop.Receipt;
import vn.tonghop.bench.cluster.Cluster;
import vn.tonghop.domain.acceptance.Outcome;

/** Whether what the roll-up wrote is what the oracle says: a wrong run is no result. */
public final class OutputCheck {

  private static final int TOLD = 5;

  private final Expected expected;
  private final Map<String, BitSet> answered = new HashMap<>();
  private final Map<String, NationalTable> tables = new TreeMap<>();
  private final List<String> wrong = new ArrayList<>();

  OutputCheck(Expected expected) {
    this.expected = expected;
  }

  /** The first few things that are wrong with what a cluster's topics hold; empty if nothing. */
  public static List<String> complaints(Cluster cluster, Expected expected) {
    OutputCheck check = new OutputCheck(expected);
    OutputTopics topics = new OutputTopics(cluster);
    topics.receipts(check::receipt);
    topics.tables(check::table);
    List<String> all = check.complaints();
    return all.size() <= TOLD
        ? all
        : List.of(all.get(0), all.get(1), "and %,d more".formatted(all.size() - 2));
  }

  /** Takes a receipt in. */
  void receipt(Receipt receipt) {
    String topic = String.valueOf(receipt.getTopic());
    Long offset = receipt.getOffset();
    List<Outcome> outcomes = expected.outcomes().getOrDefault(topic, List.of());
    if (offset == null || offset >= outcomes.size()) {
      wrong.add("a receipt for a record that was not sent: " + receipt);
      return;
    }
    BitSet known = answered.computeIfAbsent(topic, any -> new BitSet());
    if (known.get(offset.intValue())) {
      wrong.add("%s %d has two receipts".formatted(topic, offset));
    }
    known.set(offset.intValue());
    String said = outcomes.get(offset.intValue()).name();
    if (!said.contentEquals(receipt.getOutcome())) {
      wrong.add(
          "%s %d is %s, the oracle says %s".formatted(topic, offset, receipt.getOutcome(), said));
    }
  }

  /** Takes a table in, which replaces the one before; null: there is none any more. */
  void table(String key, @Nullable NationalTable table) {
    if (table == null) {
      tables.remove(key);
    } else {
      tables.put(key, table);
    }
  }

  /** All that is wrong with what was taken in: each record has one receipt, each table is right. */
  List<String> complaints() {
    List<String> all = new ArrayList<>(wrong);
    expected
        .outcomes()
        .forEach(
            (topic, outcomes) -> {
              int missing =
                  outcomes.size() - answered.getOrDefault(topic, new BitSet()).cardinality();
              if (missing > 0) {
                all.add("%s: %,d records have no receipt".formatted(topic, missing));
              }
            });
    Map<String, NationalTable> left = new TreeMap<>(tables);
    expected
        .tables()
        .forEach(
            (key, said) -> {
              NationalTable table = left.remove(key);
              if (table == null || !said.equals(TableText.of(table))) {
                all.add("table %s differs from the oracle".formatted(key));
              }
            });
    left.forEach(
        (key, table) -> {
          if (!table.getByUnit().isEmpty()) {
            all.add("table %s should not be there".formatted(key));
          }
        });
    return all;
  }
}
