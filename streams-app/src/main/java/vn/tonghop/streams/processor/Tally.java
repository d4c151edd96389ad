package vn.tonghop.streams.processor;

import static java.util.Objects.requireNonNull;

import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import vn.tonghop.domain.acceptance.Outcome;
import vn.tonghop.domain.acceptance.Rule;

/**
 * Counts what was decided since the process began. It counts when a record is processed: what an
 * aborted transaction processed is processed again, and counts again. Shared by all stream threads.
 */
public final class Tally {

  private final Map<Outcome, LongAdder> outcomes = new EnumMap<>(Outcome.class);
  private final Map<Rule, LongAdder> letters = new EnumMap<>(Rule.class);

  public Tally() {
    for (Outcome outcome : Outcome.values()) {
      outcomes.put(outcome, new LongAdder());
    }
    for (Rule rule : Rule.values()) {
      if (rule.isError()) {
        letters.put(rule, new LongAdder());
      }
    }
  }

  void decided(Outcome outcome) {
    requireNonNull(outcomes.get(outcome)).increment();
  }

  /** A dead letter counts once for each of its codes. */
  void deadLetter(Collection<Rule> codes) {
    codes.forEach(code -> requireNonNull(letters.get(code)).increment());
  }

  /** Decided reports by outcome, those that have not come among them. */
  public Map<Outcome, LongAdder> outcomes() {
    return Collections.unmodifiableMap(outcomes);
  }

  /** Dead letters by code, those that have not come among them. */
  public Map<Rule, LongAdder> letters() {
    return Collections.unmodifiableMap(letters);
  }
}
