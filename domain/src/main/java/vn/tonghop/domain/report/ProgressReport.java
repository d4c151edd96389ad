package vn.tonghop.domain.report;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one reporting unit says about one work programme as at one date (roll-up.md §2). It holds
 * whatever fits the schema; {@code ReportCheck} says whether it is right.
 *
 * @param period label, perhaps malformed
 * @param asOf date of the figures, included
 * @param submittedBy for the audit, decides nothing
 * @param submittedAt for the audit, decides nothing
 */
public record ProgressReport(
    String unit,
    String programme,
    String period,
    int revision,
    ReportKind kind,
    LocalDate asOf,
    boolean test,
    boolean nil,
    List<TaskLine> tasks,
    List<IndicatorValue> indicators,
    @Nullable String submittedBy,
    @Nullable Instant submittedAt) {

  public ProgressReport {
    tasks = List.copyOf(tasks);
    indicators = List.copyOf(indicators);
  }

  /** The same under another revision. */
  public ProgressReport withRevision(int other) {
    return new ProgressReport(
        unit,
        programme,
        period,
        other,
        kind,
        asOf,
        test,
        nil,
        tasks,
        indicators,
        submittedBy,
        submittedAt);
  }
}
