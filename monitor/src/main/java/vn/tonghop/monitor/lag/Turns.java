package vn.tonghop.monitor.lag;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the partitions that one group reads tell of each other. The same threads read them in turns:
 * of a backlog of all provinces one topic is emptied at once, and the next may wait for minutes;
 * all topics may wait while tables are made of what was judged. By itself none of them tells when
 * all is done, or that anything is wrong.
 */
final class Turns {

  /**
   * How far back the pace of a backlog is looked for: over some turns of its topics, and no
   * further, since a JVM that has just begun takes a minute to come to its speed. Of 30, 20, 15 and
   * 10 s this told the time of a measured backlog best (docs/lag.md).
   */
  private static final Duration PACE = Duration.ofSeconds(15);

  private final Limits limits;
  private final Map<String, Course> courses = new HashMap<>();

  /** What has been seen of a group since it came. */
  private final class Course {

    private final Window window = new Window(limits, PACE);
    private Map<Place, Long> late = Map.of();
    private Instant lastTurn = Instant.EPOCH;

    /** Until all is read; null if it does not become less. */
    private @Nullable Duration toCatchUp;

    /** Takes a look at all that is read. */
    void add(List<Seen.At> read, Instant at) {
      Map<Place, Long> lateNow = new HashMap<>();
      for (Seen.At each : read) {
        long committed = each.look().committed();
        if (committed > late.getOrDefault(each.place(), Long.MAX_VALUE)) {
          lastTurn = at;
        }
        if (each.lag().verdict() != Verdict.OK) {
          lateNow.put(each.place(), committed);
        }
      }
      late = lateNow;
      window.add(together(read, at));
      toCatchUp = window.judge(at).toCatchUp();
    }

    /** Whether somebody who was late, too, had a turn within the time after which it is a stall. */
    boolean goesOn(Instant at) {
      return lastTurn.plus(limits.stall()).isAfter(at);
    }
  }

  Turns(Limits limits) {
    this.limits = limits;
  }

  /**
   * Judges each place beside the others.
   *
   * @param places of one look, each judged by itself
   */
  List<Seen.At> judged(List<Seen.At> places, Instant at) {
    Map<String, List<Seen.At>> read =
        places.stream()
            .filter(each -> each.look().hasMembers())
            .collect(Collectors.groupingBy(each -> each.place().group()));
    courses.keySet().retainAll(read.keySet());
    read.forEach(
        (group, all) -> courses.computeIfAbsent(group, first -> new Course()).add(all, at));
    return places.stream()
        .map(each -> new Seen.At(each.place(), each.look(), beside(each, at)))
        .toList();
  }

  private Lag beside(Seen.At place, Instant at) {
    Lag own = place.lag();
    @Nullable Course course = place.look().hasMembers() ? courses.get(place.place().group()) : null;
    boolean waitsForItsTurn =
        own.verdict() == Verdict.STALLED && course != null && course.goesOn(at);
    @Nullable Duration toCatchUp = course == null ? null : course.toCatchUp;
    return new Lag(
        waitsForItsTurn ? Verdict.LAGGING : own.verdict(),
        own.records(),
        own.age(),
        own.velocity(),
        own.records() == 0 ? Duration.ZERO : toCatchUp,
        own.open());
  }

  /**
   * What a record still costs: 1 to judge it, and 3 to make tables of it, as both stages were
   * measured by themselves (some 8,000 and 3,000 records a second). A group outside has one kind.
   */
  private static int cost(Stage stage) {
    return stage == Stage.INTAKE ? 4 : 3;
  }

  /**
   * All of them as if they were one, in the time that they take: what waits to be judged waits for
   * both stages.
   */
  private static Look together(List<Seen.At> places, Instant at) {
    long committed = 0;
    long records = 0;
    int members = 0;
    for (Seen.At each : places) {
      committed += each.look().committed();
      records += each.look().records() * cost(each.place().stage());
      members = Math.max(members, each.look().members());
    }
    Waiting waiting = records > 0 ? Waiting.OF_UNKNOWN_AGE : Waiting.NOTHING;
    long stable = committed + records;
    return new Look(at, stable, stable, committed, members, waiting, null);
  }
}
