package vn.tonghop.domain.standing;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import vn.tonghop.domain.period.Period;
import vn.tonghop.domain.reference.Indicator;
import vn.tonghop.domain.reference.IndicatorKind;
import vn.tonghop.domain.reference.ReferenceData;
import vn.tonghop.domain.report.IndicatorValue;
import vn.tonghop.domain.report.ProgressReport;
import vn.tonghop.domain.report.ReportKind;
import vn.tonghop.domain.report.TaskLine;
import vn.tonghop.domain.report.TaskStatus;

/**
 * All that tables need of one report, so that documents need not be kept in state.
 *
 * @param cells measures by authority and field, sorted by these
 * @param indicators by code
 * @param taskCodes of all tasks, cancelled ones included, in document order
 * @param completed number of completed tasks
 */
public record Contribution(
    List<ContributionCell> cells,
    List<ReportedIndicator> indicators,
    List<String> taskCodes,
    int completed) {

  /** Of a withdrawal, whose lines are never counted, and of a rejected report. */
  public static final Contribution NOTHING = new Contribution(List.of(), List.of(), List.of(), 0);

  public Contribution {
    cells = FixedList.of(cells);
    indicators = List.copyOf(indicators);
    taskCodes = FixedList.of(taskCodes);
  }

  /** One indicator's value with its kind by the reference data in force for the report. */
  public record ReportedIndicator(String code, IndicatorKind kind, BigDecimal value) {}

  /** What a report without errors contributes. */
  public static Contribution of(ProgressReport report, Period period, ReferenceData reference) {
    if (report.kind() == ReportKind.WITHDRAW) {
      return NOTHING;
    }
    TreeMap<String, TreeMap<String, ContributionCell.Counter>> counters = new TreeMap<>();
    List<String> codes = new ArrayList<>(report.tasks().size());
    int completed = 0;
    for (TaskLine task : report.tasks()) {
      codes.add(task.code());
      if (task.status() == TaskStatus.COMPLETED) {
        completed++;
      }
      if (task.status() != TaskStatus.CANCELLED) {
        counters
            .computeIfAbsent(task.assignedBy(), authority -> new TreeMap<>())
            .computeIfAbsent(task.field(), field -> new ContributionCell.Counter(period.targets()))
            .add(task, report.asOf());
      }
    }
    List<ContributionCell> cells = new ArrayList<>();
    counters.forEach(
        (authority, byField) ->
            byField.forEach((field, counter) -> cells.add(counter.toCell(authority, field))));
    return new Contribution(cells, indicators(report, reference), codes, completed);
  }

  /** The value that the report gives of an indicator, or empty. */
  public Optional<BigDecimal> value(String indicator) {
    for (ReportedIndicator each : indicators) {
      if (each.code().equals(indicator)) {
        return Optional.of(each.value());
      }
    }
    return Optional.empty();
  }

  private static List<ReportedIndicator> indicators(
      ProgressReport report, ReferenceData reference) {
    List<ReportedIndicator> values = new ArrayList<>();
    for (IndicatorValue value : report.indicators()) {
      Indicator indicator = reference.indicator(value.code()).orElseThrow();
      values.add(new ReportedIndicator(value.code(), indicator.kind(), value.value()));
    }
    values.sort((a, b) -> a.code().compareTo(b.code()));
    return values;
  }
}
