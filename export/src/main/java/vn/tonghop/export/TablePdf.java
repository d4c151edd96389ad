package vn.tonghop.export;

import com.openhtmltopdf.extend.FSSupplier;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import org.w3c.dom.Document;
import vn.tonghop.domain.format.OfficialTable;

/**
 * A table as pages to print and to sign, A4, with its font in it: titles, headers on each page,
 * page numbers. Tagged, so that it can be read aloud, and its text can be taken out.
 */
public final class TablePdf {

  /** Of what {@link #write} returns. */
  public static final String MEDIA_TYPE = "application/pdf";

  private static final String FAMILY = "Liberation Serif";

  /** Stands for what the font has no letter for, U+FFFD among them. */
  static final String NO_LETTER = "□";

  private static final int PLAIN = 400;
  private static final int BOLD = 700;

  static {
    // It tells of its progress; what goes wrong is thrown.
    XRLog.setLoggingEnabled(false);
  }

  private TablePdf() {}

  /** The bytes of the file. */
  public static byte[] write(TableDocument document) {
    return write(document.official(), document.breakdowns());
  }

  static byte[] write(OfficialTable table, List<Breakdown> breakdowns) {
    Document page = new TablePage(PrintedTable.of(table)).draw(breakdowns);
    try (ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
      new PdfRendererBuilder()
          .usePdfUaAccessibility(true)
          .useFont(font("Regular"), FAMILY, PLAIN, FontStyle.NORMAL, true)
          .useFont(font("Bold"), FAMILY, BOLD, FontStyle.NORMAL, true)
          .useFont(font("Italic"), FAMILY, PLAIN, FontStyle.ITALIC, true)
          // What a page names outside of itself is never fetched; it names nothing.
          .useUriResolver((base, uri) -> null)
          .useReplacementText(NO_LETTER)
          .withProducer("Tổng Hợp")
          .withW3cDocument(page, null)
          .toStream(bytes)
          .run();
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException("a page in memory can always be written", e);
    }
  }

  private static FSSupplier<InputStream> font(String face) {
    return () ->
        Objects.requireNonNull(
            TablePdf.class.getResourceAsStream("LiberationSerif-" + face + ".ttf"), face);
  }
}
