package vn.tonghop.domain.reference;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Reference data as it is written: rows of text by catalogue, not yet checked.
 *
 * @param byKind every catalogue's rows, in order; values by column name, empty text for none
 */
public record ReferenceRows(Map<ReferenceKind, List<Map<String, String>>> byKind) {

  private static final ObjectReader CSV =
      new CsvMapper()
          .enable(CsvParser.Feature.TRIM_SPACES)
          .enable(CsvParser.Feature.SKIP_EMPTY_LINES)
          .readerForMapOf(String.class)
          .with(CsvSchema.emptySchema().withHeader());

  private static final String BYTE_ORDER_MARK = "\uFEFF";

  public ReferenceRows {
    byKind = Map.copyOf(byKind);
  }

  /** Rows of one catalogue. */
  public List<Map<String, String>> of(ReferenceKind kind) {
    return byKind.getOrDefault(kind, List.of());
  }

  /** Number of rows of all catalogues. */
  public int size() {
    return byKind.values().stream().mapToInt(List::size).sum();
  }

  /** The rows that the project carries. */
  public static ReferenceRows bundled() {
    return read(
        file -> {
          try (InputStream in = ReferenceRows.class.getResourceAsStream(file)) {
            return new String(
                Objects.requireNonNull(in, file).readAllBytes(), StandardCharsets.UTF_8);
          }
        });
  }

  /**
   * The rows of the five CSV files of a folder.
   *
   * @throws ReferenceException if a file is missing, unreadable or lacks a column
   */
  public static ReferenceRows load(Path folder) {
    return read(file -> Files.readString(folder.resolve(file)));
  }

  private static ReferenceRows read(TextSource source) {
    Map<ReferenceKind, List<Map<String, String>>> rows = new EnumMap<>(ReferenceKind.class);
    List<String> problems = new ArrayList<>();
    for (ReferenceKind kind : ReferenceKind.values()) {
      try {
        rows.put(kind, parse(kind, source.text(kind.file()), problems));
      } catch (JsonProcessingException e) {
        JsonLocation at = e.getLocation();
        problems.add(
            kind.file()
                + (at == null ? "" : ":" + at.getLineNr())
                + ": is no CSV: "
                + e.getOriginalMessage());
      } catch (NoSuchFileException e) {
        problems.add(kind.file() + ": is missing");
      } catch (MalformedInputException e) {
        problems.add(kind.file() + ": is not UTF-8");
      } catch (IOException e) {
        problems.add(kind.file() + ": cannot be read: " + e);
      }
    }
    if (!problems.isEmpty()) {
      throw new ReferenceException(problems);
    }
    return new ReferenceRows(rows);
  }

  private static List<Map<String, String>> parse(
      ReferenceKind kind, String text, List<String> problems) throws IOException {
    Reader csv =
        new StringReader(
            text.startsWith(BYTE_ORDER_MARK) ? text.substring(BYTE_ORDER_MARK.length()) : text);
    try (MappingIterator<Map<String, String>> lines = CSV.readValues(csv)) {
      List<Map<String, String>> rows = lines.readAll();
      List<String> header =
          ((CsvSchema) lines.getParserSchema()).getColumnNames().stream().toList();
      kind.columns().stream()
          .filter(column -> !header.contains(column))
          .forEach(column -> problems.add(kind.file() + ":1: no column " + column));
      return rows;
    }
  }

  /** Where a file's text comes from. */
  private interface TextSource {
    String text(String file) throws IOException;
  }
}
