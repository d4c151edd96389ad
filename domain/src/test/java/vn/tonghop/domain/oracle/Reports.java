package vn.tonghop.domain.oracle;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.tonghop.domain.acceptance.SourceRecord;
import vn.tonghop.domain.report.IndicatorValue;
import vn.tonghop.domain.report.ProgressReport;
import vn.tonghop.domain.report.ReportKind;
import vn.tonghop.domain.report.TaskLine;
import vn.tonghop.domain.report.TaskStatus;

/** Reports and lines for tests: right ones, and copies of these that differ in one thing. */
public final class Reports {

  private Reports() {}

  /** A submission with these tasks. */
  public static ProgressReport report(
      String unit, String programme, String period, int revision, String asOf, TaskLine... tasks) {
    return new ProgressReport(
        unit,
        programme,
        period,
        revision,
        ReportKind.SUBMIT,
        LocalDate.parse(asOf),
        false,
        false,
        List.of(tasks),
        List.of(),
        null,
        null);
  }

  /** A nil report. */
  public static ProgressReport nil(
      String unit, String programme, String period, int revision, String asOf) {
    return withNil(report(unit, programme, period, revision, asOf), true);
  }

  /** A withdrawal without lines. */
  public static ProgressReport withdrawal(
      String unit, String programme, String period, int revision, String asOf) {
    return withKind(report(unit, programme, period, revision, asOf), ReportKind.WITHDRAW);
  }

  /** A completed task; {@code due} may be null. */
  public static TaskLine done(String code, @Nullable String due, String on) {
    return task(code, TaskStatus.COMPLETED, due, on, 100);
  }

  /** An open task: not started with 0 percent, else in progress. */
  public static TaskLine open(String code, @Nullable String due, int percent) {
    return task(
        code, percent == 0 ? TaskStatus.NOT_STARTED : TaskStatus.IN_PROGRESS, due, null, percent);
  }

  /** Any task of POLITBURO in CADRES. */
  public static TaskLine task(
      String code, TaskStatus status, @Nullable String due, @Nullable String on, int percent) {
    return new TaskLine(
        code,
        null,
        "POLITBURO",
        "CADRES",
        status,
        due == null ? null : LocalDate.parse(due),
        on == null ? null : LocalDate.parse(on),
        percent,
        null);
  }

  public static TaskLine assigned(TaskLine task, String assignedBy, String field) {
    return new TaskLine(
        task.code(),
        task.title(),
        assignedBy,
        field,
        task.status(),
        task.dueOn(),
        task.completedOn(),
        task.percent(),
        task.note());
  }

  public static IndicatorValue value(String code, String value) {
    return new IndicatorValue(code, new BigDecimal(value));
  }

  public static ProgressReport withTest(ProgressReport r, boolean test) {
    return copy(r, r.revision(), r.kind(), test, r.nil(), r.tasks(), r.indicators());
  }

  public static ProgressReport withNil(ProgressReport r, boolean nil) {
    return copy(r, r.revision(), r.kind(), r.test(), nil, r.tasks(), r.indicators());
  }

  public static ProgressReport withKind(ProgressReport r, ReportKind kind) {
    return copy(r, r.revision(), kind, r.test(), r.nil(), r.tasks(), r.indicators());
  }

  public static ProgressReport withRevision(ProgressReport r, int revision) {
    return copy(r, revision, r.kind(), r.test(), r.nil(), r.tasks(), r.indicators());
  }

  public static ProgressReport withTasks(ProgressReport r, List<TaskLine> tasks) {
    return copy(r, r.revision(), r.kind(), r.test(), r.nil(), tasks, r.indicators());
  }

  public static ProgressReport withIndicators(ProgressReport r, IndicatorValue... values) {
    return withIndicators(r, List.of(values));
  }

  public static ProgressReport withIndicators(ProgressReport r, List<IndicatorValue> values) {
    return copy(r, r.revision(), r.kind(), r.test(), r.nil(), r.tasks(), values);
  }

  /** The same on another day, by another unit, on another programme or for another period. */
  public static ProgressReport of(
      ProgressReport r, String unit, String programme, String period, LocalDate asOf) {
    return new ProgressReport(
        unit,
        programme,
        period,
        r.revision(),
        r.kind(),
        asOf,
        r.test(),
        r.nil(),
        r.tasks(),
        r.indicators(),
        r.submittedBy(),
        r.submittedAt());
  }

  public static ProgressReport sent(ProgressReport r, @Nullable String by, @Nullable Instant at) {
    return new ProgressReport(
        r.unit(),
        r.programme(),
        r.period(),
        r.revision(),
        r.kind(),
        r.asOf(),
        r.test(),
        r.nil(),
        r.tasks(),
        r.indicators(),
        by,
        at);
  }

  /** The record that brings a report by its unit's own topic. */
  public static Arrival arrival(ProgressReport report, Instant at, long offset) {
    return new Arrival(
        report, report.unit(), at, new SourceRecord("tonghop.reports." + report.unit(), 0, offset));
  }

  private static ProgressReport copy(
      ProgressReport r,
      int revision,
      ReportKind kind,
      boolean test,
      boolean nil,
      List<TaskLine> tasks,
      List<IndicatorValue> indicators) {
    return new ProgressReport(
        r.unit(),
        r.programme(),
        r.period(),
        revision,
        kind,
        r.asOf(),
        test,
        nil,
        tasks,
        indicators,
        r.submittedBy(),
        r.submittedAt());
  }
}
