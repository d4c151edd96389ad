package vn.tonghop.producer.file;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import vn.tonghop.domain.acceptance.Finding;
import vn.tonghop.domain.acceptance.Findings;
import vn.tonghop.domain.acceptance.Message;

/**
 * The rows of one report. They become the same document that JSON is read into, so that both are
 * held to the same rules.
 */
record SheetReport(List<SheetRow> rows) {

  SheetReport {
    rows = List.copyOf(rows);
  }

  /** The report that the rows are, or all that keeps them from being one. */
  FileReport read(Path file) {
    List<SheetRow> tasks = only(SheetRow::isTask);
    List<SheetRow> indicators = only(SheetRow::isIndicator);
    List<SheetRow> whole = only(row -> row.broken() == null);
    List<SheetRow> saying = whole.isEmpty() ? rows.subList(0, 1) : whole;
    SheetLocator locator = new SheetLocator(saying.get(0).line(), lines(tasks), lines(indicators));
    Place place = new Place(file, rows.get(0).line());

    Map<String, Json> fields = new LinkedHashMap<>();
    SheetColumn.REPORTS.forEach(column -> fields.put(column.field(), agreed(column, saying)));
    fields.put("tasks", new Json.Arr(tasks.stream().map(SheetRow::asJson).toList()));
    fields.put("indicators", new Json.Arr(indicators.stream().map(SheetRow::asJson).toList()));
    Json.Obj document = new Json.Obj(fields);
    FileReport read = ReportDocument.read(place, document);
    if (read instanceof FileReport.Unreadable unreadable) {
      return new FileReport.Unreadable(
          place, unreadable.key(), locator.located(unreadable.errors()));
    }
    return bounded((FileReport.Legible) read, document, locator);
  }

  /** What all rows say of a field, or between which two they differ. */
  private static Json agreed(SheetColumn column, List<SheetRow> rows) {
    SheetRow first = rows.get(0);
    Json value = first.value(column);
    return rows.stream()
        .filter(row -> !row.value(column).equals(value))
        .findFirst()
        .<Json>map(
            other ->
                new Json.Bad(
                    Defect.CONTRADICTION,
                    quoted(first.cell(column)),
                    Integer.toString(other.line()),
                    quoted(other.cell(column))))
        .orElse(value);
  }

  /** A report weighs what it would as JSON without blanks, so that neither form takes more. */
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

  private List<SheetRow> only(Predicate<SheetRow> kind) {
    return rows.stream().filter(kind).toList();
  }

  private static List<Integer> lines(List<SheetRow> rows) {
    return rows.stream().map(SheetRow::line).toList();
  }

  private static String quoted(String cell) {
    return '"' + Message.cut(cell) + '"';
  }
}
