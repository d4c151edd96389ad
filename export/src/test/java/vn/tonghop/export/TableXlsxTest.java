package vn.tonghop.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.tonghop.domain.format.Figures;
import vn.tonghop.domain.format.Language;
import vn.tonghop.domain.format.OfficialTable;
import vn.tonghop.domain.format.SampleViews;
import vn.tonghop.domain.format.TableDimension;
import vn.tonghop.domain.format.TextWidth;
import vn.tonghop.domain.standing.ClosingReport;
import vn.tonghop.domain.standing.IndicatorFigure;
import vn.tonghop.domain.standing.Measures;
import vn.tonghop.domain.table.IndicatorView;
import vn.tonghop.domain.table.TableView;
import vn.tonghop.domain.table.UnitView;

class TableXlsxTest {

  private static final int NAME = 1;
  private static final int FIRST_COUNT = 2;
  private static final int FIRST_RATE = 8;
  private static final int COVERAGE = 11;
  private static final int AS_OF = 12;
  private static final int REVISION = 13;

  @Test
  void theFiguresOfEachRowAreThoseOfTheTable() {
    for (TableView table :
        List.of(SampleViews.many(), SampleViews.restated(), SampleViews.succeeded())) {
      for (Language language : Language.values()) {
        Sheets.read(
            write(table, null, language),
            book -> {
              List<Row> rows = rows(book.getSheetAt(0), language);
              assertMeasures(table.total(), rows.get(0));
              Map<String, Row> byName = named(rows);
              assertEquals(rows.size(), byName.size(), "rows of one name");
              assertEquals(1 + regions(table) + table.byUnit().size(), rows.size());
              for (UnitView unit : table.byUnit()) {
                Row row = row(byName, language.pick(unit.name(), unit.nameEn()));
                assertMeasures(unit.measures(), row);
                assertReport(unit.report(), row);
              }
              table
                  .byRegion()
                  .forEach(region -> assertMeasures(region.measures(), row(byName, region.name())));
            });
      }
    }
  }

  @Test
  void authoritiesAndFieldsHaveASheetEachAndAddUpToTheTotal() {
    TableView table = SampleViews.many();
    Sheets.read(
        write(table, null, Language.VI),
        book -> {
          assertEquals("Theo cấp giao", book.getSheetName(1));
          assertEquals("Theo lĩnh vực", book.getSheetName(2));
          for (int sheet = 1; sheet <= 2; sheet++) {
            List<Row> rows = rows(book.getSheetAt(sheet), Language.VI);
            assertEquals(
                1 + (sheet == 1 ? table.byAssignedBy() : table.byField()).size(), rows.size());
            assertMeasures(table.total(), rows.get(0));
            for (int column = FIRST_COUNT; column < FIRST_RATE; column++) {
              int of = column;
              assertEquals(
                  Sheets.number(rows.get(0), column),
                  rows.stream().skip(1).mapToDouble(row -> Sheets.number(row, of)).sum());
            }
          }
        });
  }

  @Test
  void itSaysWhatItIsOfWhichDaysAndWhoIsMissing() {
    Sheets.read(
        write(SampleViews.many(), null, Language.VI),
        book -> {
          String text = Sheets.text(book.getSheetAt(0));
          for (String said :
              List.of(
                  "Chương trình công tác năm 2024 (CTCT-2024)",
                  "Quý I năm 2024 (2024-Q1): 15/12/2023 – 14/03/2024",
                  "Số liệu tính đến ngày 14/03/2024, sớm nhất là ngày 14/02/2024",
                  "Hạn gửi báo cáo: hết ngày 25/03/2024 (Nghị định 09/2019/NĐ-CP)",
                  "Đã có báo cáo: 57/63 đơn vị; còn thiếu 6",
                  "Chưa báo cáo, quá hạn 8 ngày tính đến 02/04/2024 (6): Bạc Liêu, Bắc Ninh, Bến Tre, Hà Tĩnh, Kon Tum, Lạng Sơn",
                  "* lấy theo báo cáo kỳ trước; † không phát sinh; ‡ gửi muộn",
                  "Gia Lai *‡",
                  "THỦ TRƯỞNG ĐƠN VỊ")) {
            assertTrue(text.contains(said), () -> said + " is not in\n" + text);
          }
        });
  }

  @Test
  void samplesSayThatTheyAreInvented() {
    TableDocument document =
        new TableDocument(
            SampleViews.many(),
            null,
            Language.VI,
            true,
            SampleViews.MADE_ON,
            SampleViews.REFERENCE);
    Sheets.read(
        TableXlsx.write(document),
        book ->
            book.forEach(
                sheet ->
                    assertTrue(
                        Sheets.text(sheet).contains("SỐ LIỆU CÁC TỈNH LÀ MINH HỌA, KHÔNG CÓ THẬT"),
                        sheet.getSheetName())));
  }

  @Test
  void headersHaveTwoLevelsStayInSightAndStandOnEachPrintedPage() {
    Sheets.read(
        write(SampleViews.many(), null, Language.VI),
        book -> {
          XSSFSheet sheet = book.getSheetAt(0);
          int total = rows(sheet, Language.VI).get(0).getRowNum();
          // Rows count from 0, and in the names of ranges from 1.
          int upper = total - 1;
          assertEquals("Hoàn thành", Sheets.text(sheet.getRow(upper - 1), 3));
          assertEquals("đúng hạn", Sheets.text(sheet.getRow(upper), 3));
          Set<String> merged =
              sheet.getMergedRegions().stream()
                  .map(CellRangeAddress::formatAsString)
                  .collect(Collectors.toSet());
          for (String range : List.of("D%1$d:E%1$d", "F%1$d:G%1$d", "I%1$d:K%1$d", "B%1$d:B%2$d")) {
            String named = range.formatted(upper, total);
            assertTrue(merged.contains(named), () -> named + " is not in " + merged);
          }
          assertTrue(sheet.getPaneInformation().isFreezePane());
          assertEquals(total, sheet.getPaneInformation().getHorizontalSplitPosition());
          assertEquals(2, sheet.getPaneInformation().getVerticalSplitPosition());
          assertEquals(upper - 1, sheet.getRepeatingRows().getFirstRow());
          assertEquals(total - 1, sheet.getRepeatingRows().getLastRow());
          assertEquals(PrintSetup.A4_PAPERSIZE, sheet.getPrintSetup().getPaperSize());
          assertTrue(sheet.getPrintSetup().getLandscape());
          assertEquals(1, sheet.getPrintSetup().getFitWidth());
          assertEquals(0, sheet.getPrintSetup().getFitHeight());
          assertEquals("Trang &P/&N", sheet.getFooter().getRight());
          Row first = sheet.getRow(total);
          assertEquals("0.0%", first.getCell(FIRST_RATE).getCellStyle().getDataFormatString());
          assertEquals("#,##0", first.getCell(FIRST_COUNT).getCellStyle().getDataFormatString());
        });
  }

  @Test
  void indicatorsStandBesideTheirBaselines() {
    TableView table = SampleViews.sample("reviews", "BTCTW-2021", "2021-Q3");
    Sheets.read(
        write(table, null, Language.EN),
        book -> {
          Row row = indicator(book.getSheet("Indicators"));
          assertEquals(2_887_500, Sheets.number(row, 3));
          assertEquals("#,##0", row.getCell(3).getCellStyle().getDataFormatString());
          assertEquals("1/1", Sheets.text(row, 5));
          assertEquals(3_650_300, Sheets.number(row, 6));
          assertEquals(
              LocalDate.of(2015, 4, 30), row.getCell(7).getLocalDateTimeCellValue().toLocalDate());
          assertEquals(-762_800, Sheets.number(row, 8));
          assertEquals(-0.209, Sheets.number(row, 9));
        });
  }

  @Test
  void aValueThatAWorkbookWouldRoundIsText() {
    TableView table = SampleViews.sample("reviews", "BTCTW-2021", "2021-Q3");
    Sheets.read(
        write(withValue(table, new BigDecimal("123456789012345.678")), null, Language.EN),
        book ->
            assertEquals(
                "123,456,789,012,345.678", Sheets.text(indicator(book.getSheet("Indicators")), 3)));
    Sheets.read(
        write(withValue(table, new BigDecimal("0.100")), null, Language.EN),
        book -> {
          Row row = indicator(book.getSheet("Indicators"));
          assertEquals(0.1, Sheets.number(row, 3));
          assertEquals("#,##0.0", row.getCell(3).getCellStyle().getDataFormatString());
        });
  }

  @Test
  void oneBreakdownIsOneSheet() {
    TableView table = SampleViews.many();
    Sheets.read(
        write(table, TableDimension.REGION, Language.EN),
        book -> {
          assertEquals(1, book.getNumberOfSheets());
          List<Row> rows = rows(book.getSheetAt(0), Language.EN);
          assertEquals(1 + regions(table), rows.size());
          assertEquals("57/63", Sheets.text(rows.get(0), COVERAGE));
        });
  }

  @Test
  void whatIsMeantToDoHarmIsTextAsItStands() {
    Sheets.read(
        write(HostileTable.table(), null, Language.VI),
        book -> {
          Set<String> texts = new HashSet<>();
          for (Sheet sheet : book) {
            for (Row row : sheet) {
              for (Cell cell : row) {
                assertNotEquals(CellType.FORMULA, cell.getCellType(), cell::toString);
                if (cell.getCellType() == CellType.STRING) {
                  assertTrue(cell.getCellStyle().getQuotePrefixed(), cell::toString);
                  texts.add(cell.getStringCellValue());
                }
              }
            }
          }
          for (String name : HostileTable.NAMES) {
            String shown = TextWidth.clean(name);
            assertTrue(
                texts.stream().anyMatch(text -> text.startsWith(shown)),
                () -> shown + " is not there");
          }
          assertTrue(
              texts.stream().noneMatch(text -> text.matches("(?s).*[\u202e\u200f\u2066\u0007].*")));
        });
  }

  @Test
  void aTextLongerThanACellIsCut() {
    String written = XlsxText.of("_x0041_".repeat(5_000));
    assertTrue(written.length() <= 32_767, () -> written.length() + " characters");
    assertTrue(written.endsWith("…"));
    assertEquals("_x005F_x0041_ _x41_", XlsxText.of("_x0041_ _x41_"));
    String pairs = XlsxText.of("a" + "𝔸".repeat(20_000));
    assertFalse(Character.isHighSurrogate(pairs.charAt(pairs.length() - 2)), "half a character");
  }

  private static byte[] write(TableView table, @Nullable TableDimension by, Language language) {
    return TableXlsx.write(
        new TableDocument(table, by, language, false, SampleViews.MADE_ON, SampleViews.REFERENCE));
  }

  private static List<Row> rows(Sheet sheet, Language language) {
    return Sheets.from(sheet, NAME, language.pick("Tổng số", "Total"));
  }

  private static Row indicator(Sheet sheet) {
    return Sheets.from(sheet, 0, "No.").get(1);
  }

  /** By name without marks. */
  private static Map<String, Row> named(List<Row> rows) {
    return rows.stream()
        .collect(
            Collectors.toMap(
                row -> Sheets.text(row, NAME).replaceAll("\u00a0[*†‡§°]+$", ""),
                Function.identity(),
                (a, b) -> a));
  }

  private static Row row(Map<String, Row> rows, String name) {
    return Objects.requireNonNull(rows.get(name), name);
  }

  private static int regions(TableView table) {
    return OfficialTable.of(table, Language.VI, SampleViews.REFERENCE, SampleViews.MADE_ON)
        .byUnit()
        .size();
  }

  private static void assertMeasures(Measures expected, Row row) {
    assertEquals(
        List.of(
            expected.assigned(),
            expected.completedOnTime(),
            expected.completedLate(),
            expected.openOnTrack(),
            expected.openOverdue(),
            expected.completedInPeriod()),
        IntStream.range(FIRST_COUNT, FIRST_RATE)
            .mapToObj(column -> (long) Sheets.number(row, column))
            .toList(),
        Sheets.text(row, NAME));
    assertRate(expected.rateDue(), row, FIRST_RATE);
    assertRate(expected.rateAll(), row, FIRST_RATE + 1);
    assertRate(expected.rateVolume(), row, FIRST_RATE + 2);
  }

  private static void assertRate(@Nullable BigDecimal expected, Row row, int column) {
    if (expected == null) {
      assertEquals(Figures.NONE, Sheets.text(row, column));
    } else {
      assertEquals(
          expected,
          BigDecimal.valueOf(Sheets.number(row, column)).setScale(4, RoundingMode.HALF_UP));
    }
  }

  private static void assertReport(@Nullable ClosingReport expected, Row row) {
    if (expected == null) {
      assertEquals("", Sheets.text(row, AS_OF));
      assertEquals("", Sheets.text(row, REVISION));
    } else {
      assertEquals(expected.asOf(), row.getCell(AS_OF).getLocalDateTimeCellValue().toLocalDate());
      assertEquals(expected.revision(), (int) Sheets.number(row, REVISION));
    }
  }

  private static TableView withValue(TableView table, BigDecimal value) {
    IndicatorView old = table.indicators().get(0);
    IndicatorFigure figure =
        new IndicatorFigure(old.figure().code(), old.figure().kind(), value, false, false);
    return new TableView(
        table.programme(),
        table.period(),
        table.total(),
        table.byAssignedBy(),
        table.byField(),
        table.byUnit(),
        table.byRegion(),
        table.coverage(),
        List.of(new IndicatorView(figure, old.name(), old.nameEn(), null, null, null)),
        table.movedBy(),
        null);
  }
}
