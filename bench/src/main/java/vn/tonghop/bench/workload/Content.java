package vn.tonghop.bench.workload;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import vn.tonghop.bench.workload.Calendar.Due;
import vn.tonghop.domain.period.Period;
import vn.tonghop.domain.report.IndicatorValue;
import vn.tonghop.domain.report.ProgressReport;
import vn.tonghop.domain.report.ReportKind;
import vn.tonghop.domain.report.TaskLine;
import vn.tonghop.domain.report.TaskStatus;

/** Makes one revision of one document: tasks that move forward as the year goes on. */
final class Content {

  static final String FLOW = "BM_FLOW";
  static final String STOCK = "BM_STOCK";

  /** Weighted by being there more than once. */
  private static final List<String> AUTHORITIES =
      List.of("POLITBURO", "POLITBURO", "SECRETARIAT", "COMMISSION");

  private static final List<String> FIELDS =
      List.of("CADRES", "CADRES", "GRASSROOTS", "ORGANISATION");

  private static final String TITLE = "Nhiệm vụ hư cấu số %s: rà soát, báo cáo, đề xuất";

  private static final String NOTE = "chờ ý kiến của cơ quan chủ trì (hư cấu)";

  private static final int NIL_PER_MILLE = 10;
  private static final int INDICATORS_PER_MILLE = 100;
  private static final int WITHDRAWAL_PER_MILLE = 15;
  private static final int EARLY_PER_MILLE = 20;
  private static final int NOTE_PER_MILLE = 500;
  private static final int DAYS_OF_A_YEAR = 365;

  private final Shape shape;
  private final Dice dice;
  private final List<String> units;
  private final List<String> codes;

  Content(Shape shape, Dice dice, List<String> units) {
    this.shape = shape;
    this.dice = dice;
    this.units = units;
    this.codes = IntStream.rangeClosed(1, shape.lines()).mapToObj("T%02d"::formatted).toList();
  }

  /** Revision 1 is the first. */
  ProgressReport report(long document, Due due, int revision) {
    Dice own = dice.of(document);
    Period period = due.period();
    LocalDate asOf = period.lastDay().minusDays(own.chance(1, EARLY_PER_MILLE) ? 1 : 0);
    boolean natural = shape.revisions() == 0;
    boolean withdrawn = natural && revision > 1 && own.of(revision).chance(2, WITHDRAWAL_PER_MILLE);
    boolean nil = natural && revision == 1 && own.chance(3, NIL_PER_MILLE);
    boolean empty = withdrawn || nil;
    return new ProgressReport(
        units.get(due.unit()),
        Calendar.programme(due.year(), due.programme()),
        period.label(),
        revision,
        withdrawn ? ReportKind.WITHDRAW : ReportKind.SUBMIT,
        asOf,
        false,
        nil,
        empty ? List.of() : tasks(own, due, asOf, revision),
        empty ? List.of() : indicators(own, revision),
        null,
        null);
  }

  private List<TaskLine> tasks(Dice document, Due due, LocalDate asOf, int revision) {
    long programme = (long) due.year() * Calendar.PROGRAMMES_A_YEAR + due.programme();
    Dice unit = dice.of(-1 - (programme * shape.units() + due.unit()));
    LocalDate start = due.period().targets().get(due.period().targets().size() - 1).firstDay();
    int[] moved = moved(document, revision);
    List<TaskLine> tasks = new ArrayList<>(shape.lines());
    for (int line = 0; line < shape.lines(); line++) {
      tasks.add(task(unit.of(line), line, start, asOf, moved[line]));
    }
    return tasks;
  }

  /** How often each line was corrected: a correction is of one to three of them. */
  private int[] moved(Dice document, int revision) {
    int[] moved = new int[shape.lines()];
    for (int each = 2; each <= revision; each++) {
      Dice correction = document.of(each);
      for (int i = correction.below(10, 3); i >= 0; i--) {
        moved[correction.below(11 + i, shape.lines())]++;
      }
    }
    return moved;
  }

  /** A task begins, goes on and, mostly, ends; {@code sooner} is by how many days corrected. */
  private TaskLine task(Dice task, int line, LocalDate start, LocalDate asOf, int sooner) {
    LocalDate begins = start.plusDays(task.below(1, DAYS_OF_A_YEAR / 3) - sooner);
    int days = 30 + task.below(2, DAYS_OF_A_YEAR);
    LocalDate ends = begins.plusDays(days);
    LocalDate dueOn = task.chance(3, 100) ? null : ends.plusDays(task.below(4, 60) - 20);
    boolean cancelled = task.chance(5, 20) && asOf.isAfter(begins);
    TaskStatus status = cancelled ? TaskStatus.CANCELLED : status(begins, ends, asOf);
    boolean done = status == TaskStatus.COMPLETED;
    boolean noted =
        status.isOpen() && dueOn != null && dueOn.isBefore(asOf) && task.chance(6, NOTE_PER_MILLE);
    String code = codes.get(line);
    return new TaskLine(
        code,
        shape.titles() ? TITLE.formatted(code) : null,
        AUTHORITIES.get(task.below(7, AUTHORITIES.size())),
        FIELDS.get(task.below(8, FIELDS.size())),
        status,
        dueOn,
        done ? ends : null,
        percent(status, begins, days, asOf),
        noted ? NOTE : null);
  }

  private static TaskStatus status(LocalDate begins, LocalDate ends, LocalDate asOf) {
    if (!asOf.isAfter(begins)) {
      return TaskStatus.NOT_STARTED;
    }
    return asOf.isBefore(ends) ? TaskStatus.IN_PROGRESS : TaskStatus.COMPLETED;
  }

  private static int percent(TaskStatus status, LocalDate begins, int days, LocalDate asOf) {
    long gone = asOf.toEpochDay() - begins.toEpochDay();
    return switch (status) {
      case NOT_STARTED -> 0;
      case COMPLETED -> 100;
      case IN_PROGRESS, CANCELLED -> (int) Math.max(1, Math.min(99, 100 * gone / days));
    };
  }

  private List<IndicatorValue> indicators(Dice document, int revision) {
    List<IndicatorValue> values = new ArrayList<>();
    addIf(document.chance(4, INDICATORS_PER_MILLE), FLOW, document, revision, values);
    addIf(document.chance(5, INDICATORS_PER_MILLE), STOCK, document, revision, values);
    return values;
  }

  private static void addIf(
      boolean given, String code, Dice document, int revision, List<IndicatorValue> values) {
    if (given) {
      long thousandths = 1_000L * document.below(6, 100_000) + revision;
      values.add(new IndicatorValue(code, BigDecimal.valueOf(thousandths, IndicatorValue.SCALE)));
    }
  }
}
