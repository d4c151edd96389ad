package vn.tonghop.producer.form;

import java.time.LocalDate;
import java.util.List;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.DataValidationConstraint;
import org.apache.poi.ss.usermodel.DataValidationConstraint.OperatorType;
import org.apache.poi.ss.usermodel.DataValidationHelper;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;

/**
 * A sheet of rows that say which report they are of, so that nobody types a code twice: titles, a
 * locked header, and cells that take only what the report may hold.
 */
final class FormSheet {

  private static final int HEADER_ROW = 3;

  /** Three lines: a name of two, and its code. */
  private static final float HEADER_POINTS = 48;

  private static final int WIDTH_UNIT = 256;
  private static final LocalDate FIRST_DATE = LocalDate.of(2000, 1, 1);
  private static final LocalDate LAST_DATE = LocalDate.of(2099, 12, 31);
  private static final String MOST = "999999999999999";

  private final XSSFSheet sheet;
  private final FormHead head;
  private final FormStyles styles;
  private final List<FormColumn> columns;
  private int next = HEADER_ROW + 1;

  FormSheet(
      XSSFWorkbook book, String name, FormHead head, FormStyles styles, List<FormColumn> columns) {
    this.sheet = book.createSheet(name);
    this.head = head;
    this.styles = styles;
    this.columns = columns;
    title(0, head.title(), styles.title);
    title(1, head.subtitle(), styles.subtitle);
    title(2, "", styles.subtitle);
    XSSFRow header = sheet.createRow(HEADER_ROW);
    header.setHeightInPoints(HEADER_POINTS);
    for (int i = 0; i < columns.size(); i++) {
      FormColumn column = columns.get(i);
      XSSFCell cell = header.createCell(i);
      cell.setCellValue(column.header());
      cell.setCellStyle(styles.header);
      sheet.setColumnWidth(i, column.width() * WIDTH_UNIT);
      sheet.setColumnHidden(i, column.width() == 0);
      sheet.setDefaultColumnStyle(i, styles.of(column));
    }
    sheet.createFreezePane(0, HEADER_ROW + 1);
  }

  /** Across all columns, whose own look would else show behind the text. */
  private void title(int row, String text, CellStyle style) {
    XSSFRow line = sheet.createRow(row);
    for (int i = 0; i < columns.size(); i++) {
      line.createCell(i).setCellStyle(style);
    }
    if (!text.isEmpty()) {
      line.getCell(0).setCellValue(text);
    }
  }

  /** A new row of the report, without what it reports. */
  XSSFRow add() {
    XSSFRow row = sheet.createRow(next++);
    for (FormColumn column : columns) {
      cell(row, column).setCellStyle(styles.of(column));
    }
    cell(row, FormColumn.UNIT).setCellValue(head.unit().code());
    cell(row, FormColumn.PROGRAMME).setCellValue(head.programme().code());
    cell(row, FormColumn.PERIOD).setCellValue(head.period().label());
    cell(row, FormColumn.AS_OF).setCellValue(head.asOf());
    return row;
  }

  private XSSFCell cell(XSSFRow row, FormColumn column) {
    int index = columns.indexOf(column);
    @Nullable XSSFCell cell = row.getCell(index);
    return cell == null ? row.createCell(index) : cell;
  }

  void set(XSSFRow row, FormColumn column, @Nullable String value) {
    if (value != null) {
      cell(row, column).setCellValue(value);
    }
  }

  void set(XSSFRow row, FormColumn column, @Nullable LocalDate value) {
    if (value != null) {
      cell(row, column).setCellValue(value);
    }
  }

  void set(XSSFRow row, FormColumn column, double value) {
    cell(row, column).setCellValue(value);
  }

  /** Lists and checks on all rows, and the lock on what is not to be changed. Call it last. */
  void finish(FormLists lists) {
    for (FormColumn column : columns) {
      String range = lists.range(column);
      if (!range.isEmpty()) {
        check(
            column,
            checks().createFormulaListConstraint(range),
            "Hãy chọn một giá trị trong danh sách. / Choose a value of the list.");
      }
    }
    dates(FormColumn.DUE_ON, LAST_DATE);
    dates(FormColumn.COMPLETED_ON, head.asOf());
    if (columns.contains(FormColumn.PERCENT)) {
      check(
          FormColumn.PERCENT,
          checks().createIntegerConstraint(OperatorType.BETWEEN, "0", "100"),
          "Số nguyên từ 0 đến 100; 100 khi và chỉ khi đã hoàn thành. / A whole number from 0 to 100;"
              + " 100 if and only if completed.");
    }
    if (columns.contains(FormColumn.VALUE)) {
      check(
          FormColumn.VALUE,
          checks().createDecimalConstraint(OperatorType.BETWEEN, "-" + MOST, MOST),
          "Hãy ghi một số, tối đa 3 chữ số thập phân. / A number with at most 3 decimal places.");
    }
    // No password: it keeps from slips, not from people who know what they do.
    sheet.enableLocking();
    sheet.lockFormatColumns(false);
    sheet.lockFormatRows(false);
    sheet.lockAutoFilter(false);
    sheet.getPrintSetup().setLandscape(true);
    sheet.setFitToPage(true);
    sheet.getPrintSetup().setFitHeight((short) 0);
  }

  private void dates(FormColumn column, LocalDate last) {
    if (columns.contains(column)) {
      check(
          column,
          checks()
              .createDateConstraint(
                  OperatorType.BETWEEN, serial(FIRST_DATE), serial(last), "dd/mm/yyyy"),
          "Ngày từ %s đến %s. / A date from %s to %s."
              .formatted(
                  GuideSheet.date(FIRST_DATE),
                  GuideSheet.date(last),
                  FIRST_DATE.toString(),
                  last.toString()));
    }
  }

  /** A date as a sheet counts it: a text would be read by the language of the program. */
  private static String serial(LocalDate date) {
    return Long.toString(Math.round(DateUtil.getExcelDate(date)));
  }

  private void check(FormColumn column, DataValidationConstraint constraint, String text) {
    int index = columns.indexOf(column);
    DataValidation validation =
        checks()
            .createValidation(
                constraint, new CellRangeAddressList(HEADER_ROW + 1, next - 1, index, index));
    validation.createErrorBox("Không nhận / Not accepted", text);
    validation.setShowErrorBox(true);
    validation.setEmptyCellAllowed(true);
    sheet.addValidationData(validation);
  }

  private DataValidationHelper checks() {
    return sheet.getDataValidationHelper();
  }
}
