package vn.tonghop.producer.file;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a locator knows, to be kept beside its report: answers come when the file may be gone.
 *
 * <p>{@code sheets} have a {@code name} if they are of a workbook, and by column its position from
 * 0 and what the header calls it; rows of the {@code report}, its {@code tasks} and {@code
 * indicators} are pairs of a sheet's number and a line.
 */
public final class LocatorJson {

  private LocatorJson() {}

  /** Nothing for a report whose paths say enough. */
  public static Optional<ObjectNode> write(Locator locator) {
    return locator instanceof SheetLocator cells ? Optional.of(write(cells)) : Optional.empty();
  }

  private static ObjectNode write(SheetLocator cells) {
    List<SheetHeader> sheets = new ArrayList<>();
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    ArrayNode headers = node.putArray("sheets");
    node.set("report", rows(firstOfEachSheet(cells.report()), sheets));
    node.set("tasks", rows(cells.tasks(), sheets));
    node.set("indicators", rows(cells.indicators(), sheets));
    sheets.forEach(header -> headers.add(header(header)));
    return node;
  }

  /** The others would never be asked. */
  private static List<RowPlace> firstOfEachSheet(List<RowPlace> rows) {
    List<RowPlace> first = new ArrayList<>();
    for (RowPlace row : rows) {
      if (first.stream().noneMatch(each -> each.header().equals(row.header()))) {
        first.add(row);
      }
    }
    return first;
  }

  private static ArrayNode rows(List<RowPlace> rows, List<SheetHeader> sheets) {
    ArrayNode pairs = JsonNodeFactory.instance.arrayNode();
    for (RowPlace row : rows) {
      pairs.addArray().add(number(row.header(), sheets)).add(row.line());
    }
    return pairs;
  }

  /** Sheets are few, and every row of one has the same header. */
  private static int number(SheetHeader header, List<SheetHeader> sheets) {
    int known = sheets.indexOf(header);
    if (known >= 0) {
      return known;
    }
    sheets.add(header);
    return sheets.size() - 1;
  }

  private static ObjectNode header(SheetHeader header) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    if (header.names() instanceof XlsxNames names) {
      node.put("name", names.sheet());
    }
    ObjectNode columns = node.putObject("columns");
    header
        .columns()
        .forEach(
            (position, column) ->
                columns
                    .putArray(column.toString())
                    .add(position)
                    .add(header.written().getOrDefault(column, column.toString())));
    return node;
  }

  /**
   * The locator that was written; of nothing, one that leaves the paths as they are.
   *
   * @throws IllegalArgumentException if another version has written it
   */
  public static Locator read(JsonNode node) {
    if (node.isMissingNode()) {
      return Locator.PATHS_ONLY;
    }
    List<SheetHeader> sheets = new ArrayList<>();
    node.path("sheets").forEach(each -> sheets.add(header(each)));
    return new SheetLocator(
        rows(node.path("report"), sheets),
        rows(node.path("tasks"), sheets),
        rows(node.path("indicators"), sheets));
  }

  private static List<RowPlace> rows(JsonNode pairs, List<SheetHeader> sheets) {
    List<RowPlace> rows = new ArrayList<>();
    for (JsonNode pair : pairs) {
      int sheet = pair.path(0).asInt(-1);
      if (sheet < 0 || sheet >= sheets.size()) {
        throw new IllegalArgumentException("no such sheet: " + pair);
      }
      rows.add(new RowPlace(sheets.get(sheet), pair.path(1).asInt()));
    }
    return rows;
  }

  private static SheetHeader header(JsonNode node) {
    SortedMap<Integer, SheetColumn> columns = new TreeMap<>();
    Map<SheetColumn, String> written = new EnumMap<>(SheetColumn.class);
    node.path("columns")
        .properties()
        .forEach(
            each -> {
              SheetColumn column = SheetColumn.valueOf(each.getKey().toUpperCase(Locale.ROOT));
              columns.put(each.getValue().path(0).asInt(), column);
              written.put(column, each.getValue().path(1).asText());
            });
    CellNames names = node.has("name") ? new XlsxNames(node.path("name").asText()) : new CsvNames();
    return new SheetHeader(names, columns, written, Set.of());
  }
}
