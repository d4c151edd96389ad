package vn.tonghop.samples;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.tonghop.domain.report.IndicatorValue;
import vn.tonghop.domain.report.ProgressReport;
import vn.tonghop.domain.report.TaskLine;

/** Reports as CSV, one row a task or indicator (roll-up.md §2). */
final class ReportRows {

  private static final List<String> HEADER =
      List.of(
          "unit",
          "programme",
          "period",
          "revision",
          "as_of",
          "task",
          "title",
          "assigned_by",
          "field",
          "status",
          "due_on",
          "completed_on",
          "percent",
          "note",
          "indicator",
          "value",
          "submitted_by",
          "submitted_at");

  private final char separator;
  private final StringBuilder text = new StringBuilder();

  private ReportRows(char separator) {
    this.separator = separator;
  }

  static String write(List<ProgressReport> reports, char separator) {
    ReportRows rows = new ReportRows(separator);
    rows.add(HEADER);
    reports.forEach(rows::add);
    return rows.text.toString();
  }

  private void add(ProgressReport report) {
    for (TaskLine task : report.tasks()) {
      add(
          report,
          Stream.of(
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
              null));
    }
    for (IndicatorValue indicator : report.indicators()) {
      add(
          report,
          Stream.of(
              null,
              null,
              null,
              null,
              null,
              null,
              null,
              null,
              null,
              indicator.code(),
              indicator.value()));
    }
  }

  private void add(ProgressReport report, Stream<@Nullable Object> line) {
    List<@Nullable Object> cells = new ArrayList<>();
    cells.add(report.unit());
    cells.add(report.programme());
    cells.add(report.period());
    cells.add(report.revision());
    cells.add(report.asOf());
    line.forEach(cells::add);
    cells.add(report.submittedBy());
    cells.add(ReportLines.sentAt(report));
    add(cells);
  }

  private void add(List<? extends @Nullable Object> cells) {
    text.append(
            cells.stream()
                .map(cell -> quoted(Objects.toString(cell, "")))
                .collect(Collectors.joining("" + separator)))
        .append('\n');
  }

  private String quoted(String cell) {
    return cell.indexOf(separator) < 0 && cell.indexOf('"') < 0
        ? cell
        : '"' + cell.replace("\"", "\"\"") + '"';
  }
}
