package vn.tonghop.export;

import java.util.HashMap;
import java.util.Map;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import vn.tonghop.domain.format.Language;

/** How the cells of a workbook look. */
final class XlsxStyles {

  static final String COUNT = "#,##0";
  static final String SHARE = "0.0%";
  static final String CHANGE_SHARE = "+0.0%;-0.0%;0.0%";
  static final String TEXT = "General";

  private static final String FACE = "Times New Roman";
  private static final short POINTS = 11;
  private static final short TITLE_POINTS = 14;
  private static final byte[] RED = {(byte) 0xB0, 0x00, 0x10};
  private static final byte[] HEADER = {(byte) 0xD9, (byte) 0xE2, (byte) 0xF0};
  private static final byte[] TOTAL = {(byte) 0xED, (byte) 0xED, (byte) 0xED};
  private static final byte[] REGION = {(byte) 0xF7, (byte) 0xF7, (byte) 0xF7};

  private final XSSFWorkbook book;
  private final Language language;
  private final Map<Look, XSSFCellStyle> cells = new HashMap<>();
  private final Map<Print, XSSFFont> fonts = new HashMap<>();
  final XSSFCellStyle kind;
  final XSSFCellStyle title;
  final XSSFCellStyle date;
  final XSSFCellStyle answer;
  final XSSFCellStyle header;
  final XSSFCellStyle note;

  XlsxStyles(XSSFWorkbook book, Language language) {
    this.book = book;
    this.language = language;
    kind = centred(new Print(POINTS, true, false, false));
    title = centred(new Print(TITLE_POINTS, true, false, false));
    date = centred(new Print(POINTS, false, true, false));
    answer = centred(new Print(POINTS, true, false, false));
    header = filled(bordered(centred(new Print(POINTS, true, false, false))), HEADER);
    note = text(new Print(POINTS, false, false, false));
  }

  /**
   * A cell of the table.
   *
   * @param alarm red, since it calls for attention
   */
  record Look(Breakdown.Level level, String format, HorizontalAlignment alignment, boolean alarm) {}

  private record Print(short points, boolean bold, boolean italic, boolean red) {}

  String dateFormat() {
    return language.pick("dd/mm/yyyy", "d mmm yyyy");
  }

  XSSFCellStyle cell(Look look) {
    return cells.computeIfAbsent(look, this::makeCell);
  }

  private XSSFCellStyle makeCell(Look look) {
    boolean bold = look.level() != Breakdown.Level.SINGLE;
    XSSFCellStyle style =
        bordered(text(new Print(POINTS, bold || look.alarm(), false, look.alarm())));
    style.setAlignment(look.alignment());
    style.setDataFormat(book.createDataFormat().getFormat(look.format()));
    style.setQuotePrefixed(look.format().equals(TEXT));
    return switch (look.level()) {
      case TOTAL -> filled(style, TOTAL);
      case REGION -> filled(style, REGION);
      case SINGLE -> style;
    };
  }

  private XSSFCellStyle centred(Print print) {
    XSSFCellStyle style = text(print);
    style.setAlignment(HorizontalAlignment.CENTER);
    return style;
  }

  /** Quoted, so that a text stays one even when somebody edits its cell. */
  private XSSFCellStyle text(Print print) {
    XSSFCellStyle style = book.createCellStyle();
    style.setFont(fonts.computeIfAbsent(print, this::makeFont));
    style.setVerticalAlignment(VerticalAlignment.CENTER);
    style.setWrapText(true);
    style.setQuotePrefixed(true);
    return style;
  }

  private XSSFFont makeFont(Print print) {
    XSSFFont font = book.createFont();
    font.setFontName(FACE);
    font.setFontHeightInPoints(print.points());
    font.setBold(print.bold());
    font.setItalic(print.italic());
    if (print.red()) {
      font.setColor(new XSSFColor(RED, null));
    }
    return font;
  }

  private static XSSFCellStyle filled(XSSFCellStyle style, byte[] colour) {
    style.setFillForegroundColor(new XSSFColor(colour, null));
    style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
    return style;
  }

  private static XSSFCellStyle bordered(XSSFCellStyle style) {
    style.setBorderTop(BorderStyle.THIN);
    style.setBorderBottom(BorderStyle.THIN);
    style.setBorderLeft(BorderStyle.THIN);
    style.setBorderRight(BorderStyle.THIN);
    return style;
  }
}
