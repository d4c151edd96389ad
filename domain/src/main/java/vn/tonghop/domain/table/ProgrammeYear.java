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
 * All that units said on one programme for the periods of one year, and what it makes of the year's
 * targets. No target reaches beyond its year, so nothing else is needed for the year's tables. Not
 * for several threads.
 */
public final class ProgrammeYear {

  /** By body, then period. */
  private final Map<String, Map<Period, ReportState>> reports = new HashMap<>();

  /** By target, then body; a target's are worked out when it is first asked for. */
  private final Map<Period, Map<String, UnitStanding>> standings = new HashMap<>();

  private int size;

  /**
   * A year of which these reports are known.
   *
   * @param states of one programme and year, at most one a body and period
   */
  public static ProgrammeYear of(Iterable<ReportState> states) {
    ProgrammeYear year = new ProgrammeYear();
    states.forEach(year::know);
    return year;
  }

  /** Number of reports in it: one a body and period. */
  public int size() {
    return size;
  }

  /** What one unit said in the year. */
  public UnitHistory of(String body) {
    Map<Period, ReportState> said = reports.getOrDefault(body, Map.of());
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
    know(state);
    Collection<ReportState> said = reports.getOrDefault(body, Map.of()).values();
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

  private void know(ReportState state) {
    String body = state.highest().body().id();
    Map<Period, ReportState> said = reports.computeIfAbsent(body, any -> new HashMap<>());
    if (said.put(state.period(), state) == null) {
      size++;
    }
  }

  /** One unit's standing, for which no other unit's is worked out. */
  private @Nullable UnitStanding standing(Period target, String body) {
    Map<String, UnitStanding> known = standings.get(target);
    return known == null
        ? Standings.of(target, reports.getOrDefault(body, Map.of()).values()).orElse(null)
        : known.get(body);
  }

  private Map<String, UnitStanding> standingsOf(Period target) {
    Map<String, UnitStanding> known = standings.get(target);
    if (known == null) {
      known = new HashMap<>();
      for (Map.Entry<String, Map<Period, ReportState>> said : reports.entrySet()) {
        @Nullable UnitStanding standing =
            Standings.of(target, said.getValue().values()).orElse(null);
        if (standing != null) {
          known.put(said.getKey(), standing);
        }
      }
      standings.put(target, known);
    }
    return known;
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
