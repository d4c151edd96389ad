package vn.tonghop.producer.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.tonghop.domain.acceptance.Finding;

/**
 * The reports of a CSV file, in the order of their first rows. A report's rows may stand anywhere,
 * so the file is read to its end before the first report is given, and its size is bounded.
 */
final class CsvSource implements ReportSource {

  private final Path file;
  private final InputStream in;
  private @Nullable Iterator<FileReport> reports;

  CsvSource(Path file, InputStream in) {
    this.file = file;
    this.in = in;
  }

  static ReportSource open(Path file) throws IOException {
    return new CsvSource(file, Files.newInputStream(file));
  }

  @Override
  public @Nullable FileReport next() throws IOException {
    if (reports == null) {
      reports = read(in.readNBytes(CsvText.MAX_BYTES + 1));
    }
    return reports.hasNext() ? reports.next() : null;
  }

  /** All reports; or why there is none, which is one answer for the whole file. */
  private Iterator<FileReport> read(byte[] bytes) {
    int line = 1;
    try {
      if (bytes.length > CsvText.MAX_BYTES) {
        throw tooLarge();
      }
      CsvText text = CsvText.of(bytes);
      while (line < text.lines() && text.line(line).isBlank()) {
        line++;
      }
      if (text.line(line).isBlank()) {
        line = 1;
        throw new DefectException(Defect.EMPTY.at(Finding.DOCUMENT));
      }
      List<SheetRow> rows = CsvRows.read(text, line);
      if (rows.isEmpty()) {
        throw new DefectException(Defect.NO_ROWS.at(Finding.DOCUMENT));
      }
      return byReport(rows).stream().map(report -> report.read(file)).iterator();
    } catch (DefectException e) {
      Finding finding = SheetLocator.at(e.finding(), line);
      return List.<FileReport>of(
              new FileReport.Unreadable(
                  new Place(file, line),
                  DocumentKey.UNKNOWN,
                  JsonFields.ofDocument(finding).toList()))
          .iterator();
    }
  }

  private static List<SheetReport> byReport(List<SheetRow> rows) {
    Map<List<String>, List<SheetRow>> groups = new LinkedHashMap<>();
    rows.forEach(row -> groups.computeIfAbsent(row.key(), key -> new ArrayList<>()).add(row));
    return groups.values().stream().map(SheetReport::new).toList();
  }

  /** Of a file that would take too much memory. */
  static DefectException tooLarge() {
    return new DefectException(
        Defect.FILE_TOO_LARGE.at(Finding.DOCUMENT, CsvText.MAX_BYTES, CsvRows.MAX_ROWS));
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
