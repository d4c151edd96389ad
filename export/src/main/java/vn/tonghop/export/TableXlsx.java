package vn.tonghop.export;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import vn.tonghop.domain.format.OfficialTable;

/**
 * A table as a workbook that looks as the office prints it: a sheet by unit, by authority, by field
 * and one of indicators. Figures are numbers and dates are dates; no text is ever a formula.
 */
public final class TableXlsx {

  /** Of what {@link #write} returns. */
  public static final String MEDIA_TYPE =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  private TableXlsx() {}

  /** The bytes of the file. */
  public static byte[] write(TableDocument document) {
    return write(document.official(), document.breakdowns());
  }

  static byte[] write(OfficialTable table, List<Breakdown> breakdowns) {
    try (XSSFWorkbook book = new XSSFWorkbook();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
      XlsxStyles styles = new XlsxStyles(book, table.language());
      for (Breakdown breakdown : breakdowns) {
        new FigureSheet(book, styles, table, breakdown).draw();
      }
      if (!table.indicators().isEmpty()) {
        new IndicatorSheet(book, styles, table).draw();
      }
      book.getProperties().getCoreProperties().setTitle(DocumentText.title(table));
      book.write(bytes);
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException("a workbook in memory can always be written", e);
    }
  }
}
