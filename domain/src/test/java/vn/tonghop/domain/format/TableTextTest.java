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
  private final RollUp provinces = rollUp("provinces");
  private final RollUp reviews = rollUp("reviews");

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
    golden.checkThatAllAreUsed();
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
    assertTrue(quarter.contains("Cần Thơ *") && quarter.contains("* lấy theo"), quarter);
    assertTrue(quarter.contains("Hà Giang †") && quarter.contains("† không phát sinh"), quarter);
    assertTrue(quarter.contains("Bình Phước ‡") && quarter.contains("‡ gửi muộn"), quarter);
    String half = write(provinces, OWN, "2024-S1", Language.VI, 80, TableDimension.UNIT);
    assertFalse(half.contains("†"), half);
  }

  @Test
  void aRestatedTableNamesTheUnitsOfTheOtherDayAndWhoReportedThen() {
    TableView table =
        Restatement.to(LocalDate.of(2025, 7, 1), provinces.table(OWN, "2024-Q1"), reference);
    String text = TableText.write(table, TextStyle.plain(Language.VI), reference);
    assertTrue(text.contains("Gửi muộn (1): Bình Phước"), text);
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
          TableText.write(table, plain, reference),
          text.replaceAll("\u001b\\[[0-9]*m", "").replaceAll("(?m) +$", ""));
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
