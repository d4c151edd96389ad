package vn.tonghop.samples;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.tonghop.domain.report.TaskLine;
import vn.tonghop.domain.report.TaskStatus;

/**
 * How the work on one task goes: begun, done or called off on which day. What a report says of it
 * on any day follows, so that reports of different days agree with one another.
 *
 * @param calledOffOn null unless the task is given up
 * @param reason why it is late, if it is
 */
record Work(
    Assignment task,
    LocalDate begunOn,
    LocalDate doneOn,
    @Nullable LocalDate calledOffOn,
    String reason) {

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.ROOT);

  /** Of a task without a deadline. */
  private static final int LONG_WORK_DAYS = 340;

  private static final int CALLED_OFF_PERCENT = 6;

  /** Of tasks that take twice as long, and likewise of tasks that are begun late. */
  private static final int STUCK_PERCENT = 12;

  private static final int STEP_PERCENT = 5;
  private static final int LEAST_PERCENT = 5;
  private static final int MOST_OPEN_PERCENT = 95;

  /**
   * The work of a body on a task.
   *
   * @param body whose habits decide
   * @param pace what part of the time given it takes, in thousandths
   */
  static Work of(String body, Assignment task, int pace) {
    Chance chance = Chance.of(body, task.title(), "work");
    long allowed =
        task.dueOn() == null
            ? LONG_WORK_DAYS
            : ChronoUnit.DAYS.between(task.givenOn(), task.dueOn());
    long taken = allowed * (pace + chance.between(-180, 220)) / 1000;
    if (chance.between(1, 100) <= STUCK_PERCENT) {
      taken *= 2;
    }
    long begun = taken * chance.between(3, chance.between(1, 100) <= STUCK_PERCENT ? 70 : 30) / 100;
    @Nullable LocalDate calledOff =
        task.assignedBy().equals("PROVINCIAL_COMMITTEE")
                && chance.between(1, 100) <= CALLED_OFF_PERCENT
            ? workday(task.givenOn().plusDays(taken * 2 / 3))
            : null;
    List<String> reasons =
        Lists.rows("reasons.txt").stream()
            .filter(row -> row.get(0).equals(task.field()) || row.get(0).equals("ANY"))
            .map(row -> row.get(1))
            .toList();
    return new Work(
        task,
        task.givenOn().plusDays(begun),
        workday(task.givenOn().plusDays(taken)),
        calledOff,
        chance.oneOf(reasons));
  }

  /** What a report as at a day says; null before the task was given. */
  @Nullable TaskLine asAt(LocalDate day) {
    if (day.isBefore(task.givenOn())) {
      return null;
    }
    if (calledOffOn != null && !day.isBefore(calledOffOn)) {
      return line(TaskStatus.CANCELLED, null, percent(calledOffOn), "Dừng thực hiện: " + stopped());
    }
    if (!day.isBefore(doneOn)) {
      return line(TaskStatus.COMPLETED, doneOn, 100, lateNote());
    }
    if (day.isBefore(begunOn)) {
      return line(TaskStatus.NOT_STARTED, null, 0, openNote(day));
    }
    return line(TaskStatus.IN_PROGRESS, null, percent(day), openNote(day));
  }

  private int percent(LocalDate day) {
    long whole = Math.max(1, ChronoUnit.DAYS.between(begunOn, doneOn));
    long part = ChronoUnit.DAYS.between(begunOn, day);
    long percent = MOST_OPEN_PERCENT * part / whole / STEP_PERCENT * STEP_PERCENT;
    return (int) Math.max(LEAST_PERCENT, Math.min(MOST_OPEN_PERCENT, percent));
  }

  private @Nullable String lateNote() {
    LocalDate due = task.dueOn();
    return due == null || !doneOn.isAfter(due)
        ? null
        : "Hoàn thành chậm %d ngày: %s".formatted(ChronoUnit.DAYS.between(due, doneOn), reason);
  }

  private @Nullable String openNote(LocalDate day) {
    LocalDate due = task.dueOn();
    if (due == null || !due.isBefore(day)) {
      return null;
    }
    return "Quá hạn %d ngày: %s; phấn đấu xong trước ngày %s"
        .formatted(ChronoUnit.DAYS.between(due, day), reason, DAY.format(doneOn.plusDays(7)));
  }

  private String stopped() {
    return task.field().equals("ORGANISATION")
        ? "lồng ghép vào đề án sắp xếp chung"
        : "lồng ghép vào nhiệm vụ khác của chương trình";
  }

  private TaskLine line(
      TaskStatus status, @Nullable LocalDate completedOn, int percent, @Nullable String note) {
    return new TaskLine(
        task.code(),
        task.title(),
        task.assignedBy(),
        task.field(),
        status,
        task.dueOn(),
        completedOn,
        percent,
        note);
  }

  private static LocalDate workday(LocalDate day) {
    return switch (day.getDayOfWeek()) {
      case SATURDAY -> day.with(DayOfWeek.MONDAY).plusWeeks(1);
      case SUNDAY -> day.plusDays(1);
      default -> day;
    };
  }
}
