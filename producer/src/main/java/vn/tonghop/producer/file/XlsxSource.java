package vn.tonghop.producer.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import vn.tonghop.domain.acceptance.Finding;

/** The reports of a workbook. */
final class XlsxSource extends SheetSource {

  private final Path file;

  XlsxSource(Path file, InputStream in) {
    super(in);
    this.file = file;
  }

  static ReportSource open(Path file) throws IOException {
    return new XlsxSource(file, Files.newInputStream(file));
  }

  @Override
  Stream<FileReport> read(byte[] bytes) {
    try {
      if (bytes.length > CsvText.MAX_BYTES) {
        throw XlsxRows.tooLarge();
      }
      List<SheetRow> rows = XlsxRows.read(bytes);
      if (rows.isEmpty()) {
        throw new DefectException(Defect.NO_ROWS.at(Finding.DOCUMENT));
      }
      return SheetReport.of(rows).stream().map(report -> report.read(this::place));
    } catch (DefectException e) {
      return unreadable(new Place(file, Place.WHOLE), e.finding());
    }
  }

  private Place place(SheetRow row) {
    String sheet = row.header().names() instanceof XlsxNames names ? names.sheet() : null;
    return new Place(file, sheet, row.line());
  }
}
