package vn.tonghop.producer.form;

import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** How the cells of the form look, and which of them are locked. */
final class FormStyles {

  private static final short TITLE_POINTS = 14;

  private final XSSFWorkbook book;
  final XSSFCellStyle title;

  /**
   * Runs on over the cells beside it, as the title does: wrapped, it would fill a narrow column.
   */
  final XSSFCellStyle subtitle;

  final XSSFCellStyle plain;
  final XSSFCellStyle header;
  final XSSFCellStyle key;
  final XSSFCellStyle keyDate;
  final XSSFCellStyle text;
  final XSSFCellStyle date;
  final XSSFCellStyle number;

  FormStyles(XSSFWorkbook book) {
    this.book = book;
    title = style(true, "General");
    XSSFFont large = book.createFont();
    large.setBold(true);
    large.setFontHeightInPoints(TITLE_POINTS);
    title.setFont(large);
    subtitle = style(true, "General");
    plain = style(true, "General");
    plain.setWrapText(true);
    header = filled(style(true, "General"), IndexedColors.PALE_BLUE);
    XSSFFont bold = book.createFont();
    bold.setBold(true);
    header.setFont(bold);
    header.setWrapText(true);
    header.setAlignment(HorizontalAlignment.CENTER);
    key = filled(style(true, "@"), IndexedColors.GREY_25_PERCENT);
    keyDate = filled(style(true, "dd/mm/yyyy"), IndexedColors.GREY_25_PERCENT);
    text = bordered(style(false, "@"));
    text.setWrapText(true);
    date = bordered(style(false, "dd/mm/yyyy"));
    number = bordered(style(false, "General"));
  }

  /** Of a column's cells below the header. */
  XSSFCellStyle of(FormColumn column) {
    if (column.isKey()) {
      return column.isDate() ? keyDate : key;
    }
    if (column.isDate()) {
      return date;
    }
    return column == FormColumn.PERCENT || column == FormColumn.VALUE ? number : text;
  }

  private XSSFCellStyle style(boolean locked, String format) {
    XSSFCellStyle style = book.createCellStyle();
    style.setLocked(locked);
    style.setDataFormat(book.createDataFormat().getFormat(format));
    style.setVerticalAlignment(VerticalAlignment.TOP);
    return style;
  }

  private static XSSFCellStyle filled(XSSFCellStyle style, IndexedColors colour) {
    style.setFillForegroundColor(colour.getIndex());
    style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
    return bordered(style);
  }

  private static XSSFCellStyle bordered(XSSFCellStyle style) {
    style.setBorderTop(BorderStyle.THIN);
    style.setBorderBottom(BorderStyle.THIN);
    style.setBorderLeft(BorderStyle.THIN);
    style.setBorderRight(BorderStyle.THIN);
    return style;
  }
}
