package vn.tonghop.console.access;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who has signed in. Kept in this process alone and in bounded memory: a restart signs everybody
 * out, and so many sessions as nobody has need of end those that rested longest.
 */
final class Sessions {

  static final Duration IDLE = Duration.ofMinutes(30);
  static final Duration LONGEST = Duration.ofHours(12);
  static final int MOST = 5_000;
  static final int MOST_OF_ONE = 20;

  private final InstantSource clock;

  /** By their id, those first that rested longest. */
  private final Map<String, Held> held = new LinkedHashMap<>(16, 0.75f, true);

  Sessions(InstantSource clock) {
    this.clock = clock;
  }

  /**
   * A session.
   *
   * @param id what the browser brings back, and nobody else knows
   * @param stamp what must not have changed since, or the session is none
   */
  record Session(String id, Caller caller, String stamp, Instant begun) {}

  private record Held(Session session, Instant seen) {}

  /** Begins one under a new id. */
  synchronized Session begin(Caller caller, String stamp) {
    Instant now = clock.instant();
    held.values().removeIf(each -> isOver(each, now));
    keepAtMost(MOST_OF_ONE - 1, caller.name());
    keepAtMost(MOST - 1, null);
    Session session = new Session(Secrets.random(), caller, stamp, now);
    held.put(session.id(), new Held(session, now));
    return session;
  }

  /** The session of that id, which from now on rests anew; empty if there is none or it is over. */
  synchronized Optional<Session> find(String id) {
    @Nullable Held found = held.get(id);
    if (found == null) {
      return Optional.empty();
    }
    Instant now = clock.instant();
    if (isOver(found, now)) {
      held.remove(id);
      return Optional.empty();
    }
    held.put(id, new Held(found.session(), now));
    return Optional.of(found.session());
  }

  synchronized void end(String id) {
    held.remove(id);
  }

  synchronized int size() {
    return held.size();
  }

  private static boolean isOver(Held each, Instant now) {
    return !now.isBefore(each.seen().plus(IDLE))
        || !now.isBefore(each.session().begun().plus(LONGEST));
  }

  /** Of one account, or of all. */
  private void keepAtMost(int most, @Nullable String name) {
    long there = held.values().stream().filter(each -> isOf(each, name)).count();
    Iterator<Held> eldestFirst = held.values().iterator();
    while (there > most && eldestFirst.hasNext()) {
      if (isOf(eldestFirst.next(), name)) {
        eldestFirst.remove();
        there--;
      }
    }
  }

  private static boolean isOf(Held each, @Nullable String name) {
    return name == null || each.session().caller().name().equals(name);
  }
}
