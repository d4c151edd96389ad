package vn.tonghop.samples;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.tonghop.domain.period.Period;
import vn.tonghop.domain.period.PeriodLength;
import vn.tonghop.domain.period.Regime;
import vn.tonghop.domain.reference.ReportingUnit;
import vn.tonghop.domain.report.IndicatorValue;
import vn.tonghop.domain.report.ProgressReport;
import vn.tonghop.domain.report.ReportKind;
import vn.tonghop.domain.report.TaskLine;
import vn.tonghop.domain.report.TaskStatus;

/** A body that reports on a year's programme: its work, its figures, and what it sends when. */
record Reporter(ReportingUnit unit, int year, List<Work> works, Statistics statistics) {

  /** In every report: nobody shall take these figures for a province's own. */
  static final String INVENTED = "SỐ LIỆU MINH HỌA, KHÔNG CÓ THẬT / invented figures";

  private static final int EARLY_DAYS = 9;
  private static final int ALMOST_PERCENT = 90;
  private static final Duration PAUSE = Duration.ofMinutes(95);

  /** The reports of a script, in the order sent. */
  List<ProgressReport> reports(List<Step> script) {
    boolean quarters = script.stream().anyMatch(step -> step.period().startsWith("Q"));
    List<ProgressReport> reports = new ArrayList<>();
    Instant last = Instant.MIN;
    for (Step step : script) {
      Instant at = sentAt(step);
      last = at.isAfter(last) ? at : last.plus(PAUSE);
      reports.add(report(step, quarters, last));
    }
    return reports;
  }

  private ProgressReport report(Step step, boolean quarters, Instant at) {
    Period period = period(step);
    LocalDate asOf =
        step.twist() == Step.Twist.EARLY
            ? period.lastDay().minusDays(EARLY_DAYS)
            : period.lastDay();
    boolean lines = step.twist() != Step.Twist.NIL && step.twist() != Step.Twist.WITHDRAW;
    boolean longer = period.length().months() > PeriodLength.QUARTER.months();
    return new ProgressReport(
        unit.code(),
        "CTCT-" + year,
        period.label(),
        step.revision(),
        step.twist() == Step.Twist.WITHDRAW ? ReportKind.WITHDRAW : ReportKind.SUBMIT,
        asOf,
        step.twist() == Step.Twist.TEST,
        step.twist() == Step.Twist.NIL,
        lines ? tasks(asOf, step.twist()) : List.of(),
        lines ? indicators(period, !(quarters && longer)) : List.of(),
        INVENTED,
        at);
  }

  private List<IndicatorValue> indicators(Period period, boolean flows) {
    return statistics.of(period, flows);
  }

  private List<TaskLine> tasks(LocalDate asOf, Step.Twist twist) {
    List<TaskLine> tasks = new ArrayList<>();
    for (Work work : works) {
      @Nullable TaskLine line = work.asAt(asOf);
      if (line != null) {
        tasks.add(line);
      }
    }
    switch (twist) {
      case TWICE -> tasks.add(renamed(tasks.get(tasks.size() - 1)));
      case FORGETS -> tasks.removeIf(task -> task.status() == TaskStatus.COMPLETED);
      case BEHIND -> {
        int done = lastCompleted(tasks);
        tasks.set(done, stillOpen(tasks.get(done)));
      }
      default -> {}
    }
    return tasks;
  }

  private static int lastCompleted(List<TaskLine> tasks) {
    for (int i = tasks.size() - 1; i >= 0; i--) {
      if (tasks.get(i).status() == TaskStatus.COMPLETED) {
        return i;
      }
    }
    throw new IllegalStateException("no task is done yet");
  }

  private static TaskLine renamed(TaskLine task) {
    return new TaskLine(
        "DP09",
        task.title(),
        task.assignedBy(),
        task.field(),
        task.status(),
        task.dueOn(),
        task.completedOn(),
        task.percent(),
        task.note());
  }

  private static TaskLine stillOpen(TaskLine task) {
    return new TaskLine(
        task.code(),
        task.title(),
        task.assignedBy(),
        task.field(),
        TaskStatus.IN_PROGRESS,
        task.dueOn(),
        null,
        ALMOST_PERCENT,
        "Đã trình, chờ ký ban hành");
  }

  /** Some working hour of the days between the period's end and the deadline, or after it. */
  private Instant sentAt(Step step) {
    Period period = period(step);
    Chance chance = Chance.of(unit.body(), period.label(), step.revision(), "sent");
    LocalDate day =
        step.twist() == Step.Twist.LATE
            ? period.dueOn().plusDays(chance.between(1, 8))
            : period.lastDay().plusDays(chance.between(1, 10));
    return day.atTime(chance.between(7, 16), chance.between(0, 59)).toInstant(Regime.ZONE);
  }

  private Period period(Step step) {
    String label = year + "-" + step.period();
    return Objects.requireNonNull(
        Period.parse(Regime.DECREE_09_2019, label).orElse(null), () -> label);
  }
}
