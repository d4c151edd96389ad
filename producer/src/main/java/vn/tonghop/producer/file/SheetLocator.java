package vn.tonghop.producer.file;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.tonghop.domain.acceptance.Finding;

/**
 * Where the parts of a report stand in a CSV file, for people who see rows and columns.
 *
 * @param line of the row that speaks for the report
 * @param tasks the line of each task
 * @param indicators the line of each indicator
 */
record SheetLocator(int line, List<Integer> tasks, List<Integer> indicators) implements Locator {

  private static final Pattern LINE_PATH =
      Pattern.compile("(tasks|indicators)\\[([0-9]+)](?:\\.(.+))?");

  SheetLocator {
    tasks = List.copyOf(tasks);
    indicators = List.copyOf(indicators);
  }

  @Override
  public Finding located(Finding finding) {
    Matcher path = LINE_PATH.matcher(finding.path());
    if (!path.matches()) {
      return at(finding, line, column(SheetColumn.REPORTS, finding.path()));
    }
    boolean task = path.group(1).equals("tasks");
    int row = (task ? tasks : indicators).get(Integer.parseInt(path.group(2)));
    return at(
        finding,
        row,
        path.group(3) == null
            ? ""
            : column(task ? SheetColumn.TASKS : SheetColumn.INDICATORS, path.group(3)));
  }

  /** The finding of a line of the file, whatever the column. */
  static Finding at(Finding finding, int line) {
    return at(finding, line, "");
  }

  private static Finding at(Finding finding, int line, String column) {
    return new Finding(
        finding.rule(),
        finding.path(),
        finding.vi() + " (dòng " + line + (column.isEmpty() ? "" : ", cột " + column) + ")",
        finding.en() + " (line " + line + (column.isEmpty() ? "" : ", column " + column) + ")");
  }

  private static String column(Set<SheetColumn> columns, String field) {
    return columns.stream()
        .filter(column -> column.field().equals(field))
        .map(SheetColumn::toString)
        .findFirst()
        .orElse("");
  }
}
