package vn.tonghop.producer.file;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One row of a sheet.
 *
 * @param header of its sheet
 * @param line from 1: where it begins
 * @param cells by column, as CSV would have them, empty ones left out
 * @param flaws of cells that cannot be read, whatever is in them
 * @param broken why its cells cannot be told apart, or null
 */
record SheetRow(
    SheetHeader header,
    int line,
    Map<SheetColumn, String> cells,
    Map<SheetColumn, Json.Bad> flaws,
    Json.@Nullable Bad broken) {

  /** Which report a row belongs to: its key as it is written, readable or not. */
  List<String> key() {
    return SheetColumn.KEYS.stream().map(column -> column.code(cell(column))).toList();
  }

  /** A row of an indicator; one that has columns of both is no right row of either. */
  boolean isIndicator() {
    return hasAny(SheetColumn.INDICATORS) && !hasAny(SheetColumn.TASKS);
  }

  /** A row of a task, or one that cannot be told to be anything else. */
  boolean isTask() {
    return !isIndicator() && (broken != null || hasAny(SheetColumn.TASKS));
  }

  /** The value of a column's cell. */
  Json value(SheetColumn column) {
    Json.@Nullable Bad flaw = flaws.get(column);
    return flaw == null ? column.value(cell(column)) : flaw;
  }

  private boolean hasAny(Set<SheetColumn> columns) {
    return cells.keySet().stream().anyMatch(columns::contains);
  }

  /** The task or the indicator that the row is, or why it is none. */
  Json asJson() {
    if (broken != null) {
      return broken;
    }
    if (hasAny(SheetColumn.TASKS) && hasAny(SheetColumn.INDICATORS)) {
      return new Json.Bad(
          Defect.BOTH_LINES, filled(SheetColumn.TASKS), filled(SheetColumn.INDICATORS));
    }
    Set<SheetColumn> columns = isIndicator() ? SheetColumn.INDICATORS : SheetColumn.TASKS;
    return new Json.Obj(
        columns.stream().collect(Collectors.toMap(SheetColumn::field, this::value)));
  }

  private String filled(Set<SheetColumn> columns) {
    return cells.keySet().stream()
        .filter(columns::contains)
        .map(SheetColumn::toString)
        .collect(Collectors.joining(", "));
  }

  /** What is written there. */
  String cell(SheetColumn column) {
    return cells.getOrDefault(column, "");
  }
}
