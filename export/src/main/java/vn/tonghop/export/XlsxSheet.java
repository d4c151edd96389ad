package vn.tonghop.export;

import java.util.List;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFPrintSetup;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import vn.tonghop.domain.format.Language;

/** A sheet that is filled from the top, and printed on A4. */
final class XlsxSheet {

  /** Excel's unit of a column's width, a 256th of a character. */
  private static final int WIDTH_UNIT = 256;

  private static final float LINE_POINTS = 15;

  /** Excel's limit. */
  private static final float MOST_POINTS = 409;

  /** Bold letters and capitals are wider than the digit by which Excel measures a column. */
  private static final double WIDE = 1.15;

  /** Codes that a page's footer is printed with. */
  private static final String PAGE_OF_PAGES = " &P/&N";

  private static final double MARGIN_INCHES = 0.4;

  private final XSSFSheet sheet;
  private final List<Integer> widths;
  private int next;

  /**
   * An empty sheet.
   *
   * @param widths of its columns in characters
   */
  XlsxSheet(XSSFWorkbook book, String name, List<Integer> widths) {
    this.sheet = book.createSheet(name);
    this.widths = List.copyOf(widths);
    for (int i = 0; i < widths.size(); i++) {
      sheet.setColumnWidth(i, widths.get(i) * WIDTH_UNIT);
    }
  }

  /** Index of the row that is written next. */
  int next() {
    return next;
  }

  void skip() {
    next++;
  }

  XSSFRow row() {
    return sheet.createRow(next++);
  }

  /** A text across all columns, as high as it needs. */
  void across(String text, CellStyle style) {
    across(text, style, 0, widths.size() - 1, row());
  }

  /** A text across some columns of a row. */
  void across(String text, CellStyle style, int first, int last, XSSFRow row) {
    XSSFCell cell = row.createCell(first);
    cell.setCellValue(XlsxText.of(text));
    cell.setCellStyle(style);
    merge(row.getRowNum(), row.getRowNum(), first, last);
    int width = widths.subList(first, last + 1).stream().mapToInt(each -> each).sum();
    row.setHeightInPoints(Math.max(row.getHeightInPoints(), points(text, width)));
  }

  /** Rows and columns, both ends included; a single cell needs no merging. */
  void merge(int firstRow, int lastRow, int first, int last) {
    if (firstRow != lastRow || first != last) {
      sheet.addMergedRegion(new CellRangeAddress(firstRow, lastRow, first, last));
    }
  }

  /** Makes a row as high as a text in one of its cells needs. */
  void fit(XSSFRow row, String text, int column) {
    float points = points(text, widths.get(column));
    if (points > row.getHeightInPoints()) {
      row.setHeightInPoints(points);
    }
  }

  /** Merged cells do not grow by themselves. */
  private static float points(String text, int width) {
    double lines = Math.ceil(Math.max(1, text.length() * WIDE / width));
    return (float) Math.min(MOST_POINTS, lines * LINE_POINTS);
  }

  /** Keeps these rows, and the columns before this one, in sight. */
  void freeze(int columns, int rows) {
    sheet.createFreezePane(columns, rows);
  }

  /**
   * A4, landscape, as wide as the page, pages numbered.
   *
   * @param firstHeader of the rows that each page begins with
   */
  void print(int firstHeader, int lastHeader, Language language) {
    XSSFPrintSetup setup = sheet.getPrintSetup();
    setup.setPaperSize(PrintSetup.A4_PAPERSIZE);
    setup.setLandscape(true);
    sheet.setFitToPage(true);
    setup.setFitWidth((short) 1);
    setup.setFitHeight((short) 0);
    setup.setLeftMargin(MARGIN_INCHES);
    setup.setRightMargin(MARGIN_INCHES);
    sheet.setHorizontallyCenter(true);
    sheet.setRepeatingRows(new CellRangeAddress(firstHeader, lastHeader, -1, -1));
    sheet.getFooter().setRight(DocumentText.page(language) + PAGE_OF_PAGES);
  }
}
