package vn.tonghop.console.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.tonghop.domain.oracle.Reports.done;
import static vn.tonghop.domain.oracle.Reports.nil;
import static vn.tonghop.domain.oracle.Reports.open;
import static vn.tonghop.domain.oracle.Reports.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.tonghop.console.RolledUp;
import vn.tonghop.console.Served;
import vn.tonghop.console.web.Visitor;
import vn.tonghop.domain.period.Regime;
import vn.tonghop.domain.reference.ReferenceData;
import vn.tonghop.domain.reference.ReferenceKind;
import vn.tonghop.domain.reference.ReferenceRows;

class PicturePageTest {

  private static final String PATH = "/pictures/CTCT-2024/2024-Q1";
  private static final String HOSTILE = "</script><script>alert(1)</script>";
  private static final JsonMapper JSON = new JsonMapper();
  private static final Pattern DATA =
      Pattern.compile("<script type=\"application/json\">(.*?)</script>", Pattern.DOTALL);

  private static Served served;

  /** The same as Nghệ An's account sees it. */
  private static Served unit;

  @BeforeAll
  static void serve() throws IOException {
    RolledUp view = new RolledUp(Regime.DECREE_09_2019, ReferenceData.of(rows()));
    view.arrive(
        Instant.parse("2024-03-15T03:00:00Z"),
        report(
            "40",
            "CTCT-2024",
            "2024-Q1",
            1,
            "2024-03-14",
            done("A", "2024-03-01", "2024-02-20"),
            open("B", "2024-03-02", 50)),
        report("01", "CTCT-2024", "2024-M01", 1, "2024-01-14", done("A", null, "2024-01-10")));
    view.arrive(
        Instant.parse("2024-03-27T03:00:00Z"),
        nil("48", "CTCT-2024", "2024-M03", 1, "2024-03-14"),
        report("70", "CTCT-2024", "2024-Q1", 1, "2024-03-14", done("A", null, "2024-01-10")));
    served = Served.of(view, new Pictures());
    unit =
        Served.of(
            view,
            (routes, site) ->
                routes.before(request -> new Visitor("", "40", false, "").asks(request)),
            new Pictures());
  }

  @AfterAll
  static void end() {
    served.close();
    unit.close();
  }

  /** One province has a name that would end a script, were it written as it is. */
  private static ReferenceRows rows() {
    Map<ReferenceKind, List<Map<String, String>>> all = new HashMap<>();
    for (ReferenceKind kind : ReferenceKind.values()) {
      List<Map<String, String>> rows = new ArrayList<>();
      ReferenceRows.bundled().of(kind).forEach(row -> rows.add(new HashMap<>(row)));
      all.put(kind, rows);
    }
    for (List<Map<String, String>> rows : all.values()) {
      for (Map<String, String> row : rows) {
        if ("70.63".equals(row.get("body"))) {
          row.put("name_vi", HOSTILE);
        }
      }
    }
    return new ReferenceRows(all);
  }

  private static List<JsonNode> charts(String page) throws IOException {
    List<JsonNode> charts = new ArrayList<>();
    for (MatchResult data : DATA.matcher(page).results().toList()) {
      charts.add(JSON.readTree(data.group(1)));
    }
    return charts;
  }

  private static String text(String page) {
    return page.replaceAll("(?s)<script.*?</script>|<head>.*?</head>", " ")
        .replaceAll("<[^>]*>", " ")
        .replaceAll("\\s+", " ");
  }

  @Test
  void everyProvinceHasItsSquareAndThoseThatReportedTheirRate() throws Exception {
    String page = served.page("/vi" + PATH);
    assertEquals(63, Pattern.compile("class=\"tile\"").matcher(page).results().count());
    assertTrue(page.contains("aria-label=\"Nghệ An: 50,0%\""), page);
    assertTrue(page.contains("aria-label=\"Cao Bằng: chưa báo cáo\""));
    assertTrue(
        page.contains(
            "aria-label=\"Hà Nội: 100,0%; * lấy theo báo cáo kỳ trước (M01); ‡ gửi muộn\""),
        page);
    assertTrue(
        page.contains("href=\"/vi/figures/CTCT-2024/2024-Q1/rateDue?by=unit&amp;code=40\""), page);
    String restated = served.page("/vi" + PATH + "?restated=2025-07-01");
    assertEquals(34, Pattern.compile("class=\"tile\"").matcher(restated).results().count());
    assertTrue(restated.contains("aria-label=\"Đồng Nai: 100,0%"), "with Bình Phước's figures");
  }

  @Test
  void aUnitsAccountIsNotToldWhichOthersAreMissing() throws Exception {
    String page = unit.page("/vi" + PATH);
    assertTrue(page.contains("aria-label=\"Nghệ An: 50,0%\""), page);
    List<String> others =
        Pattern.compile("<(?:a|g) class=\"tile\".*?</(?:a|g)>", Pattern.DOTALL)
            .matcher(page)
            .results()
            .map(MatchResult::group)
            .filter(tile -> !tile.contains("Nghệ An"))
            .toList();
    assertEquals(62, others.size());
    assertTrue(page.contains("aria-label=\"Hà Nội\"") && page.contains("aria-label=\"Cao Bằng\""));
    for (String tile : others) {
      assertTrue(tile.startsWith("<g ") && tile.contains("fill=\"#f7f7f7\""), tile);
      assertTrue(tile.contains(">—</text>"), tile);
    }
    assertTrue(page.contains("đơn vị khác"), page);
    assertFalse(
        served.page("/vi" + PATH).contains("đơn vị khác"), "nobody is hidden from the office");
  }

  @Test
  void whoOwesNoReportIsNotCalledMissing() throws Exception {
    String page = served.page("/vi/pictures/BTCTW-2024/2024-S1");
    assertTrue(page.contains("aria-label=\"Cao Bằng: không phải báo cáo\""), page);
    assertFalse(page.contains("aria-label=\"Cao Bằng: chưa báo cáo\""), page);
    assertFalse(served.page("/vi" + PATH).contains("không phải báo cáo"));
    assertTrue(
        served
            .page("/en" + PATH + "?restated=2025-07-01")
            .contains("aria-label=\"Cao Bang: no report\""));
  }

  @Test
  void theTablesSayWhatTheChartsShow() throws Exception {
    String page = served.page("/en" + PATH);
    List<JsonNode> charts = charts(page);
    assertEquals(4, charts.size());
    String text = text(page);
    JsonNode bars = charts.get(0);
    assertEquals("bars", bars.path("kind").asText());
    assertEquals(
        "100.00",
        bars.path("sets")
            .path(0)
            .path("values")
            .path(0)
            .decimalValue()
            .setScale(2)
            .toPlainString());
    for (JsonNode label : bars.path("labels")) {
      assertTrue(text.contains(label.asText().replaceAll("[*†‡¶]+$", "")), label.asText());
    }
    assertTrue(text.contains("Quarter I of 2024 3 0 0 1 75.0% 75.0% 4/63"), text);
    JsonNode rates = charts.get(2);
    assertEquals("Q1 (4/63)", rates.path("labels").path(0).asText());
    assertTrue(rates.path("sets").path(0).path("values").path(1).isNull(), "no report: no zero");
  }

  @Test
  void aReportThatComesMeanwhileIsForTheNextPage() throws Exception {
    RolledUp view = new RolledUp(Regime.DECREE_09_2019, ReferenceData.bundled());
    Instant at = Instant.parse("2024-03-15T03:00:00Z");
    view.arrive(at, nil("40", "CTCT-2024", "2024-Q1", 1, "2024-03-14"));
    AtomicInteger reads = new AtomicInteger();
    view.betweenReads(
        () -> {
          if (reads.getAndIncrement() == 0) {
            view.arrive(at, nil("48", "CTCT-2024", "2024-Q1", 1, "2024-03-14"));
          }
        });
    try (Served changing = Served.of(view, new Pictures())) {
      String text = text(changing.page("/en" + PATH));
      assertTrue(text.contains("Reports received: 1 of 63 units"), text);
      assertTrue(text.contains("1/63") && !text.contains("2/63"), text);
    }
  }

  @Test
  void coverageCountsReportsOfTheTablesOwnEnd() throws Exception {
    JsonNode days = charts(served.page("/en" + PATH)).get(3);
    JsonNode reported = days.path("sets").path(0).path("values");
    assertEquals("14 Mar 2024", days.path("labels").path(0).asText());
    assertEquals(0, reported.path(0).asInt());
    assertEquals(1, reported.path(1).asInt(), "Nghệ An; Hà Nội's January is not the quarter");
    assertEquals("25 Mar 2024 (due)", days.path("labels").path(11).asText());
    assertEquals(1, reported.path(11).asInt());
    assertEquals(3, reported.path(13).asInt(), "and two that were late, one by its last month");
    assertEquals(63, days.path("sets").path(1).path("values").path(0).asInt());
  }

  @Test
  void noNameEndsTheDataOrTheDrawing() throws Exception {
    String page = served.page("/vi" + PATH);
    assertFalse(page.contains("<script>alert"), page);
    assertTrue(
        charts(page).get(0).path("labels").toString().contains("</script><script>alert(1)"),
        "read back as it was");
    assertEquals(4, DATA.matcher(page).results().count());
    assertFalse(Pattern.compile("<[^>]* style=").matcher(page).find());
  }

  @Test
  void aNameIsBrokenAndCutToFitItsSquare() {
    assertEquals(List.of("Bà Rịa -", "Vũng Tàu"), TileMap.wrap("Bà Rịa - Vũng Tàu"));
    assertEquals(List.of("Thừa Thiên", "Huế"), TileMap.wrap("Thừa Thiên Huế"));
    assertEquals(List.of("Hồ Chí Minh"), TileMap.wrap("Hồ Chí Minh"));
    assertEquals(3, TileMap.wrap("a ".repeat(10_000)).size());
    assertTrue(TileMap.wrap("x".repeat(10_000)).stream().allMatch(line -> line.length() <= 14));
  }

  @Test
  void theLibraryComesFromHere() throws Exception {
    String page = served.page("/vi" + PATH);
    MatchResult script =
        Pattern.compile("<script src=\"([^\"]*chart\\.umd\\.js)\"")
            .matcher(page)
            .results()
            .findFirst()
            .orElseThrow();
    assertTrue(served.get(script.group(1)).body().contains("Chart.js v4.5.1"));
    assertFalse(Pattern.compile("(src|href)=\"(https?:)?//").matcher(page).find(), "from outside");
  }
}
