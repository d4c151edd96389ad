package vn.tonghop.producer.file;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import vn.tonghop.domain.acceptance.Finding;
import vn.tonghop.domain.acceptance.Findings;
import vn.tonghop.domain.acceptance.Message;

/**
 * The rows of one report. They become the same document that JSON is read into, so that all forms
 * are held to the same rules.
 */
record SheetReport(List<SheetRow> rows) {

  SheetReport {
    rows = List.copyOf(rows);
  }

  /** The reports that rows are of, in the order of their first rows. */
  static List<SheetReport> of(List<SheetRow> rows) {
    Map<List<String>, List<SheetRow>> groups = new LinkedHashMap<>();
    rows.forEach(row -> groups.computeIfAbsent(row.key(), key -> new ArrayList<>()).add(row));
    return groups.values().stream().map(SheetReport::new).toList();
  }

  /**
   * The report that the rows are, or all that keeps them from being one.
   *
   * @param placed where a row is
   */
  FileReport read(Function<SheetRow, Place> placed) {
    List<SheetRow> tasks = only(SheetRow::isTask);
    List<SheetRow> indicators = only(SheetRow::isIndicator);
    List<SheetRow> whole = only(row -> row.broken() == null);
    List<SheetRow> saying = whole.isEmpty() ? rows.subList(0, 1) : whole;
    SheetLocator locator = new SheetLocator(places(saying), places(tasks), places(indicators));
    Place place = placed.apply(rows.get(0));

    Map<String, Json> fields = new LinkedHashMap<>();
    SheetColumn.REPORTS.forEach(column -> fields.put(column.field(), agreed(column, saying)));
    fields.put("tasks", new Json.Arr(tasks.stream().map(SheetRow::asJson).toList()));
    fields.put("indicators", new Json.Arr(indicators.stream().map(SheetRow::asJson).toList()));
    Json.Obj document = new Json.Obj(fields);
    FileReport read = ReportDocument.read(place, document);
    if (read instanceof FileReport.Unreadable unreadable) {
      FileReport.@Nullable Legible unnumbered = unreadable.toBeNumbered();
      return unnumbered != null
              && bounded(unnumbered, document, locator) instanceof FileReport.Unreadable tooLarge
          ? tooLarge
          : unreadable.located(locator);
    }
    return bounded((FileReport.Legible) read, document, locator);
  }

  /** What all rows that have a column say of its field, or between which two they differ. */
  private static Json agreed(SheetColumn column, List<SheetRow> all) {
    List<SheetRow> rows = all.stream().filter(row -> row.header().has(column)).toList();
    if (rows.isEmpty()) {
      return column.value("");
    }
    SheetRow first = rows.get(0);
    Json value = first.value(column);
    return rows.stream()
        .filter(row -> !row.value(column).equals(value))
        .findFirst()
        .<Json>map(
            other ->
                new Json.Bad(
                    other.header().names().contradiction(),
                    quoted(first.cell(column)),
                    other.header().other(other.line(), column),
                    quoted(other.cell(column))))
        .orElse(value);
  }

  /** A report weighs what it would as JSON without blanks, so that no form takes more. */
  private static FileReport bounded(
      FileReport.Legible legible, Json.Obj document, SheetLocator locator) {
    int weight = ReportJson.write(legible.report()).getBytes(StandardCharsets.UTF_8).length;
    if (weight <= DocumentBytes.MAX) {
      return new FileReport.Legible(legible.place(), legible.report(), locator);
    }
    Findings errors = new Findings();
    errors.add(locator.located(Message.TOO_LARGE.at(Finding.DOCUMENT, weight, DocumentBytes.MAX)));
    return new FileReport.Unreadable(
        legible.place(), ReportDocument.key(document), errors.toList());
  }

  private static List<RowPlace> places(List<SheetRow> rows) {
    return rows.stream().map(row -> new RowPlace(row.header(), row.line())).toList();
  }

  private List<SheetRow> only(Predicate<SheetRow> kind) {
    return rows.stream().filter(kind).toList();
  }

  private static String quoted(String cell) {
    return '"' + Message.cut(cell) + '"';
  }
}
