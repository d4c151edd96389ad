package vn.tonghop.standalone.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import vn.tonghop.domain.period.Period;
import vn.tonghop.domain.standing.Measures;
import vn.tonghop.domain.table.NationalTable;
import vn.tonghop.domain.table.UnitRow;
import vn.tonghop.standalone.Await;

/** The walk of the central office through the page, over the samples of 2024. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Timeout(value = 600, unit = TimeUnit.SECONDS)
class ConsoleWalkTest {

  private static final String PROGRAMME = "CTCT-2024";
  private static final String PERIOD = "2024-S1";
  private static final String TABLE = "/vi/tables/" + PROGRAMME + "/" + PERIOD;
  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final int DESK = 1440;
  private static final int DESK_HEIGHT = 900;
  private static final int PHONE = 390;
  private static final int PHONE_HEIGHT = 844;
  private static final List<String> COUNTS =
      List.of(
          "assigned",
          "completedOnTime",
          "completedLate",
          "openOnTrack",
          "openOverdue",
          "completedInPeriod");

  /** WCAG 2.2 AA, and what axe-core counts as good practice. */
  private static final List<String> RULES =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

  /** On a phone these stand for all; {@code -Dtonghop.browser.phone=all}: all of them. */
  private static final Set<String> ON_A_PHONE = Set.of("table", "pictures", "report-figure");

  private static final boolean ALL_ON_A_PHONE =
      System.getProperty("tonghop.browser.phone", "").equals("all");

  @TempDir
  @SuppressWarnings("NullAway.Init") // JUnit sets it.
  static Path folder;

  @SuppressWarnings("NullAway.Init")
  private static Chromium chromium;

  @SuppressWarnings("NullAway.Init")
  private static Demonstration demonstration;

  private final Window window =
      Window.open(chromium.browser(), demonstration.site(), DESK, DESK_HEIGHT);

  @BeforeAll
  static void start() throws IOException, InterruptedException {
    chromium = Chromium.start();
    demonstration = Demonstration.start(folder);
  }

  @AfterAll
  static void end() {
    if (demonstration != null) {
      demonstration.close();
    }
    if (chromium != null) {
      chromium.close();
    }
  }

  @AfterEach
  void nothingWentWrongUnseen() {
    try (Window ends = window) {
      assertEquals(List.of(), ends.troubles());
    }
  }

  @Test
  @Order(1)
  void itPicksThePeriodAndReadsWhatEveryUnitSays() {
    window.go("/");
    assertEquals("/vi/", window.path());
    window.all("a[href$='/tables/" + PROGRAMME + "/2024-Q1']").first().click();
    window.page().waitForURL("**/2024-Q1");
    window.all("select#period").selectOption(PERIOD);
    window.page().waitForURL("**" + TABLE);
    assertShows(demonstration.table(PROGRAMME, PERIOD));
    // 63 are expected: 61 rows, and two by name alone.
    assertEquals(61, window.all("#by-unit tr.unit").count());
    String names = window.all("[data-part=names]").innerText();
    assertTrue(names.contains("Lai Châu") && names.contains("Đắk Nông"), names);
    String answers = window.all("[data-part=answers]").innerText();
    assertTrue(answers.contains("63 đơn vị phải báo cáo; đã có 61"), answers);
    Map<String, String> marks =
        Map.of("93.63", "*", "04", "†", "06.63", "‡", "14", "‡", "60.63", "‡", "66.63", "‡");
    for (Locator unit : window.all("#by-unit tr.unit").all()) {
      String body = String.valueOf(unit.getAttribute("id")).replace("unit-", "");
      String shown = unit.locator("abbr").count() == 0 ? "" : unit.locator("abbr").innerText();
      assertEquals(marks.getOrDefault(body, ""), shown.replaceAll("[^*†‡]", ""), body);
    }
  }

  @Test
  @Order(2)
  void itComesFromTheOverdueTasksOfTheCountryToOneOfBinhPhuoc() throws IOException {
    window.go(TABLE);
    Measures of70 = row(demonstration.table(PROGRAMME, PERIOD), "70.63").measures();
    assertTrue(of70.openOverdue() > 0, of70.toString());
    window.all("#total-openOverdue a").click();
    window.page().waitForURL("**/figures/**");
    assertProven();
    window.page().getByRole(AriaRole.LINK, named("Bình Phước")).click();
    window.page().waitForURL("**/reports/70/**");
    assertProven();
    Locator tasks = window.all(".tasks tbody tr");
    assertEquals(of70.openOverdue(), tasks.count());
    Set<String> titles =
        Demonstration.sample("70-binh-phuoc.jsonl", "2024-Q2")
            .withArray("tasks")
            .findValues("title")
            .stream()
            .map(title -> title.asText())
            .collect(Collectors.toSet());
    for (Locator task : tasks.all()) {
      assertTrue(task.innerText().contains("quá hạn"), task.innerText());
      assertTrue(titles.contains(task.locator("td.text").first().innerText().strip()));
    }
    String place = String.join("\n", window.all(".facts code").allInnerTexts());
    assertTrue(place.contains("tonghop.reports.70"), place);
  }

  private static Page.GetByRoleOptions named(String name) {
    return new Page.GetByRoleOptions().setName(name).setExact(true);
  }

  @Test
  @Order(3)
  void aCorrectionArrivesAndThePageStaysWhereItIs() throws Exception {
    NationalTable before = demonstration.table(PROGRAMME, PERIOD);
    window.go(TABLE);
    String version = window.all("[data-live]").getAttribute("data-version");
    Locator anchor = window.all("#unit-42 th");
    anchor.evaluate("row => window.scrollBy(0, row.getBoundingClientRect().top - 10)");
    window.all("#unit-42-assigned a").focus();
    double top = anchor.boundingBox().y;
    ObjectNode report = Demonstration.sample("70-binh-phuoc.jsonl", "2024-Q2");
    correct(report);
    demonstration.send(report, folder);
    long expected = before.total().openOverdue() - 1;
    window.all("#total-openOverdue[data-v='" + expected + "']").waitFor();
    assertEquals(top, anchor.boundingBox().y, 1.0, "the page moved");
    assertEquals(
        "unit-42-assigned",
        window.page().evaluate("document.activeElement.closest('td').id"),
        "the reader was led away");
    assertNotEquals(version, window.all("[data-live]").getAttribute("data-version"));
    assertTrue(window.all("[role=status]").innerText().contains("vừa được cập nhật"));
    assertShows(demonstration.table(PROGRAMME, PERIOD));
    assertTrue(window.all("#unit-70\\.63 abbr").innerText().contains("¶"));
  }

  /** One overdue task was done after all, late. */
  private static void correct(ObjectNode report) {
    report.put("revision", report.path("revision").asInt() + 1);
    for (var task : report.withArray("tasks")) {
      boolean open = List.of("IN_PROGRESS", "NOT_STARTED").contains(task.path("status").asText());
      if (open && task.path("dueOn").asText("9").compareTo("2024-06-14") < 0) {
        ObjectNode done = (ObjectNode) task;
        done.put("status", "COMPLETED").put("completedOn", "2024-06-14").put("percent", 100);
        return;
      }
    }
    throw new AssertionError("nothing is overdue");
  }

  @Test
  @Order(4)
  void underTodaysUnitsBinhPhuocIsInDongNai() {
    NationalTable table = demonstration.table(PROGRAMME, PERIOD);
    window.go(TABLE);
    window.all("a[href*='/restated/']").first().click();
    window.page().waitForURL("**/restated/**");
    assertProven();
    // 34 units, of which Lai Châu alone is missing and went into no other.
    assertEquals(33, window.all("main table tbody tr").count());
    Locator dongNai =
        window
            .all("main table tbody tr")
            .filter(new Locator.FilterOptions().setHasText("Đồng Nai"));
    assertEquals(1, dongNai.count());
    assertTrue(dongNai.innerText().contains("Bình Phước"), dongNai.innerText());
    long both =
        row(table, "70.63").measures().assigned() + row(table, "75.63").measures().assigned();
    assertEquals(Long.toString(both), dongNai.locator("td").first().innerText().strip());
  }

  @Test
  @Order(5)
  void theSamePageIsThereInEnglish() {
    window.go(TABLE);
    window.all("a[hreflang=en]").click();
    window.page().waitForURL("**/en/**");
    assertEquals(TABLE.replace("/vi/", "/en/"), window.path());
    assertEquals("en", window.all("html").getAttribute("lang"));
    assertTrue(window.all("#by-unit tr.total th").innerText().startsWith("Total"));
    assertShows(demonstration.table(PROGRAMME, PERIOD));
    window.go("/");
    assertEquals("/en/", window.path(), "the language was not remembered");
  }

  @Test
  @Order(6)
  void whatItDownloadsHasTheFiguresOfTheRecord() throws IOException {
    window.go(TABLE);
    Map<String, Measures> expected = named(demonstration.table(PROGRAMME, PERIOD));
    Path workbook = download("a[href*='" + PERIOD + ".xlsx']");
    Map<String, List<Long>> rows = Downloads.xlsx(workbook);
    expected.forEach(
        (name, measures) -> assertEquals(Downloads.list(measures), rows.get(name), name));
    Path document = download("a[href*='" + PERIOD + ".pdf']");
    Downloads.assertPdf(document, expected);
    Pictures.sheets(document, "download");
  }

  private Path download(String link) throws IOException {
    Download download = window.page().waitForDownload(() -> window.all(link).first().click());
    String name = download.suggestedFilename();
    assertTrue(name.contains(PERIOD), name);
    Path file = folder.resolve(name);
    download.saveAs(file);
    assertTrue(Files.size(file) > 0, name);
    return file;
  }

  /** A page of each kind. */
  private static Map<String, String> kinds() {
    NationalTable table = demonstration.table(PROGRAMME, PERIOD);
    var source = row(table, "70.63").report().source();
    String report = "/vi/reports/70/" + source.partition() + "/" + source.offset();
    Map<String, String> kinds = new LinkedHashMap<>();
    kinds.put("home", "/vi/");
    kinds.put("programme", "/vi/programmes/" + PROGRAMME);
    kinds.put("table", TABLE);
    kinds.put("table-restated", TABLE + "?restated=2025-07-01");
    kinds.put("figure", TABLE.replace("tables", "figures") + "/openOverdue");
    kinds.put("figure-rate", TABLE.replace("tables", "figures") + "/rateDue?by=unit&code=70.63");
    kinds.put("report", report);
    kinds.put(
        "report-figure", report + "?target=" + PERIOD + "&measure=openOverdue&by=total&code=");
    kinds.put("revisions", "/vi/revisions/70?programme=" + PROGRAMME + "&period=2024-Q2");
    kinds.put("moves", report + "/moves");
    kinds.put("restated", TABLE.replace("tables", "restated") + "?restated=2025-07-01");
    kinds.put("series", "/vi/series/" + PROGRAMME + "/2024-A1?measure=rateDue");
    kinds.put("pictures", TABLE.replace("tables", "pictures"));
    kinds.put("harmful", "/vi/tables/" + Demonstration.HARMFUL + "/" + PERIOD);
    return kinds;
  }

  @Test
  @Order(7)
  void noKindOfPageHasABarrier() {
    List<String> found = new ArrayList<>();
    for (boolean phone : List.of(false, true)) {
      window.page().setViewportSize(phone ? PHONE : DESK, phone ? PHONE_HEIGHT : DESK_HEIGHT);
      kinds()
          .forEach(
              (kind, path) -> {
                if (phone && !ALL_ON_A_PHONE && !ON_A_PHONE.contains(kind)) {
                  return;
                }
                Page page = window.go(path);
                String name = (phone ? "phone-" : "desk-") + kind;
                look(page, name);
                barriers(page).forEach(barrier -> found.add(name + ": " + barrier));
                if (!(boolean)
                    page.evaluate(
                        "document.documentElement.scrollWidth <= document.documentElement.clientWidth")) {
                  found.add(name + ": is wider than the window");
                }
              });
    }
    assertEquals("", String.join("\n", found));
    window.page().navigate(demonstration.site() + "/vi/nothing");
    Pictures.screen(window.page(), "phone-none");
    assertEquals(List.of(), barriers(window.page()));
    assertTrue(window.troubles().stream().allMatch(each -> each.contains("404")));
  }

  private static void look(Page page, String name) {
    page.evaluate("document.fonts.ready");
    Pictures.screen(page, name);
    if (name.equals("desk-table") || name.equals("desk-report-figure")) {
      Pictures.print(page, name.replace("desk", "print"));
    }
  }

  private static List<String> barriers(Page page) {
    List<String> barriers = new ArrayList<>();
    for (Rule rule : new AxeBuilder(page).withTags(RULES).analyze().getViolations()) {
      String first = rule.getNodes().get(0).getHtml();
      barriers.add(
          rule.getId()
              + " ("
              + rule.getNodes().size()
              + "): "
              + rule.getHelp()
              + ": "
              + first.substring(0, Math.min(first.length(), 300)));
    }
    return barriers;
  }

  @Test
  @Order(8)
  void everyPageIsWholeWithoutScripts() {
    try (Window plain =
        Window.withoutScripts(chromium.browser(), demonstration.site(), DESK, DESK_HEIGHT)) {
      plain.go(TABLE.replace(PERIOD, "2024-Q1"));
      plain.all("select#period").selectOption(PERIOD);
      plain.all(".picker button").click();
      plain.page().waitForURL("**" + TABLE);
      assertEquals(61, plain.all("#by-unit tr.unit").count());
      plain.all("#total-openOverdue a").click();
      plain.page().waitForURL("**/figures/**");
      kinds()
          .forEach(
              (kind, path) -> {
                plain.go(path);
                assertTrue(plain.all("main h1").innerText().strip().length() > 3, kind);
              });
      plain.go(TABLE.replace("tables", "pictures"));
      assertTrue(plain.all("main table").count() >= 3, "the tables beside the pictures");
      assertEquals(0, plain.all("canvas:visible").count(), "nothing draws them");
      assertEquals(List.of(), plain.troubles());
    }
  }

  @Test
  @Order(9)
  void textsThatMeanHarmAreText() {
    NationalTable table = demonstration.table(Demonstration.HARMFUL, PERIOD);
    var source = table.byUnit().get(0).report().source();
    assertEquals(Harm.TEXTS.size(), table.total().assigned());
    String report = "/vi/reports/40/" + source.partition() + "/" + source.offset();
    for (String path :
        List.of(
            "/vi/",
            "/vi/programmes/" + Demonstration.HARMFUL,
            "/vi/tables/" + Demonstration.HARMFUL + "/" + PERIOD,
            "/vi/figures/" + Demonstration.HARMFUL + "/" + PERIOD + "/assigned",
            "/vi/revisions/40?programme=" + Demonstration.HARMFUL + "&period=2024-Q2",
            "/vi/pictures/" + Demonstration.HARMFUL + "/" + PERIOD,
            report)) {
      window.go(path);
      assertEquals("none", window.page().evaluate(Harm.SIGN + " ?? 'none'"), path);
    }
    String shown = window.all("main").evaluate("main => main.textContent").toString();
    for (String text : Harm.TEXTS) {
      assertTrue(shown.contains(text), () -> text + " is not in " + shown);
    }
    window.go("/vi/tables/" + Demonstration.HARMFUL + "/" + PERIOD);
    assertTrue(window.all("h1").textContent().contains("</title><script>"));
    assertTrue(window.page().title().contains("</title><script>"), window.page().title());
    int sheets = sheets();
    window.go("/en/tables/" + Demonstration.HARMFUL + "/" + PERIOD);
    assertTrue(window.all("h1").textContent().contains(Harm.LONG_NAME));
    assertTrue(
        sheets() <= sheets + 1, () -> sheets() + " sheets, " + sheets + " with a short name");
  }

  /** How many the page in front takes on paper. */
  private int sheets() {
    byte[] printed = window.page().pdf(new Page.PdfOptions().setPreferCSSPageSize(true));
    try (PDDocument document = Loader.loadPDF(printed)) {
      return document.getNumberOfPages();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  @Order(10)
  void thePageForbidsWhatItDoesNotNeedAndAWindowTellsOfIt() {
    window.go(TABLE);
    window
        .page()
        .waitForConsoleMessage(
            () ->
                window
                    .page()
                    .evaluate(
                        "sign => { const script = document.createElement('script');"
                            + " script.textContent = sign + ' = 6'; document.body.append(script); }",
                        Harm.SIGN));
    assertEquals("none", window.page().evaluate(Harm.SIGN + " ?? 'none'"));
    String told = String.join("\n", window.troubles());
    assertTrue(told.contains("Content Security Policy"), told);
  }

  @Test
  @Order(11)
  void afterARestartAnOpenPageFindsItsWayBack() throws Exception {
    long before = demonstration.table(PROGRAMME, PERIOD).total().openOverdue();
    ObjectNode report = Demonstration.sample("19-thai-nguyen.jsonl", "2024-Q2");
    correct(report);
    window.go(TABLE);
    Locator status = window.all("[role=status]");
    String waiting = window.all("[data-live]").getAttribute("data-waiting");
    // Is lost when the page is loaded anew; has every figure that the reader saw.
    window
        .page()
        .evaluate(
            "() => { const overdue = () => document.getElementById('total-openOverdue').dataset.v;"
                + " window.seen = [overdue()];"
                + " new MutationObserver(() => window.seen.push(overdue()))"
                + ".observe(document.body, { childList: true, subtree: true }); }");
    demonstration.restartPage(
        () -> {
          status.filter(new Locator.FilterOptions().setHasText(waiting)).waitFor();
          demonstration.send(report, folder);
          Await.until(
              "the table has moved",
              PATIENCE,
              () -> demonstration.table(PROGRAMME, PERIOD).total().openOverdue() == before - 1);
        });
    window.all("#total-openOverdue[data-v='" + (before - 1) + "']").waitFor();
    assertShows(demonstration.table(PROGRAMME, PERIOD));
    assertNotEquals(waiting, status.innerText());
    Object seen = window.page().evaluate("Array.from(new Set(window.seen)).join(' ')");
    assertEquals(before + " " + (before - 1), seen, "what the reader saw");
    assertTrue(
        window.troubles().stream().allMatch(each -> each.contains("Failed to load resource")));
  }

  private void assertProven() {
    assertTrue(window.all(".proof").count() > 0, "no proof");
    assertEquals(0, window.all(".proof.wrong").count(), window.all("main").innerText());
  }

  /** Every count of the page in front is that of a record. */
  private void assertShows(NationalTable table) {
    Map<String, Measures> expected = new HashMap<>();
    expected.put("total", table.total());
    expected.put("authority-total", table.total());
    expected.put("field-total", table.total());
    table.byUnit().forEach(row -> expected.put("unit-" + row.body(), row.measures()));
    table.byField().forEach(row -> expected.put("field-" + row.code(), row.measures()));
    table.byAssignedBy().forEach(row -> expected.put("authority-" + row.code(), row.measures()));
    @SuppressWarnings("unchecked")
    Map<String, List<String>> shown =
        (Map<String, List<String>>)
            window
                .page()
                .evaluate(
                    "counts => Object.fromEntries(Array.from(document.querySelectorAll("
                        + "'table.figures tbody tr[id]:not(.region)')).filter(row =>"
                        + " row.querySelector('td[data-v]')).map(row => [row.id, counts.map(count =>"
                        + " document.getElementById(row.id + '-' + count).dataset.v)]))",
                    COUNTS);
    assertEquals(expected.keySet(), shown.keySet());
    expected.forEach(
        (row, measures) ->
            assertEquals(
                Downloads.list(measures).stream().map(Object::toString).toList(),
                shown.get(row),
                row));
  }

  private static UnitRow row(NationalTable table, String body) {
    return table.byUnit().stream().filter(row -> row.body().equals(body)).findFirst().orElseThrow();
  }

  /** Measures by the names that Vietnamese documents have. */
  private static Map<String, Measures> named(NationalTable table) {
    Period period = Period.parse(Demonstration.REGIME, PERIOD).orElseThrow();
    Map<String, Measures> named = new HashMap<>();
    for (UnitRow row : table.byUnit()) {
      named.put(
          demonstration.reference().unit(row.code(), period.lastDay()).orElseThrow().nameVi(),
          row.measures());
    }
    return named;
  }
}
