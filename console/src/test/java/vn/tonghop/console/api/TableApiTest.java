package vn.tonghop.console.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.tonghop.console.web.Extension;
import vn.tonghop.console.web.Site;
import vn.tonghop.console.web.Templates;
import vn.tonghop.console.web.Visitor;
import vn.tonghop.console.web.WebServer;
import vn.tonghop.domain.format.SampleTables;
import vn.tonghop.domain.format.TableCsv;
import vn.tonghop.domain.format.TableDimension;
import vn.tonghop.domain.format.TableJson;
import vn.tonghop.domain.table.Restatement;
import vn.tonghop.domain.table.TableView;

class TableApiTest {

  private static final Instant NOW = Instant.parse("2026-01-31T17:00:00Z");
  private static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final TableView TABLE = SampleTables.of("provinces-2024", "CTCT-2024", "2024-S1");
  private static final TableView REVIEW = SampleTables.of("reviews", "BTCTW-2021", "2021-Q3");

  private static final KnownTables VIEW = new KnownTables();
  private static volatile Instant now = NOW;
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  @SuppressWarnings("NullAway.Init")
  private static WebServer server;

  @BeforeAll
  static void start() throws IOException {
    VIEW.put(REVIEW, 4, NOW.minusSeconds(60));
    VIEW.put(TABLE, 7, NOW);
    Site site = new Site(VIEW, new Templates(), () -> now, false);
    Extension everybody = (routes, own) -> routes.before(Visitor.LOCAL::asks);
    server = WebServer.start("127.0.0.1", 0, site, List.of(everybody, new TableApi()));
  }

  @AfterAll
  static void end() {
    server.close();
  }

  @Test
  void everyRouteIsDescribedAndTheOtherWayRound() throws Exception {
    HttpResponse<byte[]> answer = get("/api/v1/openapi.json");
    assertEquals(200, answer.statusCode());
    assertEquals("application/json", type(answer));
    Described described = new Described(text(answer));
    assertEquals("3.1.0", described.at("/openapi").asText());
    Set<String> routes = new TreeSet<>();
    TableApi.routes(new Site(VIEW, new Templates(), () -> now, false))
        .forEach(route -> routes.add(route.path()));
    assertEquals(routes, described.paths());
  }

  @Test
  void aTableIsTheContractsJsonAndAsDescribed() throws Exception {
    Described described = new Described(text(get("/api/v1/openapi.json")));
    for (TableView table : List.of(TABLE, REVIEW)) {
      String path = "/api/v1/tables/" + table.programme().code() + "/" + table.period();
      HttpResponse<byte[]> answer = get(path);
      assertEquals(200, answer.statusCode());
      assertEquals("application/json", type(answer));
      assertEquals(TableJson.write(table), text(answer));
      assertEquals(text(answer), text(get(path + ".json")));
      described.check("Table", JSON.readTree(answer.body()));
    }
    String empty = text(get("/api/v1/tables/CTCT-2024/2024-Q4"));
    assertEquals(63, JSON.readTree(empty).get("coverage").get("missing").size());
    described.check("Table", JSON.readTree(empty));
  }

  @Test
  void acceptOrTheEndingChoosesTheForm() throws Exception {
    String path = "/api/v1/tables/CTCT-2024/2024-S1";
    String csv = TableCsv.write(TABLE, List.of(TableDimension.values()), SampleTables.REFERENCE);
    assertEquals(csv, text(get(path + ".csv", "Accept", "application/json")));
    assertEquals(csv, text(get(path, "Accept", "application/pdf;q=0.1, text/*;q=0.9")));
    assertEquals("text/csv", type(get(path + ".csv")));
    assertEquals("\uFEFF" + csv, text(get(path + ".csv?bom=true")));
    assertEquals("application/json", type(get(path, "Accept", "text/html, */*;q=0.8")));
    assertEquals("application/pdf", type(get(path, "Accept", "application/pdf")));
    HttpResponse<byte[]> pdf = get(path + ".pdf?lang=en");
    assertEquals("%PDF", text(pdf).substring(0, 4));
    assertEquals(
        "attachment; filename=\"CTCT-2024_2024-S1.pdf\"",
        pdf.headers().firstValue("Content-Disposition").orElseThrow());
    HttpResponse<byte[]> xlsx = get(path + "?lang=en&by=region", "Accept", XLSX);
    assertEquals(XLSX, type(xlsx));
    try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(xlsx.body()))) {
      assertEquals("By region", book.getSheetName(0));
      List<Double> totals = new ArrayList<>();
      book.getSheetAt(0)
          .forEach(
              row -> {
                if (row.getCell(1) != null && row.getCell(1).toString().equals("Total")) {
                  totals.add(row.getCell(2).getNumericCellValue());
                }
              });
      assertEquals(List.of((double) TABLE.total().assigned()), totals);
    }
  }

  @Test
  void whoHasItAlreadyIsToldSo() throws Exception {
    String path = "/api/v1/tables/CTCT-2024/2024-S1";
    String tag = tag(get(path));
    HttpResponse<byte[]> known = get(path, "If-None-Match", "\"other\", W/" + tag);
    assertEquals(304, known.statusCode());
    assertEquals(0, known.body().length);
    assertEquals(tag, tag(known));
    assertEquals(304, get(path, "If-None-Match", "*").statusCode());
    assertEquals(200, get(path, "If-None-Match", "\"other\"").statusCode());
    String pdf = tag(get(path + ".pdf"));
    assertTrue(pdf.startsWith("W/\""), pdf);
    assertEquals(304, get(path, "Accept", "application/pdf", "If-None-Match", pdf).statusCode());
  }

  @Test
  void theTagChangesWithTheRecordTheReferenceAndTheQuestion() throws Exception {
    String path = "/api/v1/tables/BTCTW-2021/2021-Q3";
    Set<String> tags = new HashSet<>();
    for (String question :
        List.of(
            "",
            ".csv",
            ".csv?bom=true",
            ".csv?by=unit",
            "?restated=2025-07-01",
            ".xlsx",
            ".xlsx?lang=en")) {
      assertTrue(tags.add(tag(get(path + question))), question);
    }
    VIEW.put(REVIEW, 5, NOW.minusSeconds(60));
    assertTrue(tags.add(tag(get(path))), "another record");
    VIEW.setVersion(2);
    assertTrue(tags.add(tag(get(path))), "other reference data");
    VIEW.setVersion(1);
    VIEW.put(REVIEW, 4, NOW.minusSeconds(60));
    assertFalse(tags.add(tag(get(path))));
  }

  @Test
  void aTableIsRestatedToTheUnitsOfADay() throws Exception {
    String path = "/api/v1/tables/CTCT-2024/2024-S1?restated=";
    TableView restated = Restatement.to(LocalDate.of(2025, 7, 1), TABLE, SampleTables.REFERENCE);
    assertEquals(TableJson.write(restated), text(get(path + "2025-07-01")));
    assertNotEquals(TableJson.write(TABLE), TableJson.write(restated));
    JsonNode problem = problem(400, get(path + "2024-01-01"));
    assertEquals("restated: trước ngày cuối kỳ 2024-S1, 2024-06-14", problem.get("vi").asText());
    assertEquals(
        "restated: before the last day of 2024-S1, 2024-06-14", problem.get("en").asText());
  }

  @Test
  void listsTellWhatThereIsAndWhatHasChanged() throws Exception {
    Described described = new Described(text(get("/api/v1/openapi.json")));
    JsonNode tables = JSON.readTree(text(get("/api/v1/tables")));
    assertEquals(
        List.of("BTCTW-2021/2021-Q3", "CTCT-2024/2024-S1"), named(tables), tables::toString);
    tables.forEach(each -> described.check("TableEntry", each));
    assertEquals(200, get(tables.get(1).get("href").asText()).statusCode());
    assertEquals(7, tables.get(1).get("offset").asInt());
    String after = "?updatedAfter=" + NOW.minusSeconds(60);
    assertEquals(
        List.of("CTCT-2024/2024-S1"), named(JSON.readTree(text(get("/api/v1/tables" + after)))));
    assertEquals(
        List.of("BTCTW-2021/2021-Q3"),
        named(JSON.readTree(text(get("/api/v1/tables?programme=BTCTW-2021")))));

    JsonNode programmes = JSON.readTree(text(get("/api/v1/programmes")));
    assertEquals(SampleTables.REFERENCE.programmes().size(), programmes.size());
    programmes.forEach(each -> described.check("ProgrammeEntry", each));
    JsonNode changed = JSON.readTree(text(get("/api/v1/programmes" + after)));
    assertEquals(1, changed.size());
    assertEquals("CTCT-2024", changed.get(0).get("programme").asText());
    assertEquals(NOW.toString(), changed.get(0).get("updatedAt").asText());
  }

  @Test
  void whatCannotBeAnsweredIsSaidInBothLanguages() throws Exception {
    problem(404, get("/api/v1/tables/NONE/2024-S1"));
    problem(404, get("/api/v1/tables/CTCT-2024/2023-S1"));
    problem(404, get("/api/v1/tables/CTCT-2024/2024-M01"));
    problem(404, get("/api/v1/tables?programme=NONE"));
    problem(406, get("/api/v1/tables/CTCT-2024/2024-S1.doc"));
    problem(406, get("/api/v1/tables/CTCT-2024/2024-S1", "Accept", "image/png, text/csv;q=0"));
    problem(400, get("/api/v1/tables/CTCT-2024/2024-S1?lang=fr"));
    problem(400, get("/api/v1/tables/CTCT-2024/2024-S1?by=task"));
    problem(400, get("/api/v1/tables/CTCT-2024/2024-S1?bom=1"));
    problem(400, get("/api/v1/tables/CTCT-2024/2024-S1?restated=today"));
    problem(400, get("/api/v1/tables?updatedAfter=2024"));
    problem(400, get("/api/v1/programmes?updatedAfter=2024"));
  }

  @Test
  void whatTheServerRefusesIsAProblemTooButForWhoFollowsALink() throws Exception {
    problem(404, get("/api/v1/nothing"));
    problem(404, get("/api/v1/nothing", "Accept", "application/json"));
    problem(404, get("/api/nothing", "Accept", "text/html, */*;q=0.8"));
    HttpResponse<byte[]> page =
        get("/api/v1/nothing", "Accept", "text/html", "Sec-Fetch-Mode", "navigate");
    assertEquals(404, page.statusCode());
    assertEquals("text/html", type(page));
    VIEW.setReadable(false);
    try {
      HttpResponse<byte[]> answer = get("/api/v1/tables/CTCT-2024/2024-S1");
      problem(503, answer);
      assertEquals("2", answer.headers().firstValue("Retry-After").orElseThrow());
      // What there is, is known all the same.
      assertEquals(2, JSON.readTree(text(get("/api/v1/tables"))).size());
    } finally {
      VIEW.setReadable(true);
    }
  }

  @Test
  void aDocumentThatSaysHowLateSomebodyIsIsAnotherOneTheNextDay() throws Exception {
    String path = "/api/v1/tables/CTCT-2024/2024-S1";
    Map<String, String> tags = new HashMap<>();
    for (String form : List.of(".json", ".csv", ".xlsx", ".pdf")) {
      tags.put(form, tag(get(path + form)));
    }
    now = NOW.plus(Duration.ofDays(1));
    try {
      for (Map.Entry<String, String> tag : tags.entrySet()) {
        boolean saysSo = List.of(".xlsx", ".pdf").contains(tag.getKey());
        int status = get(path + tag.getKey(), "If-None-Match", tag.getValue()).statusCode();
        assertEquals(saysSo ? 200 : 304, status, tag.getKey());
      }
    } finally {
      now = NOW;
    }
  }

  @Test
  void nothingIsToldBeforeAllIsRead() throws Exception {
    VIEW.setCaughtUp(false);
    try {
      HttpResponse<byte[]> answer = get("/api/v1/tables/CTCT-2024/2024-S1");
      problem(503, answer);
      assertEquals("2", answer.headers().firstValue("Retry-After").orElseThrow());
    } finally {
      VIEW.setCaughtUp(true);
    }
  }

  private static List<String> named(JsonNode tables) {
    List<String> names = new ArrayList<>();
    tables.forEach(
        each -> names.add(each.get("programme").asText() + "/" + each.get("period").asText()));
    return names;
  }

  private static JsonNode problem(int status, HttpResponse<byte[]> answer) throws IOException {
    assertEquals(status, answer.statusCode(), () -> text(answer));
    assertEquals("application/problem+json", type(answer));
    JsonNode problem = JSON.readTree(answer.body());
    assertEquals(status, problem.get("status").asInt());
    assertNotEquals(problem.get("vi").asText(), problem.get("en").asText());
    return problem;
  }

  private static HttpResponse<byte[]> get(String path, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server.url() + path));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
  }

  private static String text(HttpResponse<byte[]> answer) {
    return new String(answer.body(), StandardCharsets.UTF_8);
  }

  private static String type(HttpResponse<byte[]> answer) {
    return answer.headers().firstValue("Content-Type").orElseThrow().split(";", -1)[0];
  }

  private static String tag(HttpResponse<byte[]> answer) {
    return answer.headers().firstValue("ETag").orElseThrow();
  }
}
