package vn.tonghop.domain.acceptance;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
    Set<String> codes = new HashSet<>();
    List<TaskLine> tasks = report.tasks();
    for (int i = 0; i < tasks.size(); i++) {
      TaskLine task = tasks.get(i);
      String path = "tasks[" + i + "].";
      if (!codes.add(task.code())) {
        errors.add(Message.DUPLICATE_TASK, path + "code", task.code());
      }
      catalogues(task, path);
      completedOn(task, path + "completedOn");
      percent(task, path + "percent");
    }
    codes.clear();
    for (int i = 0; i < report.indicators().size(); i++) {
      IndicatorValue value = report.indicators().get(i);
      String path = "indicators[" + i + "].";
      if (!codes.add(value.code())) {
        errors.add(Message.DUPLICATE_INDICATOR, path + "code", value.code());
      }
      indicator(value, path);
    }
  }

  private void catalogues(TaskLine task, String path) {
    if (reference.authority(task.assignedBy()).isEmpty()) {
      errors.add(Message.AUTHORITY_UNKNOWN, path + "assignedBy", task.assignedBy());
    }
    if (reference.field(task.field()).isEmpty()) {
      errors.add(Message.FIELD_UNKNOWN, path + "field", task.field());
    }
  }

  private void completedOn(TaskLine task, String path) {
    LocalDate completedOn = task.completedOn();
    boolean completed = task.status() == TaskStatus.COMPLETED;
    if (completed && completedOn == null) {
      errors.add(Message.COMPLETED_WITHOUT_DATE, path);
    } else if (!completed && completedOn != null) {
      errors.add(Message.DATE_WITHOUT_COMPLETED, path, task.status());
    } else if (completedOn != null && completedOn.isAfter(report.asOf())) {
      errors.add(Message.COMPLETED_AFTER_AS_OF, path, completedOn, report.asOf());
    }
  }

  private void percent(TaskLine task, String path) {
    int percent = task.percent();
    if (percent < 0 || percent > DONE) {
      errors.add(Message.PERCENT_OUTSIDE, path, percent);
    } else if (contradicts(task.status(), percent)) {
      errors.add(Message.PERCENT_CONTRADICTS, path, percent, task.status(), wanted(task));
    }
    if (percent == 0 && task.isOverdue(report.asOf())) {
      warnings.add(Message.OVERDUE_UNTOUCHED, path, task.dueOn());
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

  private void indicator(IndicatorValue value, String path) {
    Optional<Indicator> indicator = reference.indicator(value.code());
    if (indicator.isEmpty()) {
      errors.add(Message.INDICATOR_UNKNOWN, path + "code", value.code());
    } else if (!indicator.get().mayBeNegative() && value.value().signum() < 0) {
      errors.add(
          Message.INDICATOR_NEGATIVE, path + "value", value.code(), value.value().toPlainString());
    }
  }
}
