package vn.tonghop.producer.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import vn.tonghop.domain.acceptance.Finding;

/**
 * The reports of a CSV file, in the order of their first rows. A report's rows may stand anywhere,
 * so the file is read to its end before the first report is given, and its size is bounded.
 */
final class CsvSource implements ReportSource {

  private static final String READ_AS_1258_VI =
      "tệp không phải UTF-8, được đọc theo Windows-1258; nên lưu dạng \"CSV UTF-8\"";
  private static final String READ_AS_1258_EN =
      "the file is not UTF-8, it was read as Windows-1258; better save it as \"CSV UTF-8\"";

  private final Path file;
  private final InputStream in;
  private final Consumer<Notice> notices;
  private @Nullable Iterator<FileReport> reports;

  CsvSource(Path file, InputStream in, Consumer<Notice> notices) {
    this.file = file;
    this.in = in;
    this.notices = notices;
  }

  static ReportSource open(Path file, Consumer<Notice> notices) throws IOException {
    return new CsvSource(file, Files.newInputStream(file), notices);
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
      if (text.isWindows1258()) {
        notices.accept(new Notice(file, READ_AS_1258_VI, READ_AS_1258_EN));
      }
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
      return SheetReport.of(rows).stream()
          .map(report -> report.read(row -> new Place(file, row.line())))
          .iterator();
    } catch (DefectException e) {
      Finding finding = SheetLocator.at(e.finding(), new CsvNames().row(line));
      return List.<FileReport>of(
              new FileReport.Unreadable(
                  new Place(file, line),
                  DocumentKey.UNKNOWN,
                  JsonFields.ofDocument(finding).toList()))
          .iterator();
    }
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
