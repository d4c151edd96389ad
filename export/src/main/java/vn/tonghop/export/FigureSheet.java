package vn.tonghop.export;

import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import vn.tonghop.domain.format.Figures;
import vn.tonghop.domain.format.Language;
import vn.tonghop.domain.format.OfficialTable;
import vn.tonghop.domain.format.TableColumn;
import vn.tonghop.domain.standing.ClosingReport;

/** Draws one breakdown of a table: the total first, under headings of two levels. */
final class FigureSheet {

  private static final int NAME_COLUMN = 1;
  private static final int FIRST_FIGURE = 2;
  private static final int NUMBER_WIDTH = 6;
  private static final int NAME_WIDTH = 34;
  private static final int FIGURE_WIDTH = 10;
  private static final int REPORT_WIDTH = 12;

  private final XlsxStyles styles;
  private final OfficialTable table;
  private final Breakdown breakdown;
  private final Language language;
  private final List<TableColumn> figures = List.of(TableColumn.values());
  private final XlsxSheet sheet;

  FigureSheet(XSSFWorkbook book, XlsxStyles styles, OfficialTable table, Breakdown breakdown) {
    this.styles = styles;
    this.table = table;
    this.breakdown = breakdown;
    this.language = table.language();
    this.sheet = new XlsxSheet(book, breakdown.title(language), widths());
  }

  private List<Integer> widths() {
    List<Integer> widths = new ArrayList<>(List.of(NUMBER_WIDTH, NAME_WIDTH));
    figures.forEach(figure -> widths.add(FIGURE_WIDTH));
    reportTitles().forEach(title -> widths.add(REPORT_WIDTH));
    return widths;
  }

  /** Of the columns behind the figures. */
  private List<String> reportTitles() {
    String coverage = DocumentText.coverage(language);
    return breakdown.hasReports()
        ? List.of(coverage, DocumentText.asOf(language), DocumentText.revision(language))
        : List.of(coverage);
  }

  void draw() {
    SheetFrame frame = new SheetFrame(sheet, styles, table);
    frame.above(breakdown.title(language));
    int header = sheet.next();
    header();
    sheet.freeze(FIRST_FIGURE, sheet.next());
    sheet.print(header, sheet.next() - 1, language);
    breakdown.lines(table).forEach(this::line);
    frame.below();
    frame.signatures(widths().size());
  }

  private void header() {
    XSSFCellStyle style = styles.header;
    XSSFRow upper = sheet.row();
    XSSFRow lower = sheet.row();
    alone(upper, lower, 0, DocumentText.number(language), style);
    alone(upper, lower, NAME_COLUMN, breakdown.column(language), style);
    for (int i = 0; i < figures.size(); i++) {
      TableColumn figure = figures.get(i);
      String heading = figure.heading(language);
      if (heading.isEmpty()) {
        alone(upper, lower, FIRST_FIGURE + i, figure.title(language), style);
      } else {
        header(upper, FIRST_FIGURE + i, heading, style);
        header(lower, FIRST_FIGURE + i, figure.title(language), style);
        sheet.fit(lower, figure.title(language), FIRST_FIGURE + i);
        if (i == 0 || !figures.get(i - 1).heading(language).equals(heading)) {
          sheet.merge(
              upper.getRowNum(), upper.getRowNum(), FIRST_FIGURE + i, FIRST_FIGURE + end(i) - 1);
        }
      }
    }
    List<String> titles = reportTitles();
    for (int i = 0; i < titles.size(); i++) {
      alone(upper, lower, FIRST_FIGURE + figures.size() + i, titles.get(i), style);
    }
  }

  /** Index behind the last column of the heading that one is under. */
  private int end(int start) {
    int end = start + 1;
    String heading = figures.get(start).heading(language);
    while (end < figures.size() && figures.get(end).heading(language).equals(heading)) {
      end++;
    }
    return end;
  }

  private void alone(XSSFRow upper, XSSFRow lower, int column, String title, XSSFCellStyle style) {
    header(upper, column, title, style);
    lower.createCell(column).setCellStyle(style);
    sheet.merge(upper.getRowNum(), lower.getRowNum(), column, column);
  }

  private static void header(XSSFRow row, int column, String title, XSSFCellStyle style) {
    XSSFCell cell = row.createCell(column);
    cell.setCellValue(XlsxText.of(title));
    cell.setCellStyle(style);
  }

  private void line(Breakdown.Line line) {
    XSSFRow row = sheet.row();
    OfficialTable.Row figuresOf = line.row();
    if (line.level() == Breakdown.Level.SINGLE) {
      cell(row, 0, line.level(), XlsxStyles.COUNT, false).setCellValue(line.place());
    } else {
      text(row, 0, line.level(), line.number(), HorizontalAlignment.CENTER);
    }
    text(row, NAME_COLUMN, line.level(), figuresOf.label(), HorizontalAlignment.LEFT);
    sheet.fit(row, figuresOf.label(), NAME_COLUMN);
    for (int i = 0; i < figures.size(); i++) {
      figure(row, FIRST_FIGURE + i, line.level(), figures.get(i), figuresOf);
    }
    int column = FIRST_FIGURE + figures.size();
    text(row, column, line.level(), figuresOf.coverage(), HorizontalAlignment.CENTER);
    if (breakdown.hasReports()) {
      report(row, column + 1, line);
    }
  }

  private void figure(
      XSSFRow row, int column, Breakdown.Level level, TableColumn figure, OfficialTable.Row of) {
    long part = figure.part(of.measures());
    if (!figure.isRate()) {
      boolean alarm = figure.isAlarming() && part > 0;
      cell(row, column, level, XlsxStyles.COUNT, alarm).setCellValue((double) part);
      return;
    }
    long whole = figure.whole(of.measures());
    if (whole == 0) {
      text(row, column, level, Figures.NONE, HorizontalAlignment.RIGHT);
    } else {
      // The exact share: rounded twice, 6 of 11 would be shown as 54.6 %.
      cell(row, column, level, XlsxStyles.SHARE, false).setCellValue((double) part / whole);
    }
  }

  private void report(XSSFRow row, int column, Breakdown.Line line) {
    ClosingReport report = line.row().report();
    if (report == null) {
      text(row, column, line.level(), "", HorizontalAlignment.CENTER);
      text(row, column + 1, line.level(), "", HorizontalAlignment.CENTER);
    } else {
      cell(row, column, line.level(), styles.dateFormat(), false).setCellValue(report.asOf());
      cell(row, column + 1, line.level(), XlsxStyles.COUNT, false).setCellValue(report.revision());
    }
  }

  private XSSFCell cell(
      XSSFRow row, int column, Breakdown.Level level, String format, boolean alarm) {
    XSSFCell cell = row.createCell(column);
    cell.setCellStyle(
        styles.cell(new XlsxStyles.Look(level, format, HorizontalAlignment.RIGHT, alarm)));
    return cell;
  }

  private void text(
      XSSFRow row, int column, Breakdown.Level level, String text, HorizontalAlignment alignment) {
    XSSFCell cell = row.createCell(column);
    cell.setCellStyle(styles.cell(new XlsxStyles.Look(level, XlsxStyles.TEXT, alignment, false)));
    if (!text.isEmpty()) {
      cell.setCellValue(XlsxText.of(text));
    }
  }
}
