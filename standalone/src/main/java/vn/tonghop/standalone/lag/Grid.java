package vn.tonghop.standalone.lag;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import vn.tonghop.domain.format.TextWidth;

/** Rows of short cells in columns; what a narrow terminal has no room for is left out. */
final class Grid<T> {

  private static final String BETWEEN = "  ";

  private final List<Column<T>> columns = new ArrayList<>();

  /**
   * @param droppable whether a narrow terminal leaves it out
   */
  private record Column<T>(
      String title, boolean isNumber, boolean droppable, Function<T, String> cell) {

    int width(List<T> rows) {
      return rows.stream()
          .mapToInt(row -> cell.apply(row).length())
          .reduce(title.length(), Math::max);
    }
  }

  Grid<T> text(String title, Function<T, String> cell) {
    columns.add(new Column<>(title, false, false, cell));
    return this;
  }

  Grid<T> number(String title, Function<T, String> cell) {
    columns.add(new Column<>(title, true, false, cell));
    return this;
  }

  /** A number that a narrow terminal leaves out. */
  Grid<T> spare(String title, Function<T, String> cell) {
    columns.add(new Column<>(title, true, true, cell));
    return this;
  }

  /**
   * The lines, the titles first.
   *
   * @param ink colours a padded line of a row, or leaves it as it is
   */
  List<String> lines(List<T> rows, int width, Function<T, UnaryOperator<String>> ink) {
    List<Column<T>> shown = new ArrayList<>(columns);
    while (width(shown, rows) > width && shown.stream().anyMatch(Column::droppable)) {
      Column<T> last =
          shown.stream().filter(Column::droppable).reduce((first, second) -> second).orElseThrow();
      shown.remove(last);
    }
    List<String> lines = new ArrayList<>();
    lines.add(line(shown, rows, width, Column::title));
    for (T row : rows) {
      lines.add(ink.apply(row).apply(line(shown, rows, width, column -> column.cell().apply(row))));
    }
    return lines;
  }

  private int width(List<Column<T>> shown, List<T> rows) {
    return shown.stream().mapToInt(each -> each.width(rows) + BETWEEN.length()).sum();
  }

  private String line(
      List<Column<T>> shown, List<T> rows, int width, Function<Column<T>, String> cell) {
    StringBuilder line = new StringBuilder();
    for (Column<T> column : shown) {
      String text = cell.apply(column);
      String padding = " ".repeat(Math.max(0, column.width(rows) - text.length()));
      line.append(column.isNumber() ? padding + text : text + padding).append(BETWEEN);
    }
    return TextWidth.cut(line.toString().stripTrailing(), width);
  }
}
