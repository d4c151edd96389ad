package vn.tonghop.console.drill;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.tonghop.domain.oracle.Reports.assigned;
import static vn.tonghop.domain.oracle.Reports.done;
import static vn.tonghop.domain.oracle.Reports.open;
import static vn.tonghop.domain.oracle.Reports.report;
import static vn.tonghop.domain.oracle.Reports.withdrawal;

import io.javalin.config.RoutesConfig;
import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.tonghop.console.RolledUp;
import vn.tonghop.console.Served;
import vn.tonghop.console.picture.Pictures;
import vn.tonghop.console.web.Extension;
import vn.tonghop.console.web.Site;
import vn.tonghop.console.web.Visitor;
import vn.tonghop.domain.period.Regime;
import vn.tonghop.domain.reference.ReferenceData;
import vn.tonghop.domain.reference.ReferenceKind;
import vn.tonghop.domain.reference.ReferenceRows;
import vn.tonghop.domain.report.ProgressReport;
import vn.tonghop.domain.report.TaskLine;

/** From a figure to its tasks and back, as a reader follows the links. */
class DrillPagesTest {

  private static final String HOSTILE =
      "<script>alert('x')</script>\u202e\"'&" + "rất dài ".repeat(1_250);

  private static final Instant AT = Instant.parse("2024-06-20T03:00:00Z");
  private static final Pattern SCRIPTS = Pattern.compile("<script(?![^>]* src=)");

  /** The unit whose account asks; empty: the office. */
  private static final AtomicReference<String> ACCOUNT = new AtomicReference<>("");

  private static Served served;

  @BeforeAll
  static void serve() throws IOException {
    RolledUp view = new RolledUp(Regime.DECREE_09_2019, ReferenceData.bundled());
    view.arrive(
        AT,
        half("40", 1, open("LATE", "2024-05-01", 40), open("SLOW", "2024-05-02", 0)),
        half("48", 1, done("DONE", "2024-05-01", "2024-04-30")),
        half("70", 1, open("BP", "2024-05-01", 10)),
        half("75", 1, open("DN", "2024-05-01", 10)));
    view.arrive(
        AT.plusSeconds(3600),
        half(
            "40",
            2,
            done("LATE", "2024-05-01", "2024-05-20"),
            written(assigned(open("SLOW", "2024-05-02", 20), "SECRETARIAT", "INSPECTION"))));
    view.arrive(AT.plusSeconds(7200), half("40", 2, open("OTHER", null, 0)));
    view.arrive(AT.plusSeconds(9500), withdrawal("75", "CTCT-2024", "2024-S1", 2, "2024-06-14"));
    view.arriveBy("40", AT.plusSeconds(9600), half("70", 2, open("STRAY", "2024-05-01", 10)));
    view.arrive(AT, report("48", "CTCT-2024", "2024-Q9", 1, "2024-06-14"));
    served = Served.of(view, new AsVisitor(), new Drill(), new Pictures());
  }

  @AfterAll
  static void end() {
    served.close();
  }

  private static ProgressReport half(String unit, int revision, TaskLine... tasks) {
    return report(unit, "CTCT-2024", "2024-S1", revision, "2024-06-14", tasks);
  }

  private static TaskLine written(TaskLine task) {
    return new TaskLine(
        task.code(),
        HOSTILE,
        task.assignedBy(),
        task.field(),
        task.status(),
        task.dueOn(),
        task.completedOn(),
        task.percent(),
        HOSTILE);
  }

  /** Stands for the part that asks who somebody is. */
  private static final class AsVisitor implements Extension {
    @Override
    public void register(RoutesConfig routes, Site site) {
      routes.before(
          request -> {
            String account = Objects.requireNonNull(ACCOUNT.get());
            if (!account.isEmpty()) {
              new Visitor("", account, false, "").asks(request);
            }
          });
    }
  }

  private static String link(String page, String text) {
    Matcher link =
        Pattern.compile(
                "<a[^>]* href=\"([^\"]+)\"[^>]*>(?:<bdi>)?\\s*" + Pattern.quote(text),
                Pattern.DOTALL)
            .matcher(page);
    assertTrue(link.find(), "no link " + text + " in " + page);
    return link.group(1).replace("&amp;", "&");
  }

  /** What a reader sees, in one line. */
  private static String text(String page) {
    return page.replaceAll("(?s)<script.*?</script>|<head>.*?</head>", " ")
        .replaceAll("<[^>]*>", " ")
        .replaceAll("\\s+", " ");
  }

  private static void assertSays(String page, String... texts) {
    String text = text(page);
    for (String each : texts) {
      assertTrue(text.contains(each), "\"" + each + "\" is not in " + text);
    }
  }

  @Test
  void aFigureLeadsToItsUnitsTheirTasksAllRevisionsAndWhatTheyMoved() throws Exception {
    String figure = served.page("/vi/figures/CTCT-2024/2024-S1/openOverdue");
    assertSays(figure, "Chưa hoàn thành, quá hạn: 2", "Cộng các đơn vị 2", "Trong bảng 2");
    assertSays(figure, "Cộng các đơn vị bằng đúng con số trong bảng.", "báo cáo đã sửa, lần 2");

    String report = served.page(link(figure, "Nghệ An"));
    assertSays(report, "Nghệ An, 6 tháng đầu năm 2024, lần 2", "SLOW", "Đang thực hiện quá hạn");
    assertSays(report, "Cộng các nhiệm vụ dưới đây bằng đúng phần của đơn vị trong con số.");
    assertSays(report, "tonghop.reports.40-0@1", "tonghop.receipts.40-0@1", "Đã nhận");
    assertSays(report, "Thời hạn đúng hạn Lần được tính sau bản ghi này tính lần 2");
    assertFalse(text(report).contains("LATE"), "a task that is not counted in the figure");
    assertSays(served.page(link(report, "Xem tất cả nhiệm vụ của báo cáo")), "LATE", "SLOW");

    String revisions = served.page(link(report, "Các lần báo cáo"));
    assertSays(revisions, "Lần 2", "So với lần 1 đã nhận trước đó", "Khác nội dung cùng lần");
    assertSays(revisions, "Đổi LATE Tình trạng Đang thực hiện Hoàn thành", "Bỏ SLOW", "Thêm OTHER");

    String moves = served.page(link(report, "Báo cáo này đã làm thay đổi gì?"));
    assertSays(
        moves,
        "Nghệ An Chưa hoàn thành, quá hạn 2 1 −1",
        "Cả nước Chưa hoàn thành, quá hạn 4 3 −1",
        "Cả nước Hoàn thành quá hạn 0 1 +1",
        "Lĩnh vực: Kiểm tra, giám sát Được giao 0 1 +1",
        "Nghệ An Báo cáo được tính S1, lần 1, số liệu đến 14/06/2024 S1, lần 2",
        "Cả nước thay đổi đúng bằng đơn vị này.");
    assertSays(served.page("/vi" + "/reports/40/0/2/moves"), "không làm thay đổi con số nào");
  }

  @Test
  void aWithdrawalMovesFiguresToNothing() throws Exception {
    assertSays(
        served.page("/en/reports/75/0/1/moves"),
        "Dong Nai Report that counts S1, revision 1, as at 14 Jun 2024 none",
        "Dong Nai Assigned 1 0 −1");
    assertSays(
        served.page("/en/reports/75/0/1"), "withdrawal", "after it the period had no report");
  }

  @Test
  void movesOfAProgrammeThatIsNoLongerKnownAreShown() throws Exception {
    RolledUp view = new RolledUp(Regime.DECREE_09_2019, ReferenceData.bundled());
    view.arrive(AT, half("40", 1, open("LATE", "2024-05-01", 40)));
    Map<ReferenceKind, List<Map<String, String>>> rows =
        new HashMap<>(ReferenceRows.bundled().byKind());
    rows.put(
        ReferenceKind.PROGRAMME,
        ReferenceRows.bundled().of(ReferenceKind.PROGRAMME).stream()
            .filter(row -> !"CTCT-2024".equals(row.get("code")))
            .toList());
    view.refer(ReferenceData.of(new ReferenceRows(rows)));
    try (Served later = Served.of(view, new Drill())) {
      assertSays(later.page("/vi/reports/40/0/0/moves"), "Nghệ An Được giao 0 1 +1");
    }
  }

  @Test
  void aRateIsSpeltInOneWayOnEveryKindOfPage() throws Exception {
    Map<String, String> spelt = Map.of("vi", "50,0%", "en", "50.0%");
    for (String page :
        List.of(
            "/tables/CTCT-2024/2024-S1",
            "/figures/CTCT-2024/2024-S1/rateDue",
            "/series/CTCT-2024/2024-A1?measure=rateDue",
            "/pictures/CTCT-2024/2024-S1")) {
      for (Map.Entry<String, String> of : spelt.entrySet()) {
        String text = text(served.page("/" + of.getKey() + page));
        assertTrue(text.contains(of.getValue()), () -> of.getValue() + " is not in " + text);
        assertFalse(Pattern.compile("[0-9]\\s+%").matcher(text).find(), text);
      }
    }
  }

  @Test
  void aRateIsTakenApartIntoWhatItIsWorkedOutFrom() throws Exception {
    String page = served.page("/en/figures/CTCT-2024/2024-S1/rateDue");
    assertSays(
        page,
        "Completed of what has fallen due: 50.0%",
        "Sum of the units 1 1 2 50.0%",
        "In the table 1 1 2 50.0%");
  }

  @Test
  void aFieldsFigureShowsItsTasksAlone() throws Exception {
    String figure = served.page("/en/figures/CTCT-2024/2024-S1/assigned?by=field&code=INSPECTION");
    assertSays(figure, "Assigned: 1", "Inspection and supervision");
    String report = served.page(link(figure, "Nghe An"));
    assertSays(report, "Tasks: 1", "SLOW", "The tasks below add up");
    assertFalse(text(report).contains("LATE"));
  }

  @Test
  void aRecordThatNamesAnotherUnitShowsNoFigureOfIt() throws Exception {
    ACCOUNT.set("40");
    try {
      String page =
          served.page("/vi/reports/40/0/3?target=2024-S1&measure=openOverdue&by=field&code=CADRES");
      assertSays(page, "Không nhận", "STRAY");
      assertFalse(text(page).contains("Chưa hoàn thành, quá hạn –"), "a figure of unit 70");
      assertFalse(text(page).contains("được tính trong bảng"), "what unit 70 has in the table");
    } finally {
      ACCOUNT.set("");
    }
  }

  @Test
  void allTasksOfAReportStayWithTheTableThatWasAskedFor() throws Exception {
    String counted = served.page("/vi/reports/40/0/1?target=2024-A1&measure=openOverdue");
    String all = served.page(link(counted, "Xem tất cả nhiệm vụ của báo cáo"));
    assertSays(all, "Báo cáo này đang được tính trong bảng Năm 2024.");
  }

  @Test
  void aRecordWithoutAPeriodSaysWhereItsReceiptIs() throws Exception {
    String page = served.page("/vi/reports/48/0/1");
    assertSays(page, "Biên nhận của bản ghi này nằm trong chủ đề tonghop.receipts.48;");
    assertFalse(page.contains("/revisions/"), "nothing is held under its key");
  }

  @Test
  void anOldRevisionSaysThatAnotherCountsNow() throws Exception {
    assertSays(
        served.page("/vi/reports/40/0/0?target=2024-S1&measure=openOverdue"),
        "Hiện nay báo cáo khác của đơn vị được tính trong bảng này",
        "LATE",
        "SLOW");
  }

  @Test
  void aRestatedFigureIsThatOfFormerUnits() throws Exception {
    String figure =
        served.page(
            "/vi/figures/CTCT-2024/2024-S1/openOverdue?by=unit&code=75.34&restated=2025-07-01");
    assertSays(figure, "Đồng Nai", "Bình Phước", "Trong bảng 1");
    assertSays(served.page(link(figure, "Bình Phước")), "BP", "bằng đúng phần của đơn vị");
  }

  @Test
  void aRestatedTableProvesItsTotal() throws Exception {
    String page = served.page("/vi/restated/CTCT-2024/2024-S1?restated=2025-07-01");
    assertSays(
        page,
        "3 đơn vị đã báo cáo thành 3 hàng.",
        "Cộng các hàng bằng đúng tổng số cả nước như đã báo cáo.",
        "gồm: Bình Phước; còn thiếu: Đồng Nai",
        "Đã có báo cáo: 3/63 đơn vị của kỳ (6 tháng đầu năm 2024); còn thiếu: An Giang, ");
    assertSays(served.page(link(page, "Các kỳ trong năm")), "Ở mỗi kỳ, cộng các đơn vị mới bằng");
  }

  @Test
  void aTableRestatedWithinItsYearLeadsToTheYearAsReported() throws Exception {
    String page = served.page("/vi/restated/CTCT-2025/2025-Q1?restated=2025-07-01");
    assertSays(served.page(link(page, "Các kỳ trong năm")), "cộng các đơn vị bằng đúng tổng số");
  }

  @Test
  void aSeriesMarksWhereUnitsChange() throws Exception {
    String page = served.page("/vi/series/CTCT-2025/2025-A1?measure=assigned");
    assertSays(page, "Giữa Quý II năm 2025 và Quý III năm 2025 đơn vị thay đổi (63 → 34)");
    assertSays(page, "01/07/2025: Bình Phước, Đồng Nai → Đồng Nai", "Q3 đổi đơn vị");
    String restated =
        served.page("/vi/series/CTCT-2025/2025-A1?measure=assigned&restated=2026-01-01");
    assertFalse(text(restated).contains("đổi đơn vị"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/vi/reports/40/0/1",
        "/en/reports/40/0/1?target=2024-S1&measure=openOverdue",
        "/vi/revisions/40?programme=CTCT-2024&period=2024-S1",
        "/vi/reports/40/0/1/moves"
      })
  void whatSomebodyWroteIsTextAndNothingElse(String path) throws Exception {
    String page = served.page(path);
    assertFalse(SCRIPTS.matcher(page).find(), "a script of its own");
    assertFalse(page.contains("<script>alert"), "written unescaped");
    assertFalse(Pattern.compile("<[^>]* style=").matcher(page).find(), "a style of its own");
    if (!path.endsWith("moves")) {
      assertTrue(page.contains("<bdi>&lt;script&gt;alert("), "set apart from the page's direction");
      assertTrue(page.contains("<details class=\"long\">"), "its beginning alone at first");
    }
  }

  @Test
  void nobodyFindsWhatIsNotThere() throws Exception {
    for (String path :
        List.of(
            "/vi/figures/CTCT-2024/2024-M01/assigned",
            "/vi/figures/NONE/2024-S1/assigned",
            "/vi/figures/CTCT-2024/2025-S1/assigned",
            "/vi/figures/CTCT-2024/2024-S1/none",
            "/vi/figures/CTCT-2024/2024-S1/assigned?by=none&code=x",
            "/vi/figures/CTCT-2024/2024-S1/assigned?by=region&code=x",
            "/vi/figures/CTCT-2024/2024-S1/assigned?by=region&code=",
            "/vi/reports/40/0/99",
            "/vi/reports/40/0/-1",
            "/vi/reports/40/0/99999999999999999999",
            "/vi/reports/40/4294967296/0",
            "/vi/reports/a_b/0/0",
            "/vi/revisions/40?programme=CTCT-2024&period=nothing")) {
      assertEquals(404, served.get(path, "Accept", "text/html").statusCode(), path);
    }
    for (String path :
        List.of(
            "/vi/figures/CTCT-2024/2024-S1/assigned?restated=2024-01-01",
            "/vi/figures/CTCT-2024/2024-S1/assigned?restated=soon",
            "/vi/series/CTCT-2024/2024-Q1?restated=2024-05-01",
            "/vi/reports/40/0/0?measure=assigned&target=2024-M01",
            "/vi/reports/40/0/0?measure=assigned",
            "/vi/reports/40/0/0?target=2024-M01",
            "/vi/revisions/40?programme=CTCT-2024")) {
      assertEquals(400, served.get(path, "Accept", "text/html").statusCode(), path);
    }
  }

  @Test
  void aRegionThatNobodyHasReportedFromIsThereAllTheSame() throws Exception {
    assertSays(
        served.page("/vi/figures/CTCT-2024/2024-S1/assigned?by=region&code=T%C3%A2y%20Nguy%C3%AAn"),
        "Được giao: 0",
        "Tây Nguyên");
    assertSays(
        served.page("/en/figures/KH12-2024/2024-S1/assigned?by=region&code="),
        "Central organisations");
  }

  @Test
  void aTableThatNobodyHasReportedForIsZerosAndIsProven() throws Exception {
    assertSays(
        served.page("/en/figures/CTCT-2024/2024-Q4/assigned"),
        "Assigned: 0",
        "The units add up to the figure in the table exactly.",
        "63 units of the table are missing.");
  }

  @Test
  void aUnitSeesItsOwnReportsAndNationalFigures() throws Exception {
    ACCOUNT.set("40");
    try {
      String figure = served.page("/vi/figures/CTCT-2024/2024-S1/assigned");
      assertSays(figure, "Được giao: 4", "Nghệ An", " các đơn vị khác");
      assertFalse(text(figure).contains("Bình Phước"));
      assertFalse(
          text(served.page("/vi/figures/CTCT-2024/2024-S1/completedLate"))
              .contains("2 đơn vị khác"));
      assertEquals(200, served.get("/vi/reports/40/0/1").statusCode());
      assertEquals(
          200,
          served.get("/vi/figures/CTCT-2024/2024-Q4/assigned?by=unit&code=40").statusCode(),
          "before it has reported");
      for (String path :
          List.of(
              "/vi/reports/70/0/0",
              "/vi/reports/70/0/0/moves",
              "/vi/figures/CTCT-2024/2024-S1/assigned?by=unit&code=70.63",
              "/vi/figures/CTCT-2024/2024-S1/assigned?by=unit&code=01",
              "/vi/figures/CTCT-2024/2024-S1/assigned?by=region&code=%C4%90%C3%B4ng%20Nam%20B%E1%BB%99",
              "/vi/revisions/70?programme=CTCT-2024&period=2024-S1")) {
        assertEquals(403, served.get(path).statusCode(), path);
      }
      assertFalse(
          text(served.page("/vi/restated/CTCT-2024/2024-S1?restated=2025-07-01"))
              .contains("Đồng Nai"));
      assertFalse(text(served.page("/vi/series/CTCT-2024/2024-A1")).contains("Bình Phước"));
    } finally {
      ACCOUNT.set("");
    }
  }
}
