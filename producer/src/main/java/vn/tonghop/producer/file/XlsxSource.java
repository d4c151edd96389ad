package vn.tonghop.producer.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.tonghop.domain.acceptance.Finding;

/** The reports of a workbook, in the order of their first rows; read whole, as CSV is. */
final class XlsxSource implements ReportSource {

  private final Path file;
  private final InputStream in;
  private @Nullable Iterator<FileReport> reports;

  XlsxSource(Path file, InputStream in) {
    this.file = file;
    this.in = in;
  }

  static ReportSource open(Path file) throws IOException {
    return new XlsxSource(file, Files.newInputStream(file));
  }

  @Override
  public @Nullable FileReport next() throws IOException {
    if (reports == null) {
      reports = read(in.readNBytes(CsvText.MAX_BYTES + 1));
    }
    return reports.hasNext() ? reports.next() : null;
  }

  private Iterator<FileReport> read(byte[] bytes) {
    try {
      if (bytes.length > CsvText.MAX_BYTES) {
        throw XlsxRows.tooLarge();
      }
      List<SheetRow> rows = XlsxRows.read(bytes);
      if (rows.isEmpty()) {
        throw new DefectException(Defect.NO_ROWS.at(Finding.DOCUMENT));
      }
      return SheetReport.of(rows).stream().map(report -> report.read(this::place)).iterator();
    } catch (DefectException e) {
      return List.<FileReport>of(
              new FileReport.Unreadable(
                  new Place(file, Place.WHOLE),
                  DocumentKey.UNKNOWN,
                  JsonFields.ofDocument(e.finding()).toList()))
          .iterator();
    }
  }

  private Place place(SheetRow row) {
    String sheet = row.header().names() instanceof XlsxNames names ? names.sheet() : null;
    return new Place(file, sheet, row.line());
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
