package vn.tonghop.producer.file;

import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.tonghop.domain.acceptance.Finding;

/**
 * The reports of a file of rows, in the order of their first rows. A report's rows may stand
 * anywhere, so the file is read to its end before the first report is given, and its size is
 * bounded.
 */
abstract class SheetSource implements ReportSource {

  private final InputStream in;
  private @Nullable Iterator<FileReport> reports;

  SheetSource(InputStream in) {
    this.in = in;
  }

  @Override
  public final @Nullable FileReport next() throws IOException {
    if (reports == null) {
      reports = read(in.readNBytes(CsvText.MAX_BYTES + 1)).iterator();
    }
    return reports.hasNext() ? reports.next() : null;
  }

  /**
   * All reports; or why there is none, which is one answer for the whole file.
   *
   * @param bytes of the file, or of a file that is too large the first of them, one too many
   */
  abstract Stream<FileReport> read(byte[] bytes);

  /** The one answer for the whole file. */
  static Stream<FileReport> unreadable(Place place, Finding why) {
    return Stream.of(
        new FileReport.Unreadable(place, DocumentKey.UNKNOWN, JsonFields.ofDocument(why).toList()));
  }

  @Override
  public final void close() throws IOException {
    in.close();
  }
}
