package vn.tonghop.producer.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import vn.tonghop.domain.acceptance.Finding;

/** The reports of a CSV file. */
final class CsvSource extends SheetSource {

  private static final String READ_AS_1258_VI =
      "tệp không phải UTF-8, được đọc theo Windows-1258; nên lưu dạng \"CSV UTF-8\"";
  private static final String READ_AS_1258_EN =
      "the file is not UTF-8, it was read as Windows-1258; better save it as \"CSV UTF-8\"";

  private final Path file;
  private final Consumer<Notice> notices;

  CsvSource(Path file, InputStream in, Consumer<Notice> notices) {
    super(in);
    this.file = file;
    this.notices = notices;
  }

  static ReportSource open(Path file, Consumer<Notice> notices) throws IOException {
    return new CsvSource(file, Files.newInputStream(file), notices);
  }

  @Override
  Stream<FileReport> read(byte[] bytes) {
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
          .map(report -> report.read(row -> new Place(file, row.line())));
    } catch (DefectException e) {
      return unreadable(
          new Place(file, line), SheetLocator.at(e.finding(), new CsvNames().row(line)));
    }
  }

  /** Of a file that would take too much memory. */
  static DefectException tooLarge() {
    return new DefectException(
        Defect.FILE_TOO_LARGE.at(Finding.DOCUMENT, CsvText.MAX_BYTES, CsvRows.MAX_ROWS));
  }
}
