package vn.tonghop.producer.file;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One row of a CSV file.
 *
 * @param line from 1: where it begins
 * @param cells by column, empty ones left out
 * @param readable whether all its bytes are UTF-8
 * @param broken why its cells cannot be told apart, or null
 */
record CsvRow(int line, Map<CsvColumn, String> cells, boolean readable, Json.@Nullable Bad broken) {

  /** Which report a row belongs to: its key as it is written, readable or not. */
  List<String> key() {
    return CsvColumn.KEYS.stream()
        .map(column -> column == CsvColumn.UNIT ? CsvColumn.unit(cell(column)) : cell(column))
        .toList();
  }

  /** A row of an indicator; one that has columns of both is no right row of either. */
  boolean isIndicator() {
    return hasAny(CsvColumn.INDICATORS) && !hasAny(CsvColumn.TASKS);
  }

  /** A row of a task, or one that cannot be told to be anything else. */
  boolean isTask() {
    return !isIndicator() && (broken != null || hasAny(CsvColumn.TASKS));
  }

  /** The value of a column's cell. */
  Json value(CsvColumn column) {
    String cell = cell(column);
    return !readable && cell.indexOf(CsvText.REPLACEMENT) >= 0
        ? new Json.Bad(Defect.NOT_UTF_8)
        : column.value(cell);
  }

  private boolean hasAny(Set<CsvColumn> columns) {
    return cells.keySet().stream().anyMatch(columns::contains);
  }

  /** The task or the indicator that the row is, or why it is none. */
  Json asJson() {
    if (broken != null) {
      return broken;
    }
    if (hasAny(CsvColumn.TASKS) && hasAny(CsvColumn.INDICATORS)) {
      return new Json.Bad(Defect.BOTH_LINES, filled(CsvColumn.TASKS), filled(CsvColumn.INDICATORS));
    }
    Set<CsvColumn> columns = isIndicator() ? CsvColumn.INDICATORS : CsvColumn.TASKS;
    return new Json.Obj(columns.stream().collect(Collectors.toMap(CsvColumn::field, this::value)));
  }

  private String filled(Set<CsvColumn> columns) {
    return cells.keySet().stream()
        .filter(columns::contains)
        .map(CsvColumn::toString)
        .collect(Collectors.joining(", "));
  }

  /** What is written there. */
  String cell(CsvColumn column) {
    return cells.getOrDefault(column, "");
  }
}
