package vn.tonghop.producer.file;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import vn.tonghop.domain.period.Period;
import vn.tonghop.domain.period.Regime;

/**
 * How the rows of a CSV file are laid out.
 *
 * @param width how many columns its header has
 */
record CsvLayout(SheetHeader header, int width, char delimiter) {

  /** What parts the cells of a header's line: no column's name has a comma or a semicolon. */
  static char delimiter(String line) {
    long semicolons = line.chars().filter(c -> c == ';').count();
    long commas = line.chars().filter(c -> c == ',').count();
    return semicolons > commas ? ';' : ',';
  }

  /**
   * Reads the header.
   *
   * @throws DefectException with all that is wrong with it
   */
  static CsvLayout of(int line, List<String> cells, char delimiter) throws DefectException {
    int width = cells.size();
    while (width > 0 && cells.get(width - 1).isBlank()) {
      width--;
    }
    SortedMap<Integer, String> names = new TreeMap<>();
    for (int i = 0; i < width; i++) {
      names.put(i, cells.get(i));
    }
    return new CsvLayout(SheetHeader.of(new CsvNames(), line, names), width, delimiter);
  }

  /**
   * Whether a row has cells enough to say which report it is of, and none too many. Spreadsheets
   * leave out the empty cells at the end of a row, and write blank ones beyond the last column.
   */
  boolean fits(List<String> row) {
    return header.columns().tailMap(row.size()).values().stream()
            .noneMatch(SheetColumn.NEEDED::contains)
        && row.stream().skip(width).allMatch(String::isBlank);
  }

  /** Whether a row has a cell for each column. */
  boolean isWhole(List<String> row) {
    return row.size() >= width;
  }

  /** Whether the text of a cell holds the beginning of another row, by its period and revision. */
  boolean holdsRow(String cell) {
    return cell.lines().skip(1).anyMatch(this::isRow);
  }

  private boolean isRow(String line) {
    List<String> cells = List.of(line.split(Pattern.quote(String.valueOf(delimiter)), -1));
    Map<SheetColumn, String> row = byColumn(cells);
    String revision = row.getOrDefault(SheetColumn.REVISION, "");
    return Period.parse(Regime.CALENDAR, row.getOrDefault(SheetColumn.PERIOD, "")).isPresent()
        && (revision.isEmpty() || Decimal.isNumber(revision));
  }

  /** Why a row does not fit. */
  Json.Bad misfit(List<String> row) {
    return new Json.Bad(Defect.CELLS, Integer.toString(row.size()), Integer.toString(width));
  }

  /** The filled cells of a row. */
  Map<SheetColumn, String> byColumn(List<String> row) {
    Map<SheetColumn, String> cells = new EnumMap<>(SheetColumn.class);
    header
        .columns()
        .headMap(row.size())
        .forEach(
            (position, column) -> {
              if (!row.get(position).isEmpty()) {
                cells.put(column, row.get(position));
              }
            });
    return cells;
  }
}
