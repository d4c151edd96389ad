package vn.tonghop.monitor.lag;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A topic, a group and somebody who looks at both, under a clock that a test moves. */
final class Story {

  static final Duration LOOK_EVERY = Duration.ofSeconds(5);
  private static final Instant START = Instant.parse("2024-03-01T00:00:00Z");

  private final Window window;
  private final List<Instant> records = new ArrayList<>();
  private Instant now = START;
  private long committed;
  private int members = 2;
  private @Nullable Integer openFrom;
  private boolean mayRead = true;

  Story(Limits limits) {
    window = new Window(limits);
  }

  /** Records come in. */
  Story append(int count) {
    for (int i = 0; i < count; i++) {
      records.add(now);
    }
    return this;
  }

  /** The group commits as many more, or all that there are. */
  Story commit(int count) {
    committed = Math.min(stable(), committed + count);
    return this;
  }

  Story members(int count) {
    members = count;
    return this;
  }

  /** Whoever looks may see offsets and no record. */
  Story mayNotRead() {
    mayRead = false;
    return this;
  }

  /** A sender's transaction is open from here on. */
  Story open() {
    openFrom = records.size();
    return this;
  }

  /** Lets time go by, with a look at each step. */
  Story pass(Duration time) {
    for (Duration gone = Duration.ZERO; gone.compareTo(time) < 0; gone = gone.plus(LOOK_EVERY)) {
      now = now.plus(LOOK_EVERY);
      look();
    }
    return this;
  }

  Story look() {
    window.add(new Look(now, records.size(), stable(), committed, members, waiting(), openSince()));
    return this;
  }

  Lag lag() {
    return window.judge(now);
  }

  private long stable() {
    return openFrom == null ? records.size() : openFrom;
  }

  private Waiting waiting() {
    if (committed >= stable()) {
      return Waiting.NOTHING;
    }
    return mayRead ? Waiting.since(records.get((int) committed)) : Waiting.OF_UNKNOWN_AGE;
  }

  private @Nullable Instant openSince() {
    return mayRead && openFrom != null && openFrom < records.size() ? records.get(openFrom) : null;
  }
}
