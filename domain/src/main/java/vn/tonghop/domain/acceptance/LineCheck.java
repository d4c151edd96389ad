package vn.tonghop.domain.acceptance;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.tonghop.domain.reference.Indicator;
import vn.tonghop.domain.reference.ReferenceData;
import vn.tonghop.domain.report.IndicatorValue;
import vn.tonghop.domain.report.ProgressReport;
import vn.tonghop.domain.report.TaskLine;
import vn.tonghop.domain.report.TaskStatus;

/** Finds what is wrong with a report's tasks and indicators, in document order. */
final class LineCheck {

  private static final int DONE = 100;

  private final ReferenceData reference;
  private final ProgressReport report;
  private final Findings errors;
  private final Findings warnings;

  LineCheck(ReferenceData reference, ProgressReport report, Findings errors, Findings warnings) {
    this.reference = reference;
    this.report = report;
    this.errors = errors;
    this.warnings = warnings;
  }

  void check() {
    List<TaskLine> tasks = report.tasks();
    Set<String> codes = codes(tasks, TaskLine::code);
    for (int i = 0; i < tasks.size(); i++) {
      TaskLine task = tasks.get(i);
      if (codes != null && !codes.add(task.code())) {
        errors.add(Message.DUPLICATE_TASK, task(i, "code"), task.code());
      }
      catalogues(task, i);
      completedOn(task, i);
      percent(task, i);
    }
    List<IndicatorValue> indicators = report.indicators();
    codes = codes(indicators, IndicatorValue::code);
    for (int i = 0; i < indicators.size(); i++) {
      IndicatorValue value = indicators.get(i);
      if (codes != null && !codes.add(value.code())) {
        errors.add(Message.DUPLICATE_INDICATOR, indicator(i, "code"), value.code());
      }
      indicator(value, i);
    }
  }

  /** A set for those seen; null where codes ascend, as mostly, since then none stands twice. */
  private static <T> @Nullable Set<String> codes(List<T> lines, Function<T, String> code) {
    for (int i = 1; i < lines.size(); i++) {
      if (code.apply(lines.get(i - 1)).compareTo(code.apply(lines.get(i))) >= 0) {
        return new HashSet<>();
      }
    }
    return null;
  }

  private static String task(int line, String field) {
    return "tasks[" + line + "]." + field;
  }

  private static String indicator(int line, String field) {
    return "indicators[" + line + "]." + field;
  }

  private void catalogues(TaskLine task, int line) {
    if (reference.authority(task.assignedBy()).isEmpty()) {
      errors.add(Message.AUTHORITY_UNKNOWN, task(line, "assignedBy"), task.assignedBy());
    }
    if (reference.field(task.field()).isEmpty()) {
      errors.add(Message.FIELD_UNKNOWN, task(line, "field"), task.field());
    }
  }

  private void completedOn(TaskLine task, int line) {
    LocalDate completedOn = task.completedOn();
    boolean completed = task.status() == TaskStatus.COMPLETED;
    if (completed && completedOn == null) {
      errors.add(Message.COMPLETED_WITHOUT_DATE, task(line, "completedOn"));
    } else if (!completed && completedOn != null) {
      errors.add(Message.DATE_WITHOUT_COMPLETED, task(line, "completedOn"), task.status());
    } else if (completedOn != null && completedOn.isAfter(report.asOf())) {
      errors.add(
          Message.COMPLETED_AFTER_AS_OF, task(line, "completedOn"), completedOn, report.asOf());
    }
  }

  private void percent(TaskLine task, int line) {
    int percent = task.percent();
    if (percent < 0 || percent > DONE) {
      errors.add(Message.PERCENT_OUTSIDE, task(line, "percent"), percent);
    } else if (contradicts(task.status(), percent)) {
      errors.add(
          Message.PERCENT_CONTRADICTS, task(line, "percent"), percent, task.status(), wanted(task));
    }
    if (percent == 0 && task.isOverdue(report.asOf())) {
      warnings.add(Message.OVERDUE_UNTOUCHED, task(line, "percent"), task.dueOn());
    }
  }

  private static boolean contradicts(TaskStatus status, int percent) {
    return (status == TaskStatus.COMPLETED) != (percent == DONE)
        || (status == TaskStatus.NOT_STARTED && percent != 0);
  }

  private static String wanted(TaskLine task) {
    return switch (task.status()) {
      case COMPLETED -> "100";
      case NOT_STARTED -> "0";
      case IN_PROGRESS, CANCELLED -> "0–99";
    };
  }

  private void indicator(IndicatorValue value, int line) {
    Optional<Indicator> indicator = reference.indicator(value.code());
    if (indicator.isEmpty()) {
      errors.add(Message.INDICATOR_UNKNOWN, indicator(line, "code"), value.code());
    } else if (!indicator.get().mayBeNegative() && value.value().signum() < 0) {
      errors.add(
          Message.INDICATOR_NEGATIVE,
          indicator(line, "value"),
          value.code(),
          value.value().toPlainString());
    }
  }
}
