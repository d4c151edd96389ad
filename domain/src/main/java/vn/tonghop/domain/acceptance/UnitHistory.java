package vn.tonghop.domain.acceptance;

import java.util.Collection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.tonghop.domain.period.Period;

/** What one unit said on one programme before. */
public interface UnitHistory {

  /** What is known of one period; null if nothing has come for it. */
  @Nullable ReportState at(Period period);

  /**
   * The report that counts whose period ended last before this one's end (W03, W07); of two that
   * end together, the longer.
   */
  Optional<ReportState> lastBefore(Period period);

  /** A history of these states, at most one a period, in any order. */
  static UnitHistory of(Collection<ReportState> states) {
    return new UnitHistory() {
      @Override
      public @Nullable ReportState at(Period period) {
        return states.stream()
            .filter(state -> state.period().equals(period))
            .findFirst()
            .orElse(null);
      }

      @Override
      public Optional<ReportState> lastBefore(Period period) {
        @Nullable ReportState last = null;
        for (ReportState state : states) {
          if (state.counts()
              && state.period().endsBefore(period)
              && (last == null || ReportState.BY_END.compare(state, last) > 0)) {
            last = state;
          }
        }
        return Optional.ofNullable(last);
      }
    };
  }
}
