package vn.tonghop.domain.oracle;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.tonghop.domain.period.Regime;
import vn.tonghop.domain.reference.ReferenceKind;
import vn.tonghop.domain.report.ProgressReport;
import vn.tonghop.domain.report.ReportKind;
import vn.tonghop.domain.report.TaskLine;
import vn.tonghop.domain.report.TaskStatus;

/** What one record shows by itself: its errors, and the warnings that need no history. */
final class OracleCheck {

  final Arrival arrival;
  final @Nullable OraclePeriod period;
  final @Nullable String body;
  final List<String> errors = new ArrayList<>();
  final List<String> taskWarnings = new ArrayList<>();
  final List<String> timeWarnings = new ArrayList<>();
  final boolean early;
  private final OracleRegistry registry;

  OracleCheck(Regime regime, OracleRegistry registry, Arrival arrival) {
    this.arrival = arrival;
    this.registry = registry;
    ProgressReport report = arrival.report();
    period = OraclePeriod.of(regime, report.period());
    body = period == null ? null : registry.bodyOf(report.unit(), period.to());
    early = period != null && report.asOf().compareTo(period.to()) < 0;
    head(report);
    for (int i = 0; i < report.tasks().size(); i++) {
      task(report, i);
    }
    for (int i = 0; i < report.indicators().size(); i++) {
      indicator(report, i);
    }
    Instant sent = report.submittedAt();
    if (sent != null && Duration.between(arrival.at(), sent).toMillis() > 600_000) {
      timeWarnings.add("W04 submittedAt");
    }
  }

  /** Body, programme and period; null unless all three are known and it came by its own topic. */
  @Nullable String key() {
    for (String code : List.of("E02", "E03", "E04", "E05")) {
      for (String error : errors) {
        if (error.startsWith(code)) {
          return null;
        }
      }
    }
    return body + "|" + arrival.report().programme() + "|" + arrival.report().period();
  }

  /** What a rejected record's receipt warns of. */
  List<String> warningsWithoutHistory() {
    List<String> all = new ArrayList<>();
    if (early) {
      all.add("W06 asOf");
    }
    all.addAll(taskWarnings);
    all.addAll(timeWarnings);
    return all;
  }

  boolean isSubmit() {
    return arrival.report().kind() == ReportKind.SUBMIT;
  }

  /** Error-free and not a test: it takes part in what counts. */
  boolean isSerious() {
    return errors.isEmpty() && !arrival.report().test();
  }

  private void head(ProgressReport report) {
    boolean known = registry.knows(ReferenceKind.UNIT, report.unit());
    if (!known || (period != null && body == null)) {
      errors.add("E02 unit");
    }
    if (!report.unit().equals(arrival.topicUnit())) {
      errors.add("E03 unit");
    }
    Map<String, String> programme = registry.row(ReferenceKind.PROGRAMME, report.programme());
    if (programme == null || (period != null && !registry.runs(programme, period.year()))) {
      errors.add("E04 programme");
    }
    if (period == null) {
      errors.add("E05 period");
    }
    if (report.revision() <= 0) {
      errors.add("E06 revision");
    }
    if (period != null && !period.holds(report.asOf())) {
      errors.add("E07 asOf");
    }
    int lines = report.tasks().size() + report.indicators().size();
    if (isSubmit() && ((report.nil() && lines > 0) || (!report.nil() && lines == 0))) {
      errors.add("E11 nil");
    }
  }

  private void task(ProgressReport report, int i) {
    TaskLine task = report.tasks().get(i);
    String path = "tasks[" + i + "].";
    for (int j = 0; j < i; j++) {
      if (report.tasks().get(j).code().equals(task.code())) {
        errors.add("E08 " + path + "code");
        break;
      }
    }
    if (!registry.knows(ReferenceKind.AUTHORITY, task.assignedBy())) {
      errors.add("E13 " + path + "assignedBy");
    }
    if (!registry.knows(ReferenceKind.FIELD, task.field())) {
      errors.add("E13 " + path + "field");
    }
    LocalDate done = task.completedOn();
    boolean wrongDay =
        task.status() == TaskStatus.COMPLETED
            ? done == null || done.compareTo(report.asOf()) > 0
            : done != null;
    if (wrongDay) {
      errors.add("E09 " + path + "completedOn");
    }
    int low = task.status() == TaskStatus.COMPLETED ? 100 : 0;
    int high =
        switch (task.status()) {
          case COMPLETED -> 100;
          case NOT_STARTED -> 0;
          case IN_PROGRESS, CANCELLED -> 99;
        };
    if (task.percent() < low || task.percent() > high) {
      errors.add("E10 " + path + "percent");
    }
    boolean open =
        task.status() == TaskStatus.NOT_STARTED || task.status() == TaskStatus.IN_PROGRESS;
    LocalDate due = task.dueOn();
    if (open && due != null && due.compareTo(report.asOf()) < 0 && task.percent() == 0) {
      taskWarnings.add("W05 " + path + "percent");
    }
  }

  private void indicator(ProgressReport report, int i) {
    String code = report.indicators().get(i).code();
    String path = "indicators[" + i + "].";
    for (int j = 0; j < i; j++) {
      if (report.indicators().get(j).code().equals(code)) {
        errors.add("E08 " + path + "code");
        break;
      }
    }
    if (!registry.knows(ReferenceKind.INDICATOR, code)) {
      errors.add("E12 " + path + "code");
    } else if (report.indicators().get(i).value().signum() < 0 && !registry.mayBeNegative(code)) {
      errors.add("E12 " + path + "value");
    }
  }
}
