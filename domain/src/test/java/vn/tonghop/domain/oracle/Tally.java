package vn.tonghop.domain.oracle;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import vn.tonghop.domain.acceptance.Outcome;

/** Counts what random records brought about, so that a test knows what it has tried. */
public final class Tally {

  private final Map<Outcome, Integer> outcomes = new EnumMap<>(Outcome.class);
  private final Map<String, Integer> codes = new TreeMap<>();

  /** Counts one receipt: its outcome, and each code once. */
  public void add(OracleReceipt receipt) {
    outcomes.merge(receipt.outcome(), 1, Integer::sum);
    receipt.codes().forEach(code -> codes.merge(code, 1, Integer::sum));
  }

  /** Outcomes seen. */
  public Set<Outcome> outcomes() {
    return Set.copyOf(outcomes.keySet());
  }

  /** How many receipts had an outcome. */
  public int of(Outcome outcome) {
    return outcomes.getOrDefault(outcome, 0);
  }

  /** How many receipts had a code. */
  public int of(String code) {
    return codes.getOrDefault(code, 0);
  }

  /** All counts. */
  @Override
  public String toString() {
    return outcomes + " " + codes;
  }
}
