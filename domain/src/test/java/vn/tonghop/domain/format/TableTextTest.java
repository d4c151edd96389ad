package vn.tonghop.domain.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.tonghop.domain.period.Regime;
import vn.tonghop.domain.reference.ReferenceData;
import vn.tonghop.domain.table.Restatement;
import vn.tonghop.domain.table.TableView;

class TableTextTest {

  private static final String OWN = "CTCT-2024";

  private final ReferenceData reference = ReferenceData.bundled();
  private final RollUp provinces = rollUp("provinces-2024");
  private final RollUp reviews = rollUp("reviews");
  private final RollUp many =
      new RollUp(reference, Regime.DECREE_09_2019).receive(ManyUnits.reports(reference));

  @Test
  void tablesAreAsTheGoldenFilesSay() {
    GoldenText golden = new GoldenText("table-text");
    for (Language language : Language.values()) {
      String tag = "." + language.tag();
      for (int width : List.of(60, 80, 120)) {
        for (String period : List.of("2024-Q1", "2024-S1")) {
          golden.check(
              OWN + "-" + period + "-unit" + tag + "." + width + ".txt",
              write(provinces, OWN, period, language, width, TableDimension.UNIT));
        }
      }
      for (int width : List.of(80, 120)) {
        golden.check(
            OWN + "-2024-Q1-region" + tag + "." + width + ".txt",
            write(provinces, OWN, "2024-Q1", language, width, TableDimension.REGION));
        golden.check(
            "BTCTW-2022-Q1-assignedBy" + tag + "." + width + ".txt",
            write(reviews, "BTCTW-2022", "2022-Q1", language, width, TableDimension.ASSIGNED_BY));
        golden.check(
            "BTCTW-2024-S1-field" + tag + "." + width + ".txt",
            write(reviews, "BTCTW-2024", "2024-S1", language, width, TableDimension.FIELD));
        golden.check(
            "BTCTW-2021-Q3-unit" + tag + "." + width + ".txt",
            write(reviews, "BTCTW-2021", "2021-Q3", language, width, TableDimension.UNIT));
      }
      golden.check(
          "CTCT-2020-Q1-empty" + tag + ".80.txt",
          write(provinces, "CTCT-2020", "2020-Q1", language, 80, TableDimension.UNIT));
      golden.check(
          "BTCTW-2020-Q1-partial" + tag + ".80.txt",
          write(reviews, "BTCTW-2020", "2020-Q1", language, 80, TableDimension.TOTAL));
    }
    for (int width : List.of(40, 80, 100, 200)) {
      golden.check(
          "many-2024-Q1-unit.vi." + width + ".txt",
          write(many, OWN, "2024-Q1", Language.VI, width, TableDimension.UNIT));
    }
    golden.check(
        "many-2024-Q1-region.en.80.txt",
        write(many, OWN, "2024-Q1", Language.EN, 80, TableDimension.REGION));
    golden.check(
        "many-2024-Q1-field.vi.40.txt",
        write(many, OWN, "2024-Q1", Language.VI, 40, TableDimension.FIELD));
    golden.check(
        "many-2024-Q1-assignedBy.vi.60.txt",
        write(many, OWN, "2024-Q1", Language.VI, 60, TableDimension.ASSIGNED_BY));
    golden.check(
        "many-2024-Q1-region-colours.vi.80.txt",
        TableText.write(
            many.table(OWN, "2024-Q1"),
            new TextStyle(Language.VI, 80, true, TableDimension.REGION),
            reference));
    for (Language language : Language.values()) {
      for (TableDimension by : List.of(TableDimension.UNIT, TableDimension.REGION)) {
        golden.check(
            "many-2024-Q1-restated-" + by.id() + "." + language.tag() + ".80.txt",
            TableText.write(
                restated(many.table(OWN, "2024-Q1")),
                new TextStyle(language, 80, false, by),
                reference));
      }
      golden.check(
          "succeeded-2025-A1-unit." + language.tag() + ".80.txt",
          write(many, "CTCT-2025", "2025-A1", language, 80, TableDimension.UNIT));
    }
    golden.checkThatAllAreUsed();
  }

  @Test
  void noLineOfARealTableIsWiderThanTheTerminal() {
    List<TableView> tables =
        List.of(
            many.table(OWN, "2024-Q1"),
            restated(many.table(OWN, "2024-Q1")),
            many.table("CTCT-2025", "2025-A1"),
            provinces.table(OWN, "2024-S1"),
            provinces.table("CTCT-2020", "2020-Q1"),
            reviews.table("BTCTW-2021", "2021-Q3"),
            reviews.table("KH03-2024", "2024-S1"));
    for (TableView table : tables) {
      for (Language language : Language.values()) {
        for (TableDimension by : List.of(TableDimension.UNIT, TableDimension.REGION)) {
          for (int width = TextStyle.MIN_WIDTH; width <= 140; width += 1 + width / 20) {
            TextStyle style = new TextStyle(language, width, false, by);
            for (String line : TableText.write(table, style, reference).lines().toList()) {
              assertTrue(TextWidth.of(line) <= style.width(), style + ": " + line);
            }
          }
        }
      }
    }
  }

  @Test
  void coverageOfTheRegionsAddsUpToThatOfTheWholeRestatedOrNot() {
    TableView table = many.table(OWN, "2024-Q1");
    for (TableView each : List.of(table, restated(table))) {
      for (TableDimension by : List.of(TableDimension.REGION, TableDimension.UNIT)) {
        if (by == TableDimension.UNIT && each.restatedTo() == null) {
          continue;
        }
        List<TextRow> rows = rows(each).by(by);
        assertEquals(table.coverage().reported(), sumOfCoverage(rows, 0), by.id());
        if (by == TableDimension.REGION) {
          assertEquals(table.coverage().expected(), sumOfCoverage(rows, 1));
        }
      }
    }
  }

  @Test
  void regionsStandFromNorthToSouthAlsoThoseOfWhichNobodyReported() {
    TextRows empty = rows(provinces.table("CTCT-2020", "2020-Q1"));
    assertEquals(
        List.of(
            "Đồng bằng sông Hồng 0/11",
            "Trung du và miền núi phía Bắc 0/14",
            "Bắc Trung Bộ và duyên hải miền Trung 0/14",
            "Tây Nguyên 0/5",
            "Đông Nam Bộ 0/6",
            "Đồng bằng sông Cửu Long 0/13"),
        empty.by(TableDimension.REGION).stream()
            .map(row -> row.name() + " " + row.coverage())
            .toList());
  }

  @Test
  void authoritiesAndFieldsStandInTheOrderOfTheirCatalogues() {
    TextRows rows = rows(many.table(OWN, "2024-Q1"));
    assertEquals(
        List.of(
            "Ban Chấp hành Trung ương",
            "Bộ Chính trị",
            "Ban Bí thư",
            "Ban Tổ chức Trung ương",
            "Cấp ủy địa phương"),
        rows.by(TableDimension.ASSIGNED_BY).stream().map(TextRow::name).toList());
    List<TextRow> fields = rows.by(TableDimension.FIELD);
    assertEquals("Khác", fields.get(fields.size() - 1).name());
  }

  @Test
  void aSuccessorThatSpeaksForAnotherUnitIsMarked() {
    String text = write(many, "CTCT-2025", "2025-A1", Language.VI, 80, TableDimension.UNIT);
    assertTrue(text.contains("\nĐồng Nai § "), text);
    assertTrue(text.contains("§ gồm cả đơn vị đã nhập vào"), text);
    assertTrue(text.contains("Đơn vị kế thừa báo cáo thay (2): Bình Phước, Đồng Nai"), text);
  }

  @Test
  void aLongTableRepeatsItsHeadingsAndAShortOneDoesNot() {
    String many80 = write(many, OWN, "2024-Q1", Language.VI, 80, TableDimension.UNIT);
    assertEquals(3, many80.split("\nĐơn vị ", -1).length - 1, many80);
    String one = write(reviews, "BTCTW-2024", "2024-S1", Language.VI, 80, TableDimension.UNIT);
    assertEquals(1, one.split("\nĐơn vị ", -1).length - 1, one);
  }

  @Test
  void aNarrowTableNamesTheColumnsItLeavesOut() {
    String narrow = write(many, OWN, "2024-Q1", Language.EN, 40, TableDimension.FIELD);
    assertTrue(
        narrow.replaceAll("\\s+", " ").contains("so without: Done in period; Done (%): of work"),
        narrow);
    assertFalse(
        write(many, OWN, "2024-Q1", Language.EN, 80, TableDimension.FIELD).contains("without:"));
  }

  private TextRows rows(TableView table) {
    return new TextRows(table, Language.VI, new Names(Language.VI, reference, table), reference);
  }

  private static int sumOfCoverage(List<TextRow> rows, int part) {
    return rows.stream()
        .filter(row -> row.coverage().contains("/"))
        .mapToInt(row -> Integer.parseInt(row.coverage().split("/", -1)[part]))
        .sum();
  }

  private TableView restated(TableView table) {
    return Restatement.to(LocalDate.of(2025, 7, 1), table, reference);
  }

  @Test
  void publishedFiguresReadAsThePressWritesThem() {
    String half = write(reviews, "BTCTW-2024", "2024-S1", Language.VI, 80, TableDimension.UNIT);
    assertTrue(half.contains("27,8"), half);
    assertTrue(half.contains("1/1"), half);
    String posts = write(reviews, "BTCTW-2021", "2021-Q3", Language.VI, 80, TableDimension.UNIT);
    assertTrue(posts.contains("2.887.500 biên chế"), posts);
    assertTrue(posts.contains("so với 3.650.300 (30/04/2015): −762.800 (−20,9%)"), posts);
    String english = write(reviews, "BTCTW-2021", "2021-Q3", Language.EN, 80, TableDimension.UNIT);
    assertTrue(english.contains("against 3,650,300 (30 Apr 2015): −762,800 (−20.9%)"), english);
  }

  @Test
  void aShareIsRoundedOnceFromTheExactFraction() {
    assertEquals("54,5", new Figures(Language.VI).percent(6, 11));
    assertEquals("27.8", new Figures(Language.EN).percent(5, 18));
    assertEquals("—", new Figures(Language.EN).percent(0, 0));
  }

  @Test
  void namesSortSyllableBySyllable() {
    assertEquals(
        List.of(
            "An Giang",
            "Bà Rịa - Vũng Tàu",
            "Bắc Giang",
            "Bến Tre",
            "Cà Mau",
            "Cao Bằng",
            "Đà Nẵng",
            "Đắk Lắk",
            "Điện Biên",
            "Đồng Nai",
            "Hà Giang",
            "Hà Tĩnh",
            "Hải Dương",
            "Hậu Giang",
            "Hòa Bình",
            "Hồ Chí Minh",
            "Hưng Yên"),
        List.of(
                "Hưng Yên",
                "Hồ Chí Minh",
                "Hòa Bình",
                "Hậu Giang",
                "Hải Dương",
                "Hà Tĩnh",
                "Hà Giang",
                "Đồng Nai",
                "Điện Biên",
                "Đắk Lắk",
                "Đà Nẵng",
                "Cao Bằng",
                "Cà Mau",
                "Bến Tre",
                "Bắc Giang",
                "Bà Rịa - Vũng Tàu",
                "An Giang")
            .stream()
            .sorted(Names.order())
            .toList());
  }

  @Test
  void theLegendExplainsOnlyMarksInUse() {
    String quarter = write(provinces, OWN, "2024-Q1", Language.VI, 80, TableDimension.UNIT);
    assertTrue(quarter.contains("Quảng Trị *") && quarter.contains("* lấy theo"), quarter);
    assertTrue(quarter.contains("Hà Giang †") && quarter.contains("† không phát sinh"), quarter);
    assertTrue(quarter.contains("Bình Phước ‡") && quarter.contains("‡ gửi muộn"), quarter);
    String half = write(provinces, OWN, "2024-S2", Language.VI, 80, TableDimension.UNIT);
    assertFalse(half.contains("†"), half);
  }

  @Test
  void aRestatedTableNamesTheUnitsOfTheOtherDayAndWhoReportedThen() {
    TableView table =
        Restatement.to(LocalDate.of(2025, 7, 1), provinces.table(OWN, "2024-Q1"), reference);
    String text = TableText.write(table, TextStyle.plain(Language.VI), reference);
    assertTrue(text.contains("Trình bày lại theo các đơn vị ngày 01/07/2025"), text);
    assertTrue(text.contains("Gửi muộn (3): Bạc Liêu, Bắc Kạn, Bình Phước"), text);
    assertTrue(text.contains("\nĐồng Nai ‡ "), text);
    assertFalse(text.contains("\nBình Phước"), text);
  }

  @Test
  void rowsByRegionAddUpBecauseCentralOrganisationsHaveOneToo() {
    String text = write(reviews, "KH03-2024", "2024-S1", Language.VI, 120, TableDimension.REGION);
    assertTrue(text.contains("\nCơ quan, đảng bộ ở Trung ương "), text);
  }

  @Test
  void coloursChangeNothingButColours() {
    TableView table = provinces.table(OWN, "2024-S1");
    for (int width : List.of(40, 60, 80, 120)) {
      TextStyle plain = new TextStyle(Language.VI, width, false, TableDimension.UNIT);
      TextStyle coloured = new TextStyle(Language.VI, width, true, TableDimension.UNIT);
      String text = TableText.write(table, coloured, reference);
      assertTrue(text.contains("\u001b[1m"));
      assertEquals(
          TableText.write(table, plain, reference), text.replaceAll("\u001b\\[[0-9;]*m", ""));
    }
  }

  @Test
  void aStyleThatCannotBeFollowedIsRefused() {
    assertThrows(
        IllegalArgumentException.class,
        () -> new TextStyle(Language.VI, 39, false, TableDimension.UNIT));
    assertThrows(
        IllegalArgumentException.class,
        () -> new TextStyle(Language.VI, 80, false, TableDimension.MISSING));
  }

  private String write(
      RollUp rollUp,
      String programme,
      String period,
      Language language,
      int width,
      TableDimension by) {
    return TableText.write(
        rollUp.table(programme, period), new TextStyle(language, width, false, by), reference);
  }

  private RollUp rollUp(String folder) {
    return new RollUp(reference, Regime.DECREE_09_2019).receive(SampleReports.read(folder));
  }
}
