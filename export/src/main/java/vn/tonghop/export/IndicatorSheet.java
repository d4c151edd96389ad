package vn.tonghop.export;

import java.math.BigDecimal;
import java.util.List;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;
import vn.tonghop.domain.format.Figures;
import vn.tonghop.domain.format.Language;
import vn.tonghop.domain.format.OfficialTable;
import vn.tonghop.domain.reference.Indicator;
import vn.tonghop.export.DocumentText.IndicatorColumn;

/** Draws the national indicators beside their baselines. */
final class IndicatorSheet {

  private static final List<IndicatorColumn> COLUMNS = List.of(IndicatorColumn.values());
  private static final List<Integer> WIDTHS = List.of(6, 40, 18, 18, 9, 10, 18, 14, 16, 12);

  /** More digits than these a workbook's numbers do not keep. */
  private static final int EXACT_DIGITS = 15;

  private static final int PERCENT = 2;

  private final XlsxStyles styles;
  private final OfficialTable table;
  private final Language language;
  private final Figures figures;
  private final XlsxSheet sheet;

  IndicatorSheet(XSSFWorkbook book, XlsxStyles styles, OfficialTable table) {
    this.styles = styles;
    this.table = table;
    this.language = table.language();
    this.figures = new Figures(language);
    this.sheet = new XlsxSheet(book, DocumentText.indicators(language), WIDTHS);
  }

  void draw() {
    SheetFrame frame = new SheetFrame(sheet, styles, table);
    frame.above(DocumentText.indicators(language));
    int header = sheet.next();
    XSSFRow row = sheet.row();
    header(row, 0, DocumentText.number(language));
    for (IndicatorColumn column : COLUMNS) {
      String title = DocumentText.indicatorColumn(column, language);
      header(row, at(column), title);
      sheet.fit(row, title, at(column));
    }
    sheet.freeze(at(IndicatorColumn.MEASURE), sheet.next());
    sheet.print(header, header, language);
    for (int i = 0; i < table.indicators().size(); i++) {
      line(Integer.toString(i + 1), table.indicators().get(i));
    }
    frame.below();
  }

  private static int at(IndicatorColumn column) {
    return 1 + COLUMNS.indexOf(column);
  }

  private void header(XSSFRow row, int column, String title) {
    XSSFCell cell = row.createCell(column);
    cell.setCellValue(title);
    cell.setCellStyle(styles.header);
  }

  private void line(String number, OfficialTable.IndicatorRow indicator) {
    XSSFRow row = sheet.row();
    text(row, 0, number);
    text(row, at(IndicatorColumn.NAME), indicator.name());
    sheet.fit(row, indicator.name(), at(IndicatorColumn.NAME));
    text(row, at(IndicatorColumn.MEASURE), indicator.measure());
    sheet.fit(row, indicator.measure(), at(IndicatorColumn.MEASURE));
    value(row, IndicatorColumn.VALUE, indicator.value(), false);
    text(row, at(IndicatorColumn.MARK), indicator.signs());
    text(row, at(IndicatorColumn.UNITS), indicator.coverage());
    Indicator.@Nullable Baseline baseline = indicator.baseline();
    value(row, IndicatorColumn.BASELINE, baseline == null ? null : baseline.value(), false);
    if (baseline == null) {
      text(row, at(IndicatorColumn.BASELINE_DATE), "");
    } else {
      cell(row, IndicatorColumn.BASELINE_DATE, styles.dateFormat()).setCellValue(baseline.date());
    }
    value(row, IndicatorColumn.CHANGE, indicator.change(), true);
    BigDecimal percent = indicator.changePercent();
    if (percent == null) {
      text(row, at(IndicatorColumn.CHANGE_PERCENT), "");
    } else {
      cell(row, IndicatorColumn.CHANGE_PERCENT, XlsxStyles.CHANGE_SHARE)
          .setCellValue(percent.movePointLeft(PERCENT).doubleValue());
    }
  }

  /** A number, or as text one that a workbook would round. */
  private void value(
      XSSFRow row, IndicatorColumn column, @Nullable BigDecimal value, boolean signed) {
    if (value == null) {
      text(row, at(column), "");
    } else if (value.stripTrailingZeros().precision() > EXACT_DIGITS) {
      text(row, at(column), signed ? figures.change(value) : figures.value(value));
    } else {
      cell(row, column, format(value, signed)).setCellValue(value.doubleValue());
    }
  }

  /** With as many decimals as it has: "#" would leave a point behind a whole number. */
  private static String format(BigDecimal value, boolean signed) {
    int places = Math.max(0, value.stripTrailingZeros().scale());
    String number = XlsxStyles.COUNT + (places == 0 ? "" : "." + "0".repeat(places));
    return signed ? "+" + number + ";-" + number + ";" + number : number;
  }

  private XSSFCell cell(XSSFRow row, IndicatorColumn column, String format) {
    XSSFCell cell = row.createCell(at(column));
    cell.setCellStyle(style(format, HorizontalAlignment.RIGHT));
    return cell;
  }

  private void text(XSSFRow row, int column, String text) {
    XSSFCell cell = row.createCell(column);
    cell.setCellStyle(
        style(
            XlsxStyles.TEXT,
            column == at(IndicatorColumn.NAME)
                ? HorizontalAlignment.LEFT
                : HorizontalAlignment.CENTER));
    if (!text.isEmpty()) {
      cell.setCellValue(XlsxText.of(text));
    }
  }

  private XSSFCellStyle style(String format, HorizontalAlignment alignment) {
    return styles.cell(new XlsxStyles.Look(Breakdown.Level.SINGLE, format, alignment, false));
  }
}
