package vn.tonghop.domain.standing;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.tonghop.domain.acceptance.ReportState;
import vn.tonghop.domain.acceptance.Submission;
import vn.tonghop.domain.period.Period;
import vn.tonghop.domain.reference.Body;
import vn.tonghop.domain.reference.IndicatorKind;
import vn.tonghop.domain.standing.Contribution.ReportedIndicator;

/** A unit's indicators in a target period: flows are summed, of stocks the last counts (§7). */
final class UnitIndicators {

  private final Period target;
  private final Body body;
  private final Map<Period, ReportState> reports = new HashMap<>();

  UnitIndicators(Period target, Body body, List<ReportState> within) {
    this.target = target;
    this.body = body;
    within.forEach(state -> reports.put(state.period(), state));
  }

  /** Those that have a value, by code. */
  List<IndicatorFigure> figures() {
    Map<String, IndicatorKind> kinds = kinds();
    if (kinds.isEmpty()) {
      return List.of();
    }
    List<IndicatorFigure> figures = new ArrayList<>();
    kinds.forEach(
        (code, kind) ->
            (kind == IndicatorKind.FLOW ? flow(code) : stock(code)).ifPresent(figures::add));
    return figures;
  }

  /** Reports of several reference versions may disagree on a kind: the newest version is right. */
  private Map<String, IndicatorKind> kinds() {
    Map<String, IndicatorKind> kinds = new TreeMap<>();
    Map<String, Long> versions = new HashMap<>();
    for (ReportState state : reports.values()) {
      Submission report = state.highest();
      for (ReportedIndicator indicator : report.contribution().indicators()) {
        if (versions.getOrDefault(indicator.code(), Long.MIN_VALUE) <= report.referenceVersion()) {
          versions.put(indicator.code(), report.referenceVersion());
          kinds.put(indicator.code(), indicator.kind());
        }
      }
    }
    return kinds;
  }

  private Optional<IndicatorFigure> stock(String code) {
    @Nullable ReportState last = null;
    for (ReportState state : reports.values()) {
      if (state.highest().contribution().value(code).isPresent()
          && (last == null || ReportState.BY_END.compare(state, last) > 0)) {
        last = state;
      }
    }
    if (last == null) {
      return Optional.empty();
    }
    return Optional.of(
        new IndicatorFigure(
            code,
            IndicatorKind.STOCK,
            last.highest().contribution().value(code).orElseThrow(),
            false,
            last.period().lastMonth() < target.lastMonth()));
  }

  private Optional<IndicatorFigure> flow(String code) {
    Part part = part(target, code);
    return Optional.ofNullable(part.value)
        .map(value -> new IndicatorFigure(code, IndicatorKind.FLOW, value, !part.complete, false));
  }

  private Part part(Period period, String code) {
    @Nullable ReportState report = reports.get(period);
    if (report != null) {
      Optional<BigDecimal> value = report.highest().contribution().value(code);
      if (value.isPresent()) {
        return new Part(value.get(), true);
      }
      if (report.highest().nil()) {
        return new Part(null, true);
      }
    }
    Part sum = new Part(null, !period.parts().isEmpty());
    for (Period each : period.parts()) {
      sum = sum.plus(part(each, code));
    }
    // Nothing was owed for a part on whose last day the unit was not in force.
    return sum.value == null && !body.isInForceOn(period.lastDay()) ? new Part(null, true) : sum;
  }

  /**
   * The sum over a part of the target.
   *
   * @param value null if there is none
   * @param complete whether nothing of it is missing
   */
  private record Part(@Nullable BigDecimal value, boolean complete) {

    Part plus(Part other) {
      @Nullable BigDecimal sum =
          value == null ? other.value : other.value == null ? value : value.add(other.value);
      return new Part(sum, complete && other.complete);
    }
  }
}
