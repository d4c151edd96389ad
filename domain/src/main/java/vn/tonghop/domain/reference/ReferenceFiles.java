package vn.tonghop.domain.reference;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.MalformedInputException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the catalogues' CSV files. One that cannot be read keeps nobody from hearing what is wrong
 * in the others.
 */
final class ReferenceFiles {

  private static final ObjectReader CSV =
      new CsvMapper()
          .enable(CsvParser.Feature.TRIM_SPACES)
          .enable(CsvParser.Feature.SKIP_EMPTY_LINES)
          .readerForMapOf(String.class)
          .with(CsvSchema.emptySchema().withHeader());

  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private final Map<ReferenceKind, List<Map<String, String>>> rows =
      new EnumMap<>(ReferenceKind.class);
  private final Map<ReferenceKind, List<Integer>> lines = new EnumMap<>(ReferenceKind.class);
  private final List<ReferenceProblem> problems = new ArrayList<>();

  private ReferenceFiles() {}

  /** Where a file's text comes from. */
  interface TextSource {
    String text(String file) throws IOException;
  }

  /**
   * The rows of all catalogues.
   *
   * @throws ReferenceException with all that is wrong in all files
   */
  static ReferenceRows read(TextSource source) {
    ReferenceFiles files = new ReferenceFiles();
    for (ReferenceKind kind : ReferenceKind.values()) {
      files.read(kind, source);
    }
    ReferenceRows read = new ReferenceRows(files.rows);
    files.problems.addAll(ReferenceReader.problems(read, files.lines));
    if (!files.problems.isEmpty()) {
      throw new ReferenceException(files.problems);
    }
    return read;
  }

  private void read(ReferenceKind kind, TextSource source) {
    try {
      parse(kind, source.text(kind.file()));
    } catch (JsonProcessingException e) {
      JsonLocation at = e.getLocation();
      String line = at == null ? "" : ":" + at.getLineNr();
      problem(kind.file() + line, ReferenceFlaw.NOT_CSV, e.getOriginalMessage());
    } catch (NoSuchFileException e) {
      problem(kind.file(), ReferenceFlaw.MISSING_FILE);
    } catch (MalformedInputException e) {
      problem(kind.file(), ReferenceFlaw.NOT_UTF_8);
    } catch (IOException e) {
      problem(kind.file(), ReferenceFlaw.NOT_READABLE, e);
    }
  }

  private void parse(ReferenceKind kind, String text) throws IOException {
    String csv = text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    List<Map<String, String>> cells = new ArrayList<>();
    List<Integer> places = new ArrayList<>();
    try (MappingIterator<Map<String, String>> each = CSV.readValues(new StringReader(csv))) {
      while (each.hasNextValue()) {
        cells.add(each.nextValue());
        // Of a row on several lines, the last: where the next begins is known only when it is read.
        places.add(each.getParser().currentTokenLocation().getLineNr());
      }
      List<String> header = ((CsvSchema) each.getParserSchema()).getColumnNames();
      List<String> missing =
          kind.columns().stream().filter(column -> !header.contains(column)).toList();
      missing.forEach(column -> problem(kind.file() + ":1", ReferenceFlaw.NO_COLUMN, column));
      if (missing.isEmpty()) {
        rows.put(kind, cells);
        lines.put(kind, places);
      }
    }
  }

  private void problem(String place, ReferenceFlaw flaw, Object... found) {
    problems.add(ReferenceProblem.at(place, flaw, found));
  }
}
