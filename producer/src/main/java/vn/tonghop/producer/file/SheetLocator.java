package vn.tonghop.producer.file;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.tonghop.domain.acceptance.Finding;

/**
 * Where the parts of a report stand in a sheet, for people who see rows and columns.
 *
 * @param report the rows that speak for the report
 * @param tasks the row of each task
 * @param indicators the row of each indicator
 */
record SheetLocator(List<RowPlace> report, List<RowPlace> tasks, List<RowPlace> indicators)
    implements Locator {

  private static final Pattern LINE_PATH =
      Pattern.compile("(tasks|indicators)\\[([0-9]{1,9})](?:\\.(.+))?");

  SheetLocator {
    report = List.copyOf(report);
    tasks = List.copyOf(tasks);
    indicators = List.copyOf(indicators);
  }

  @Override
  public Finding located(Finding finding) {
    Matcher path = LINE_PATH.matcher(finding.path());
    if (!path.matches()) {
      @Nullable SheetColumn column = column(SheetColumn.REPORTS, finding.path());
      return at(finding, saying(column).spot(column));
    }
    boolean task = path.group(1).equals("tasks");
    List<RowPlace> rows = task ? tasks : indicators;
    int row = Integer.parseInt(path.group(2));
    if (row >= rows.size()) {
      return finding;
    }
    Set<SheetColumn> columns = task ? SheetColumn.TASKS : SheetColumn.INDICATORS;
    @Nullable String field = path.group(3);
    return at(finding, rows.get(row).spot(field == null ? null : column(columns, field)));
  }

  /** The first row that could say anything of a column. */
  private RowPlace saying(@Nullable SheetColumn column) {
    return report.stream()
        .filter(row -> column != null && row.header().has(column))
        .findFirst()
        .orElse(report.get(0));
  }

  /** The finding with its place in brackets. */
  static Finding at(Finding finding, CellNames.Spot spot) {
    return new Finding(
        finding.rule(),
        finding.path(),
        finding.vi() + " (" + spot.vi() + ")",
        finding.en() + " (" + spot.en() + ")");
  }

  private static @Nullable SheetColumn column(Set<SheetColumn> columns, String field) {
    return columns.stream().filter(column -> column.field().equals(field)).findFirst().orElse(null);
  }
}
