package vn.tonghop.producer.file;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.tonghop.domain.acceptance.Finding;

/**
 * The header of a sheet, CSV or XLSX.
 *
 * @param names how its rows and cells are named to people
 * @param columns by position, from 0
 * @param written how a column is called to people: as the header does, unless it is the plain name
 * @param ignored positions of columns that are for people alone
 */
record SheetHeader(
    CellNames names,
    SortedMap<Integer, SheetColumn> columns,
    Map<SheetColumn, String> written,
    Set<Integer> ignored) {

  /**
   * Finds the columns.
   *
   * @param cells what stands in the header, by position from 0
   * @throws DefectException with all that is wrong with them
   */
  static SheetHeader of(CellNames names, int line, SortedMap<Integer, String> cells)
      throws DefectException {
    SortedMap<Integer, SheetColumn> columns = new TreeMap<>();
    Map<SheetColumn, String> written = new EnumMap<>(SheetColumn.class);
    List<String> unknown = new ArrayList<>();
    List<String> ambiguous = new ArrayList<>();
    Map<SheetColumn, List<Integer>> places = new EnumMap<>(SheetColumn.class);
    Set<Integer> ignored =
        cells.entrySet().stream()
            .filter(cell -> isIgnored(cell.getValue()))
            .map(Map.Entry::getKey)
            .collect(Collectors.toSet());
    cells.forEach(
        (position, cell) -> {
          Set<SheetColumn> meant = SheetColumn.of(cell);
          String shown = '"' + cell.strip() + '"' + names.header(line, position);
          if (meant.size() > 1) {
            ambiguous.add(shown + ": " + joined(meant, " | "));
          } else if (!meant.isEmpty()) {
            SheetColumn column = meant.iterator().next();
            columns.put(position, column);
            written.put(column, shownName(column, cell));
            places.computeIfAbsent(column, each -> new ArrayList<>()).add(position);
          } else if (!ignored.contains(position)) {
            unknown.add(shown);
          }
        });
    if (!ambiguous.isEmpty()) {
      throw new DefectException(
          Defect.AMBIGUOUS_HEADER.at(Finding.DOCUMENT, joined(ambiguous, "; ")));
    }
    List<String> twice = new ArrayList<>();
    places.forEach(
        (column, positions) -> {
          if (positions.size() > 1) {
            String where =
                positions.stream().map(at -> names.header(line, at)).collect(Collectors.joining());
            twice.add(column + where);
          }
        });
    Set<SheetColumn> missing = missing(places.keySet(), names.needed(places.keySet()));
    if (!unknown.isEmpty() || !twice.isEmpty() || !missing.isEmpty()) {
      throw new DefectException(
          Defect.HEADER.at(Finding.DOCUMENT, list(unknown), list(twice), list(missing)));
    }
    return new SheetHeader(names, columns, written, ignored);
  }

  private static boolean isIgnored(String cell) {
    return !Words.codes(Words.About.IGNORED, cell).isEmpty();
  }

  /** A header in Vietnamese is quoted as it stands: the clerk looks for these words. */
  private static String shownName(SheetColumn column, String cell) {
    return Words.folded(cell).equals(Words.folded(column.toString()))
        ? column.toString()
        : cell.strip();
  }

  /** Whether the sheet has a column; else its rows say nothing of it. */
  boolean has(SheetColumn column) {
    return written.containsKey(column);
  }

  /** Where a column of a row is; the row where the sheet has no such column. */
  CellNames.Spot spot(int line, @Nullable SheetColumn column) {
    return column == null || !has(column)
        ? names.row(line)
        : names.cell(line, position(column), written.getOrDefault(column, column.toString()));
  }

  /** The place of a column's cell, for the error of another one. */
  String other(int line, SheetColumn column) {
    return names.other(line, position(column));
  }

  private int position(SheetColumn column) {
    return columns.entrySet().stream()
        .filter(each -> each.getValue() == column)
        .mapToInt(Map.Entry::getKey)
        .findFirst()
        .orElse(-1);
  }

  /** Those of tasks that have no default, or of indicators, all or none. */
  private static Set<SheetColumn> missing(Set<SheetColumn> seen, Set<SheetColumn> needed) {
    Set<SheetColumn> missing = EnumSet.copyOf(needed);
    if (seen.stream().anyMatch(SheetColumn.TASKS::contains)) {
      missing.addAll(SheetColumn.NEEDED_OF_TASKS);
    }
    if (seen.stream().anyMatch(SheetColumn.INDICATORS::contains)) {
      missing.addAll(SheetColumn.INDICATORS);
    }
    missing.removeAll(seen);
    return missing;
  }

  private static String list(Iterable<?> names) {
    String joined = joined(names, ", ");
    return joined.isEmpty() ? "–" : joined;
  }

  private static String joined(Iterable<?> names, String between) {
    List<String> texts = new ArrayList<>();
    names.forEach(name -> texts.add(String.valueOf(name)));
    return String.join(between, texts);
  }
}
