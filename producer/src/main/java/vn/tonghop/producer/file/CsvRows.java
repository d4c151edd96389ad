package vn.tonghop.producer.file;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import vn.tonghop.domain.acceptance.Finding;

/**
 * The rows of a CSV file. A quote that is not closed would swallow the rows of other reports: where
 * quotes make no sense, only the line is taken as a row, and reading goes on with the next.
 */
final class CsvRows {

  /** Rows of a file, at most: with the bytes of a file they bound the memory it takes. */
  static final int MAX_ROWS = 200_000;

  /** Rows with senseless quotes, at most: each may cost a reading of all that follows. */
  static final int MAX_REPAIRS = 100;

  private final CsvText text;
  private final CSVFormat format;
  private final CsvLayout layout;
  private final List<SheetRow> rows = new ArrayList<>();
  private CSVParser parser;
  private Iterator<CSVRecord> records;
  private int firstLine;
  private int repairs;

  private CsvRows(CsvText text, int headerLine) throws DefectException {
    this.text = text;
    char delimiter = CsvLayout.delimiter(text.line(headerLine));
    format = CSVFormat.RFC4180.builder().setDelimiter(delimiter).setIgnoreEmptyLines(false).get();
    parser = parse(format, text, headerLine);
    records = parser.iterator();
    firstLine = headerLine;
    @Nullable List<String> names = next();
    if (names == null) {
      throw new DefectException(Defect.QUOTES.at(Finding.DOCUMENT));
    }
    if (!text.isReadable(headerLine, line())) {
      throw new DefectException(Defect.NOT_UTF_8.at(Finding.DOCUMENT));
    }
    layout = CsvLayout.of(headerLine, names, delimiter);
  }

  /**
   * Reads all rows that are not blank.
   *
   * @param headerLine where the header begins
   * @throws DefectException if the header is not right, or there are too many rows
   */
  static List<SheetRow> read(CsvText text, int headerLine) throws DefectException {
    CsvRows rows = new CsvRows(text, headerLine);
    boolean more = true;
    while (more) {
      more = rows.readRow();
    }
    return rows.rows;
  }

  /** The line that comes next. */
  private int line() {
    return firstLine + (int) parser.getCurrentLineNumber();
  }

  /** Reads one row, or says that there is none. */
  private boolean readRow() throws DefectException {
    int line = line();
    @Nullable List<String> cells = next();
    if (cells != null && cells.isEmpty()) {
      return false;
    }
    boolean fits = cells != null && layout.fits(cells);
    if (cells == null || (line() > line + 1 && !(fits && isOneRow(cells)))) {
      repair(line);
    } else if (!cells.stream().allMatch(String::isBlank)) {
      add(line, cells, fits ? null : layout.misfit(cells));
    }
    return true;
  }

  /** Whether a row of several lines took no other rows for the text of a cell. */
  private boolean isOneRow(List<String> cells) {
    return layout.isWhole(cells) && cells.stream().noneMatch(cell -> layout.holdsRow(cell));
  }

  /** The cells of the next row, none after the last, or null if its quotes make no sense. */
  private @Nullable List<String> next() {
    try {
      return records.hasNext() ? records.next().toList() : List.of();
    } catch (UncheckedIOException e) {
      return null;
    }
  }

  private void repair(int line) throws DefectException {
    if (++repairs > MAX_REPAIRS) {
      throw new DefectException(Defect.MANY_QUOTES.at(Finding.DOCUMENT, MAX_REPAIRS));
    }
    add(line, unquoted(text.line(line)), new Json.Bad(Defect.QUOTES));
    firstLine = line + 1;
    parser = parse(format, text, firstLine);
    records = parser.iterator();
  }

  private void add(int line, List<String> cells, Json.@Nullable Bad broken) throws DefectException {
    if (rows.size() == MAX_ROWS) {
      throw CsvSource.tooLarge();
    }
    Map<SheetColumn, String> filled = layout.byColumn(cells);
    boolean readable = text.isReadable(line, Math.max(line + 1, line()));
    Map<SheetColumn, Json.Bad> flaws = readable ? Map.of() : unreadable(filled);
    rows.add(new SheetRow(layout.header(), line, filled, flaws, broken));
  }

  private static Map<SheetColumn, Json.Bad> unreadable(Map<SheetColumn, String> cells) {
    Map<SheetColumn, Json.Bad> flaws = new EnumMap<>(SheetColumn.class);
    cells.forEach(
        (column, cell) -> {
          if (cell.indexOf(CsvText.REPLACEMENT) >= 0) {
            flaws.put(column, new Json.Bad(Defect.NOT_UTF_8));
          }
        });
    return flaws;
  }

  /** The cells of a line as far as they can be told without understanding its quotes. */
  private List<String> unquoted(String line) {
    try (CSVParser plain =
        CSVParser.parse(new StringReader(line), format.builder().setQuote(null).get())) {
      return plain.stream().flatMap(CSVRecord::stream).map(cell -> cell.replace("\"", "")).toList();
    } catch (IOException e) {
      throw new AssertionError("text in memory can always be read", e);
    }
  }

  private static CSVParser parse(CSVFormat format, CsvText text, int line) {
    try {
      return CSVParser.parse(text.from(line), format);
    } catch (IOException e) {
      throw new AssertionError("text in memory can always be read", e);
    }
  }
}
