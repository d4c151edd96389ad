package vn.tonghop.console.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.text.Collator;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.tonghop.console.HeldView;
import vn.tonghop.console.Served;
import vn.tonghop.console.ShownTable;
import vn.tonghop.console.SomeTables;
import vn.tonghop.console.view.TableKey;
import vn.tonghop.console.web.Assets;
import vn.tonghop.console.web.Visitor;
import vn.tonghop.domain.reference.ReferenceData;
import vn.tonghop.domain.reference.ReferenceKind;
import vn.tonghop.domain.reference.ReferenceRows;
import vn.tonghop.domain.standing.UnitStanding;
import vn.tonghop.domain.table.NationalTable;
import vn.tonghop.domain.table.UnitRow;

/** The national table as the office reads it. */
class TablePageTest {

  private static final ReferenceData REFERENCE = ReferenceData.bundled();
  private static final TableKey KEY = SomeTables.key(SomeTables.PROGRAMME, "2024-S1");
  private static final String PATH = "/tables/CTCT-2024/2024-S1";
  private static final List<String> COUNTS =
      List.of(
          "assigned",
          "completedOnTime",
          "completedLate",
          "openOnTrack",
          "openOverdue",
          "completedInPeriod");

  private static final HeldView VIEW = new HeldView(REFERENCE);
  private static Served served;
  private static NationalTable table;

  @BeforeAll
  static void serve() throws IOException {
    List<UnitStanding> standings =
        SomeTables.standings(KEY, REFERENCE, new Random(7), "40", "02.63");
    table = SomeTables.table(standings, 5);
    VIEW.put(table);
    served = Served.of(VIEW);
  }

  @AfterAll
  static void end() {
    served.close();
  }

  @Test
  void everyFigureIsThatOfTheRecordAndEveryBreakdownAddsUp() throws Exception {
    ShownTable shown = ShownTable.of(served.page("/vi" + PATH));
    assertEquals(table.byUnit().size(), shown.rows("unit").size());
    assertEquals(3, shown.rows("total").size());
    long[] totals = {
      table.total().assigned(),
      table.total().completedOnTime(),
      table.total().completedLate(),
      table.total().openOnTrack(),
      table.total().openOverdue(),
      table.total().completedInPeriod()
    };
    for (int i = 0; i < totals.length; i++) {
      String measure = COUNTS.get(i);
      for (ShownTable.Row total : shown.rows("total")) {
        assertEquals(totals[i], total.count(measure), measure);
      }
      assertEquals(totals[i], shown.sum("unit", measure), measure);
      assertEquals(totals[i], shown.sum("region", measure), measure);
      // By authority and by field.
      assertEquals(2 * totals[i], shown.sum("code", measure), measure);
    }
  }

  @Test
  void aRegionStandsAboveItsUnitsAndIsTheirSum() throws Exception {
    String page = served.page("/vi" + PATH);
    ShownTable shown = ShownTable.of(page);
    List<ShownTable.Row> inOrder = new ArrayList<>();
    Pattern id = Pattern.compile("<tr id=\"((?:region|unit)-[^\"]+)\"");
    for (MatchResult row : id.matcher(page).results().toList()) {
      shown.byKind().values().stream()
          .flatMap(List::stream)
          .filter(each -> each.id().equals(row.group(1)))
          .forEach(inOrder::add);
    }
    int regions = 0;
    for (int i = 0; i < inOrder.size(); i++) {
      if (inOrder.get(i).id().startsWith("region-")) {
        regions++;
        long sum = 0;
        for (int j = i + 1; j < inOrder.size() && inOrder.get(j).id().startsWith("unit-"); j++) {
          sum += inOrder.get(j).count("assigned");
        }
        assertEquals(inOrder.get(i).count("assigned"), sum, inOrder.get(i).id());
      }
    }
    assertTrue(regions >= 6, regions + " regions");
  }

  /** What the script tells a reader stands in the page, in its language. */
  @Test
  void thePageHasEveryTextThatItsScriptLooksFor() throws Exception {
    String vi = served.page("/vi" + PATH);
    String script = served.get(Assets.address("live.js")).body();
    List<String> wanted =
        Pattern.compile("page\\.dataset\\.([a-z]+)")
            .matcher(script)
            .results()
            .map(each -> each.group(1))
            .distinct()
            .toList();
    assertTrue(wanted.containsAll(List.of("waiting", "over")), wanted.toString());
    for (String name : wanted) {
      assertTrue(vi.contains(" data-" + name + "=\""), name);
    }
    assertTrue(vi.contains("data-over=\"Phiên làm việc đã kết thúc"), vi);
    assertTrue(served.page("/en" + PATH).contains("data-over=\"You are signed out"));
  }

  @Test
  void numbersDatesAndNamesAreInTheReadersLanguage() throws Exception {
    String vi = served.page("/vi" + PATH);
    String en = served.page("/en" + PATH);
    long assigned = table.total().assigned();
    assertTrue(assigned > 999, "the figure needs a mark of thousands");
    assertEquals(
        "%,d".formatted(assigned).replace(',', '.'),
        ShownTable.of(vi).rows("total").get(0).text().get("assigned"));
    assertEquals(
        "%,d".formatted(assigned), ShownTable.of(en).rows("total").get(0).text().get("assigned"));
    assertTrue(vi.contains("15/12/2023 – 14/06/2024"), vi);
    assertTrue(en.contains("15 Dec 2023 – 14 Jun 2024"), en);
    assertTrue(vi.contains("6 tháng đầu năm 2024 (2024-S1)"), vi);
    assertTrue(vi.contains("Thừa Thiên Huế") && vi.contains("lang=\"vi\""), vi);
    assertTrue(vi.contains("Đồng bằng sông Hồng"), vi);
    assertTrue(en.contains("href=\"/vi" + PATH + "\""), en);
  }

  @Test
  void unitsOfARegionStandInTheOrderOfTheVietnameseAlphabet() throws Exception {
    String page = served.page("/vi" + PATH);
    Pattern heading =
        Pattern.compile("<tr id=\"unit-[^\"]+\" class=\"unit\">\\s*<th scope=\"row\"><bdi>([^<]+)");
    List<String> names = heading.matcher(page).results().map(each -> each.group(1)).toList();
    assertTrue(names.indexOf("Đắk Lắk") < names.indexOf("Gia Lai"), names.toString());
    assertTrue(names.indexOf("An Giang") < names.indexOf("Bạc Liêu"), names.toString());
    assertTrue(Collator.getInstance(Locale.forLanguageTag("vi")).compare("Đ", "G") < 0);
  }

  @Test
  void coverageSaysWhoIsMissingByNameAndForHowLong() throws Exception {
    String vi = served.page("/vi" + PATH);
    assertTrue(vi.contains("63 đơn vị phải báo cáo; đã có 61, trong đó "), vi);
    assertTrue(vi.contains("còn thiếu 2"), vi);
    // Due on 25 June, seen on 1 July.
    assertTrue(vi.contains("Chưa báo cáo, quá hạn 6 ngày (2)"), vi);
    assertTrue(vi.contains("<bdi>Hà Giang</bdi> <bdi>Nghệ An</bdi>"), vi);
    assertTrue(vi.contains("Trong tổng số có "), vi);
    assertTrue(vi.contains("lấy theo báo cáo kỳ trước"), vi);
    assertTrue(vi.contains(">61/63<"), vi);
  }

  @Test
  void marksAreShownBesideNamesAndExplained() throws Exception {
    String vi = served.page("/vi" + PATH);
    assertTrue(table.byUnit().stream().anyMatch(unit -> unit.carried() && !unit.late()));
    assertTrue(vi.contains("<abbr title=\"lấy theo báo cáo kỳ trước\">*</abbr>"), vi);
    assertTrue(vi.contains("<li>¶ báo cáo đã sửa</li>"), vi);
    assertTrue(vi.contains("<li>† không phát sinh</li>"), vi);
  }

  @Test
  void theReportThatMovedTheTableLastIsNamedAndLinked() throws Exception {
    String en = served.page("/en" + PATH);
    assertTrue(
        en.contains("href=\"/en/reports/" + table.movedBy().unit() + "/0/5\">Last moved by: "), en);
  }

  @Test
  void everyFigureLeadsToWhatItIsMadeOf() throws Exception {
    String en = served.page("/en" + PATH);
    assertTrue(
        en.contains("href=\"/en/figures/CTCT-2024/2024-S1/openOverdue?by=unit&amp;code=01\""), en);
    assertTrue(en.contains("href=\"/en/figures/CTCT-2024/2024-S1/rateDue\""), en);
    assertTrue(en.contains("?by=region&amp;code=%C4%90%E1%BB%93ng%20b%E1%BA%B1ng"), en);
  }

  @Test
  void theSumOfCentralOrganisationsLeadsToThatOfNoRegion() throws Exception {
    String page = served.page("/vi/tables/KH12-2024/2024-S1");
    assertTrue(page.contains("Cơ quan, đảng bộ ở Trung ương"), page);
    assertTrue(
        page.contains("href=\"/vi/figures/KH12-2024/2024-S1/assigned?by=region&amp;code=\""), page);
    assertFalse(page.contains("code=C%C6%A1%20quan"), "a name that no region has");
  }

  @Test
  void aUnitsAccountSeesItsOwnRowAndTheNationalTotals() throws Exception {
    Visitor unit = new Visitor("ha-noi", "01", false, "token");
    try (Served own =
        Served.of(VIEW, (routes, site) -> routes.before(request -> unit.asks(request)))) {
      String page = own.page("/vi" + PATH);
      ShownTable shown = ShownTable.of(page);
      assertEquals(List.of("unit-01"), shown.rows("unit").stream().map(row -> row.id()).toList());
      assertEquals(List.of(), shown.rows("region"));
      assertEquals(table.total().assigned(), shown.rows("total").get(0).count("assigned"));
      assertFalse(page.contains("Nghệ An"), "a missing unit's name");
      assertTrue(page.contains("name=\"_csrf\" value=\"token\""), page);
    }
  }

  @Test
  void aUnitsAccountSeesNoRowThatAddsOthersUp() throws Exception {
    Visitor unit = new Visitor("dong-nai", "75", false, "token");
    try (Served own =
        Served.of(VIEW, (routes, site) -> routes.before(request -> unit.asks(request)))) {
      assertEquals(1, ShownTable.of(own.page("/vi" + PATH)).rows("unit").size());
      ShownTable restated = ShownTable.of(own.page("/vi" + PATH + "?restated=2025-07-01"));
      assertEquals(List.of(), restated.rows("unit"), "Bình Phước's figures are in it, too");
    }
  }

  @Test
  void aTargetWithoutAnyReportHasATableOfZeros() throws Exception {
    ShownTable shown = ShownTable.of(served.page("/vi/tables/CTCT-2024/2024-Q4"));
    assertEquals("none", shown.version());
    assertEquals(0, shown.rows("total").get(0).count("assigned"));
    assertEquals("—", shown.rows("total").get(0).text().get("rateDue"));
  }

  @Test
  void aRestatedTableHasTheSameTotalUnderFewerUnits() throws Exception {
    ShownTable shown = ShownTable.of(served.page("/vi" + PATH + "?restated=2025-07-01"));
    assertEquals(table.total().assigned(), shown.rows("total").get(0).count("assigned"));
    assertEquals(table.total().assigned(), shown.sum("unit", "assigned"));
    assertTrue(shown.rows("unit").size() <= 34, shown.rows("unit").size() + " rows");
    assertEquals(400, served.get("/vi" + PATH + "?restated=2024-01-01").statusCode());
    assertEquals(400, served.get("/vi" + PATH + "?restated=soon").statusCode());
  }

  @Test
  void aRestatedTableCarriesNoMoreTasksThanItsUnitsDo() throws Exception {
    Pattern carried = Pattern.compile("Trong tổng số có [^<]*");
    Function<String, List<String>> said =
        page -> carried.matcher(page).results().map(MatchResult::group).toList();
    assertEquals(
        said.apply(served.page("/vi" + PATH)),
        said.apply(served.page("/vi" + PATH + "?restated=2025-07-01")));
    assertTrue(table.byUnit().stream().anyMatch(UnitRow::carried));
  }

  @Test
  void whatIsNoTableIsNotFound() throws Exception {
    for (String path :
        List.of(
            "/vi/tables/CTCT-2024/2024-M05",
            "/vi/tables/CTCT-2024/2023-S1",
            "/vi/tables/CTCT-2024/S1",
            "/vi/tables/NONE/2024-S1")) {
      HttpResponse<String> answer = served.get(path, "Accept", "text/html");
      assertEquals(404, answer.statusCode(), path);
      assertTrue(answer.body().contains("Không tìm thấy trang"), answer.body());
    }
  }

  @Test
  void aChosenPeriodLeadsToItsTable() throws Exception {
    HttpResponse<String> answer = served.get("/vi/tables?programme=CTCT-2024&period=2024-Q1");
    assertEquals(302, answer.statusCode());
    assertEquals(
        "/vi/tables/CTCT-2024/2024-Q1",
        answer.headers().firstValue("Location").orElse("").replaceFirst("^http://[^/]*", ""));
    assertEquals(400, served.get("/vi/tables?programme=CTCT-2024&period=../x").statusCode());
  }

  @Test
  void everyPeriodOfAProgrammeIsOfferedWithTheRegimesDates() throws Exception {
    String page = served.page("/vi/programmes/CTCT-2024");
    assertTrue(page.contains("Quý I năm 2024") && page.contains("15/12/2023 – 14/03/2024"), page);
    assertTrue(page.contains("Năm 2024") && page.contains("15/12/2023 – 14/12/2024"), page);
    String home = served.page("/vi/");
    assertTrue(home.contains("Chương trình công tác năm 2024"), home);
    assertTrue(home.contains("href=\"/vi/tables/CTCT-2024/2024-S1\""), home);
    assertTrue(home.contains("href=\"/vi/programmes/CTCT-2025\""), home);
  }

  @Test
  void noPageHasAScriptOrAStyleWithinIt() throws Exception {
    for (String path : List.of("/vi/", "/vi/programmes/CTCT-2024", "/en" + PATH)) {
      String page = served.page(path);
      assertFalse(Pattern.compile("<script(?![^>]*\\ssrc=)").matcher(page).find(), path);
      assertFalse(Pattern.compile("<style|\\sstyle=|\\son[a-z]+=").matcher(page).find(), path);
      assertFalse(Pattern.compile("(?:src|href)=\"(?:https?:)?//").matcher(page).find(), path);
    }
  }

  @Test
  void hostileNamesAreShownAsText() throws Exception {
    String hostile = "<script>alert(1)</script>\" onload=\"x ${7*7} \u202e=cmd|' /C calc'!A0";
    String unit = hostile + "x".repeat(10_000);
    Map<ReferenceKind, List<Map<String, String>>> rows =
        new HashMap<>(ReferenceRows.bundled().byKind());
    rows.put(ReferenceKind.PROGRAMME, renamed(rows, ReferenceKind.PROGRAMME, "title_", hostile));
    rows.put(ReferenceKind.UNIT, renamed(rows, ReferenceKind.UNIT, "name_", unit));
    HeldView view = new HeldView(ReferenceData.of(new ReferenceRows(rows)));
    view.put(table);
    try (Served with = Served.of(view)) {
      for (String path : List.of("/vi/", "/vi/programmes/CTCT-2024", "/vi" + PATH, "/en" + PATH)) {
        String page = with.page(path);
        assertFalse(page.contains("<script>"), path);
        assertFalse(Pattern.compile("<[^>]*\\sonload=").matcher(page).find(), path);
        assertTrue(page.contains("&lt;script>alert(1)") || page.contains("&lt;script&gt;"), path);
        assertTrue(page.contains("${7*7}"), path);
      }
    }
  }

  private static List<Map<String, String>> renamed(
      Map<ReferenceKind, List<Map<String, String>>> rows,
      ReferenceKind kind,
      String column,
      String name) {
    List<Map<String, String>> renamed = new ArrayList<>();
    for (Map<String, String> row : rows.getOrDefault(kind, List.of())) {
      Map<String, String> other = new HashMap<>(row);
      other.put(column + "vi", name);
      other.put(column + "en", name);
      renamed.add(other);
    }
    return renamed;
  }

  @Test
  void samplesAreCalledSoOnEveryPage() throws Exception {
    try (Served samples = Served.of(VIEW, true)) {
      assertTrue(samples.page("/vi" + PATH).contains("là minh họa, không có thật"));
      assertTrue(samples.page("/en/").contains("All provincial figures here are invented."));
    }
    assertFalse(served.page("/vi" + PATH).contains("minh họa"));
  }
}
