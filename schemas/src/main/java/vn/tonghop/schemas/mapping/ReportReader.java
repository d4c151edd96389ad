package vn.tonghop.schemas.mapping;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.tonghop.domain.acceptance.FindingList;
import vn.tonghop.domain.acceptance.Findings;
import vn.tonghop.domain.acceptance.Message;
import vn.tonghop.domain.report.IndicatorValue;
import vn.tonghop.domain.report.ProgressReport;
import vn.tonghop.domain.report.ReportKind;
import vn.tonghop.domain.report.TaskLine;
import vn.tonghop.domain.report.TaskStatus;
import vn.tonghop.schemas.mapping.ReportMapping.Result;

/**
 * Reads one report and gathers what its schema cannot forbid: blank codes, dates without four
 * digits of year, decimals too long (roll-up.md §2, E01).
 */
final class ReportReader {

  private static final int LAST_YEAR = 9999;

  /** A number of more bits is named by its length in bytes: to write it out costs time. */
  private static final int LONGEST_ECHO = 512;

  private final Findings errors = new Findings();

  Result read(vn.tonghop.ProgressReport sent) {
    // Argument by argument, in document order: so stand the errors.
    ProgressReport report =
        new ProgressReport(
            code("unit", sent.getUnit()),
            code("programme", sent.getProgramme()),
            sent.getPeriod().toString(),
            sent.getRevision(),
            ReportKind.valueOf(sent.getKind().name()),
            date("asOf", sent.getAsOf()),
            sent.getTest(),
            sent.getNil(),
            tasks(sent.getTasks()),
            indicators(sent.getIndicators()),
            AvroValues.textOrNull(sent.getSubmittedBy()),
            sent.getSubmittedAt());
    FindingList found = errors.toList();
    return found.isEmpty()
        ? new Result.Fits(report)
        : new Result.Unfit(
            report.unit(), report.programme(), report.period(), report.revision(), found);
  }

  private List<TaskLine> tasks(List<vn.tonghop.TaskLine> sent) {
    List<TaskLine> tasks = new ArrayList<>(sent.size());
    for (vn.tonghop.TaskLine task : sent) {
      tasks.add(task("tasks[" + tasks.size() + "].", task));
    }
    return tasks;
  }

  private TaskLine task(String path, vn.tonghop.TaskLine sent) {
    return new TaskLine(
        code(path + "code", sent.getCode()),
        AvroValues.textOrNull(sent.getTitle()),
        code(path + "assignedBy", sent.getAssignedBy()),
        code(path + "field", sent.getField()),
        TaskStatus.valueOf(sent.getStatus().name()),
        dateOrNull(path + "dueOn", sent.getDueOn()),
        dateOrNull(path + "completedOn", sent.getCompletedOn()),
        sent.getPercent(),
        AvroValues.textOrNull(sent.getNote()));
  }

  private List<IndicatorValue> indicators(List<vn.tonghop.IndicatorValue> sent) {
    List<IndicatorValue> indicators = new ArrayList<>(sent.size());
    for (vn.tonghop.IndicatorValue indicator : sent) {
      String path = "indicators[" + indicators.size() + "].";
      indicators.add(
          new IndicatorValue(
              code(path + "code", indicator.getCode()),
              value(path + "value", indicator.getValue())));
    }
    return indicators;
  }

  private String code(String path, CharSequence sent) {
    String code = sent.toString();
    if (code.chars().allMatch(c -> Character.isWhitespace(c) || Character.isSpaceChar(c))) {
      errors.add(Message.BLANK_CODE, path);
    }
    return code;
  }

  private LocalDate date(String path, LocalDate date) {
    if (date.getYear() < 1 || date.getYear() > LAST_YEAR) {
      errors.add(Message.WRONG_TYPE, path, "YYYY-MM-DD", date);
    }
    return date;
  }

  private @Nullable LocalDate dateOrNull(String path, @Nullable LocalDate date) {
    return date == null ? null : date(path, date);
  }

  /**
   * The value, or zero in place of one that makes the report unfit. Avro does not hold a value to
   * its precision, so its length in bits comes before anything whose cost grows with it.
   */
  private BigDecimal value(String path, BigDecimal sent) {
    int bits = sent.unscaledValue().bitLength();
    if (bits < Long.SIZE && IndicatorValue.fits(sent)) {
      return sent;
    }
    Object echo = bits <= LONGEST_ECHO ? sent : bits / Byte.SIZE + 1 + " B";
    errors.add(Message.OUT_OF_RANGE, path, echo);
    return BigDecimal.ZERO;
  }
}
