package vn.tonghop.producer.file;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import vn.tonghop.domain.acceptance.Finding;
import vn.tonghop.domain.period.Period;
import vn.tonghop.domain.period.Regime;

/**
 * The first line of a CSV file.
 *
 * @param columns in the order of the file
 */
record SheetHeader(List<SheetColumn> columns) {

  SheetHeader {
    columns = List.copyOf(columns);
  }

  /** What parts the cells of a header's line: no column's name has a comma or a semicolon. */
  static char delimiter(String line) {
    long semicolons = line.chars().filter(c -> c == ';').count();
    long commas = line.chars().filter(c -> c == ',').count();
    return semicolons > commas ? ';' : ',';
  }

  /**
   * Finds the columns.
   *
   * @throws DefectException with all that is wrong with them
   */
  static SheetHeader of(List<String> names) throws DefectException {
    List<String> wanted = withoutTrailingBlanks(names);
    List<SheetColumn> columns = new ArrayList<>();
    Set<String> unknown = new TreeSet<>();
    Set<SheetColumn> seen = EnumSet.noneOf(SheetColumn.class);
    Set<SheetColumn> twice = EnumSet.noneOf(SheetColumn.class);
    for (String name : wanted) {
      Optional<SheetColumn> column = SheetColumn.of(name);
      if (column.isEmpty()) {
        unknown.add('"' + name.strip() + '"');
      } else if (!seen.add(column.get())) {
        twice.add(column.get());
      }
      column.ifPresent(columns::add);
    }
    Set<SheetColumn> missing = missing(seen);
    if (!unknown.isEmpty() || !twice.isEmpty() || !missing.isEmpty()) {
      throw new DefectException(
          Defect.HEADER.at(Finding.DOCUMENT, list(unknown), list(twice), list(missing)));
    }
    return new SheetHeader(columns);
  }

  /**
   * Whether a row has cells enough to say which report it is of, and none too many. Spreadsheets
   * leave out the empty cells at the end of a row, and write blank ones beyond the last column.
   */
  boolean fits(List<String> row) {
    return columns.subList(Math.min(row.size(), columns.size()), columns.size()).stream()
            .noneMatch(SheetColumn.NEEDED::contains)
        && row.stream().skip(columns.size()).allMatch(String::isBlank);
  }

  /** Whether a row has a cell for each column. */
  boolean isWhole(List<String> row) {
    return row.size() >= columns.size();
  }

  /** Whether the text of a cell holds the beginning of another row, by its period and revision. */
  boolean holdsRow(String cell, char delimiter) {
    return cell.lines().skip(1).anyMatch(line -> isRow(line, delimiter));
  }

  private boolean isRow(String line, char delimiter) {
    String[] cells = line.split(Pattern.quote(String.valueOf(delimiter)), -1);
    int period = columns.indexOf(SheetColumn.PERIOD);
    int revision = columns.indexOf(SheetColumn.REVISION);
    return cells.length > Math.max(period, revision)
        && Period.parse(Regime.CALENDAR, cells[period]).isPresent()
        && Decimal.isNumber(cells[revision]);
  }

  /** Why a row does not fit. */
  Json.Bad misfit(List<String> row) {
    return new Json.Bad(
        Defect.CELLS, Integer.toString(row.size()), Integer.toString(columns.size()));
  }

  /** The filled cells of a row. */
  Map<SheetColumn, String> byColumn(List<String> row) {
    Map<SheetColumn, String> cells = new EnumMap<>(SheetColumn.class);
    for (int i = 0; i < Math.min(columns.size(), row.size()); i++) {
      if (!row.get(i).isEmpty()) {
        cells.put(columns.get(i), row.get(i));
      }
    }
    return cells;
  }

  /** Report columns always; those of tasks that have no default, or of indicators, all or none. */
  private static Set<SheetColumn> missing(Set<SheetColumn> seen) {
    Set<SheetColumn> missing = EnumSet.copyOf(SheetColumn.NEEDED);
    if (seen.stream().anyMatch(SheetColumn.TASKS::contains)) {
      missing.addAll(SheetColumn.NEEDED_OF_TASKS);
    }
    if (seen.stream().anyMatch(SheetColumn.INDICATORS::contains)) {
      missing.addAll(SheetColumn.INDICATORS);
    }
    missing.removeAll(seen);
    return missing;
  }

  private static List<String> withoutTrailingBlanks(List<String> names) {
    int to = names.size();
    while (to > 0 && names.get(to - 1).isBlank()) {
      to--;
    }
    return names.subList(0, to);
  }

  private static String list(Set<?> names) {
    return names.isEmpty()
        ? "–"
        : names.stream().map(String::valueOf).collect(Collectors.joining(", "));
  }
}
