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

  private final Limits limits;
  private final Map<String, Course> courses = new HashMap<>();

  /** What has been seen of a group since it came. */
  private final class Course {

    private final Window window = new Window(limits);
    private final Map<Place, Long> late = new HashMap<>();
    private Instant lastTurn = Instant.EPOCH;

    /**
     * Takes a look at all that is read.
     *
     * @return of all together
     */
    Lag add(List<Seen.At> read, Instant at) {
      for (Seen.At each : read) {
        Long before = late.remove(each.place());
        if (before != null && each.look().committed() > before) {
          lastTurn = at;
        }
        if (each.lag().verdict() != Verdict.OK) {
          late.put(each.place(), each.look().committed());
        }
      }
      late.keySet().retainAll(read.stream().map(Seen.At::place).collect(Collectors.toSet()));
      window.add(together(read, at));
      return window.judge(at);
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
    Map<String, Lag> whole = new HashMap<>();
    read.forEach(
        (group, all) ->
            whole.put(group, courses.computeIfAbsent(group, first -> new Course()).add(all, at)));
    return places.stream()
        .map(each -> new Seen.At(each.place(), each.look(), beside(each, whole, at)))
        .toList();
  }

  private Lag beside(Seen.At place, Map<String, Lag> whole, Instant at) {
    Lag own = place.lag();
    String group = place.place().group();
    @Nullable Course course = courses.get(group);
    @Nullable Lag all = whole.get(group);
    boolean waitsForItsTurn =
        own.verdict() == Verdict.STALLED && course != null && course.goesOn(at);
    @Nullable Duration toCatchUp =
        all == null || !place.look().hasMembers() ? null : all.toCatchUp();
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
