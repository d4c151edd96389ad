package vn.tonghop.domain.table;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.tonghop.domain.acceptance.ReportState;
import vn.tonghop.domain.acceptance.UnitHistory;
import vn.tonghop.domain.period.Period;
import vn.tonghop.domain.standing.Standings;
import vn.tonghop.domain.standing.UnitStanding;

/**
 * What units said on one programme for the periods of one year, and what it makes of the year's
 * targets. No target reaches beyond its year, so nothing else is needed for the year's tables. What
 * was said before is fetched unit by unit and target by target when it is first asked for: a
 * correction of an old report needs little of its year. Not for several threads.
 */
public final class ProgrammeYear {

  private final Source source;

  /** By body, then period: all of a body, if any. */
  private final Map<String, Map<Period, ReportState>> reports = new HashMap<>();

  /** By target, then body; a target's are worked out when it is first asked for. */
  private final Map<Period, Map<String, UnitStanding>> standings = new HashMap<>();

  /**
   * Begins with nothing at hand.
   *
   * @param source where all earlier reports of the year can be found
   */
  public ProgrammeYear(Source source) {
    this.source = source;
  }

  /** Where the reports of a programme's year are kept; at most one a body and period. */
  public interface Source {

    /** A year of which nothing was said before. */
    Source NOTHING =
        new Source() {
          @Override
          public Collection<ReportState> ofBody(String body) {
            return List.of();
          }

          @Override
          public Collection<ReportState> of(Period period) {
            return List.of();
          }
        };

    /** All that one body said in the year. */
    Collection<ReportState> ofBody(String body);

    /** What all bodies said of a period of the year. */
    Collection<ReportState> of(Period period);
  }

  /** Number of reports and standings that it holds. */
  public int size() {
    return size(reports) + size(standings);
  }

  private static int size(Map<?, ? extends Map<?, ?>> maps) {
    return maps.values().stream().mapToInt(Map::size).sum();
  }

  /** What one unit said in the year. */
  public UnitHistory of(String body) {
    Map<Period, ReportState> said = said(body);
    return new UnitHistory() {
      @Override
      public @Nullable ReportState at(Period period) {
        return said.get(period);
      }

      @Override
      public Optional<ReportState> lastBefore(Period period) {
        return UnitHistory.of(said.values()).lastBefore(period);
      }
    };
  }

  /**
   * Takes a new state in place of the one that its body and period had.
   *
   * @return the standings that it moved, shortest target first
   */
  public List<Move> put(ReportState state) {
    List<Period> targets = state.period().targets();
    String body = state.highest().body().id();
    List<Optional<UnitStanding>> before = new ArrayList<>(targets.size());
    for (Period target : targets) {
      before.add(Optional.ofNullable(standing(target, body)));
    }
    Collection<ReportState> said = know(state);
    List<Move> moves = new ArrayList<>();
    for (int i = 0; i < targets.size(); i++) {
      Period target = targets.get(i);
      Optional<UnitStanding> is = Standings.of(target, said);
      Optional<UnitStanding> was = before.get(i);
      if (!is.equals(was)) {
        moves.add(new Move(target, is.orElse(null), isVisible(target, body, was, is)));
        replace(target, body, is);
      }
    }
    return moves;
  }

  /** The standings of all units that speak in a target of the year, in no order. */
  public Collection<UnitStanding> standings(Period target) {
    return List.copyOf(standingsOf(target).values());
  }

  private Collection<ReportState> know(ReportState state) {
    Map<Period, ReportState> said = said(state.highest().body().id());
    said.put(state.period(), state);
    return said.values();
  }

  private Map<Period, ReportState> said(String body) {
    Map<Period, ReportState> known = reports.get(body);
    if (known == null) {
      known = new HashMap<>();
      for (ReportState state : source.ofBody(body)) {
        known.put(state.period(), state);
      }
      reports.put(body, known);
    }
    return known;
  }

  /** One unit's standing, for which no other unit's is worked out. */
  private @Nullable UnitStanding standing(Period target, String body) {
    Map<String, UnitStanding> known = standings.get(target);
    return known == null ? Standings.of(target, said(body).values()).orElse(null) : known.get(body);
  }

  private Map<String, UnitStanding> standingsOf(Period target) {
    Map<String, UnitStanding> known = standings.get(target);
    if (known == null) {
      known = new HashMap<>();
      for (Map.Entry<String, Collection<ReportState>> said : within(target).entrySet()) {
        @Nullable UnitStanding standing = Standings.of(target, said.getValue()).orElse(null);
        if (standing != null) {
          known.put(said.getKey(), standing);
        }
      }
      standings.put(target, known);
    }
    return known;
  }

  /** Reports of all bodies within a target, by body; what is at hand is newer than the source. */
  private Map<String, Collection<ReportState>> within(Period target) {
    Map<String, Collection<ReportState>> within = new HashMap<>();
    reports.forEach((body, said) -> within.put(body, said.values()));
    for (Period period : target.within()) {
      for (ReportState state : source.of(period)) {
        String body = state.highest().body().id();
        if (!reports.containsKey(body)) {
          within.computeIfAbsent(body, any -> new ArrayList<>()).add(state);
        }
      }
    }
    return within;
  }

  private boolean isVisible(
      Period target, String body, Optional<UnitStanding> was, Optional<UnitStanding> is) {
    return VisibleChange.between(
        was,
        is,
        other -> standing(target, other),
        () ->
            standingsOf(target).values().stream()
                .filter(other -> !other.body().equals(body))
                .toList());
  }

  private void replace(Period target, String body, Optional<UnitStanding> standing) {
    Map<String, UnitStanding> known = standings.get(target);
    if (known != null && standing.isPresent()) {
      known.put(body, standing.get());
    } else if (known != null) {
      known.remove(body);
    }
  }
}
