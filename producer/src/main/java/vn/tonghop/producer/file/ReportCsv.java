package vn.tonghop.producer.file;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.jspecify.annotations.Nullable;
import vn.tonghop.domain.report.IndicatorValue;
import vn.tonghop.domain.report.ProgressReport;
import vn.tonghop.domain.report.TaskLine;

/** A report as the rows of a CSV file that people correct in a spreadsheet (roll-up.md §2). */
public final class ReportCsv {

  private static final CSVFormat FORMAT = CSVFormat.RFC4180;

  /** Spreadsheets take a file without it for one in an old encoding. */
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private static final List<String> HEADER =
      List.of(
          ("unit,programme,period,revision,as_of,kind,nil,task,title,assigned_by,field,status,"
                  + "due_on,completed_on,percent,note,indicator,value,submitted_by")
              .split(",", -1));

  private static final int TASK_CELLS = 9;

  private ReportCsv() {}

  /**
   * All rows under their header: without a revision, so that the corrected report gets the next
   * one, and without the time at which this one was sent.
   */
  public static String writeToCorrect(ProgressReport report) {
    StringBuilder text = new StringBuilder().append(BYTE_ORDER_MARK).append(line(HEADER));
    lines(report).forEach(each -> text.append(line(row(report, each))));
    return text.toString();
  }

  private static String line(List<String> cells) {
    return FORMAT.format(cells.toArray()) + "\r\n";
  }

  /** The cells of each task and indicator; of a report that has neither, one row without. */
  private static List<List<String>> lines(ProgressReport report) {
    List<List<String>> lines = new ArrayList<>();
    report.tasks().forEach(each -> lines.add(task(each)));
    report.indicators().forEach(each -> lines.add(indicator(each)));
    if (lines.isEmpty()) {
      lines.add(cells(new Object[TASK_CELLS + 2]));
    }
    return lines;
  }

  private static List<String> row(ProgressReport report, List<String> line) {
    List<String> cells =
        new ArrayList<>(
            cells(
                report.unit(),
                report.programme(),
                report.period(),
                null,
                report.asOf(),
                report.kind(),
                report.nil()));
    cells.addAll(line);
    cells.addAll(cells(report.submittedBy()));
    return cells;
  }

  private static List<String> task(TaskLine task) {
    return cells(
        task.code(),
        task.title(),
        task.assignedBy(),
        task.field(),
        task.status(),
        task.dueOn(),
        task.completedOn(),
        task.percent(),
        task.note(),
        null,
        null);
  }

  private static List<String> indicator(IndicatorValue indicator) {
    return Stream.concat(
            cells(new Object[TASK_CELLS]).stream(),
            cells(indicator.code(), indicator.value().stripTrailingZeros().toPlainString())
                .stream())
        .toList();
  }

  private static List<String> cells(@Nullable Object... values) {
    return Stream.of(values).map(value -> Objects.toString(value, "")).collect(Collectors.toList());
  }
}
