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
record CsvReport(List<CsvRow> rows) {

  CsvReport {
    rows = List.copyOf(rows);
  }

  /** The report that the rows are, or all that keeps them from being one. */
  FileReport read(Path file) {
    List<CsvRow> tasks = only(CsvRow::isTask);
    List<CsvRow> indicators = only(CsvRow::isIndicator);
    List<CsvRow> whole = only(row -> row.broken() == null);
    List<CsvRow> saying = whole.isEmpty() ? rows.subList(0, 1) : whole;
    CsvLocator locator = new CsvLocator(saying.get(0).line(), lines(tasks), lines(indicators));
    Place place = new Place(file, rows.get(0).line());

    Map<String, Json> fields = new LinkedHashMap<>();
    CsvColumn.REPORTS.forEach(column -> fields.put(column.field(), agreed(column, saying)));
    fields.put("tasks", new Json.Arr(tasks.stream().map(CsvRow::asJson).toList()));
    fields.put("indicators", new Json.Arr(indicators.stream().map(CsvRow::asJson).toList()));
    Json.Obj document = new Json.Obj(fields);
    FileReport read = ReportDocument.read(place, document);
    if (read instanceof FileReport.Unreadable unreadable) {
      return new FileReport.Unreadable(
          place, unreadable.key(), locator.located(unreadable.errors()));
    }
    return bounded((FileReport.Legible) read, document, locator);
  }

  /** What all rows say of a field, or between which two they differ. */
  private static Json agreed(CsvColumn column, List<CsvRow> rows) {
    CsvRow first = rows.get(0);
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
      FileReport.Legible legible, Json.Obj document, CsvLocator locator) {
    int weight = ReportJson.write(legible.report()).getBytes(StandardCharsets.UTF_8).length;
    if (weight <= DocumentBytes.MAX) {
      return new FileReport.Legible(legible.place(), legible.report(), locator);
    }
    Findings errors = new Findings();
    errors.add(locator.located(Message.TOO_LARGE.at(Finding.DOCUMENT, weight, DocumentBytes.MAX)));
    return new FileReport.Unreadable(
        legible.place(), ReportDocument.key(document), errors.toList());
  }

  private List<CsvRow> only(Predicate<CsvRow> kind) {
    return rows.stream().filter(kind).toList();
  }

  private static List<Integer> lines(List<CsvRow> rows) {
    return rows.stream().map(CsvRow::line).toList();
  }

  private static String quoted(String cell) {
    return '"' + Message.cut(cell) + '"';
  }
}
