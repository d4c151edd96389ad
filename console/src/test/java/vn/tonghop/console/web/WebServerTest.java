package vn.tonghop.console.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.BindException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import vn.tonghop.console.HeldView;
import vn.tonghop.console.Served;
import vn.tonghop.console.SomeTables;
import vn.tonghop.console.api.TableApi;
import vn.tonghop.console.page.TablePages;
import vn.tonghop.console.view.TableKey;
import vn.tonghop.console.view.UnreadableException;
import vn.tonghop.domain.reference.ReferenceData;

/** What every page rests on. */
class WebServerTest {

  private static final ReferenceData REFERENCE = ReferenceData.bundled();

  @Test
  void theFirstPageIsInTheReadersLanguageAndRemembersIt() throws Exception {
    try (Served served = Served.of(new HeldView(REFERENCE))) {
      assertEquals("/vi/", location(served.get("/")));
      assertEquals("/en/", location(served.get("/", "Accept-Language", "en-GB,en;q=0.8")));
      assertEquals("/en/", location(served.get("/", "Accept-Language", "vi", "Cookie", "lang=en")));
      assertEquals("/vi/", location(served.get("/", "Accept-Language", "-")));
      HttpResponse<String> page = served.get("/en/");
      String cookie = page.headers().firstValue("Set-Cookie").orElse("");
      assertTrue(cookie.startsWith("lang=en;") && cookie.contains("HttpOnly"), cookie);
      assertTrue(page.body().contains("<html lang=\"en\">"), page.body());
    }
  }

  @Test
  void assetsHaveNamesOfTheirContentAndAreKeptForEver() throws Exception {
    try (Served served = Served.of(new HeldView(REFERENCE))) {
      String page = served.page("/vi/tables/CTCT-2024/2024-S1");
      var assets = new TreeSet<String>();
      Pattern.compile("(?:src|href)=\"(/assets/[^\"]+)\"")
          .matcher(page)
          .results()
          .forEach(each -> assets.add(each.group(1)));
      assertEquals(4, assets.size(), assets.toString());
      for (String asset : assets) {
        HttpResponse<String> answer = served.get(asset);
        assertEquals(200, answer.statusCode(), asset);
        assertTrue(
            answer.headers().firstValue("Cache-Control").orElse("").contains("immutable"), asset);
        assertTrue(answer.headers().firstValue("ETag").isPresent(), asset);
        String other = asset.replaceFirst("/assets/[0-9a-f]{12}/", "/assets/000000000000/");
        assertEquals(404, served.get(other).statusCode(), other);
      }
      assertEquals(404, served.get("/assets/0/..%2Fpage.class").statusCode());
    }
  }

  @Test
  void aMissingPageIsToldInBothLanguages() throws Exception {
    try (Served served = Served.of(new HeldView(REFERENCE))) {
      HttpResponse<String> vi = served.get("/vi/nowhere", "Accept", "text/html");
      assertEquals(404, vi.statusCode());
      assertTrue(vi.body().contains("Không tìm thấy trang"), vi.body());
      HttpResponse<String> en = served.get("/en/nowhere", "Accept", "text/html");
      assertTrue(en.body().contains("There is no such page"), en.body());
    }
  }

  @Test
  void aPageThatFailsSaysSoAndNothingOfWhy() throws Exception {
    Extension failing =
        (routes, site) -> {
          site.page(
              routes,
              "/fails",
              (request, language) -> {
                throw new IllegalStateException("secret");
              });
          site.page(
              routes,
              "/unreadable",
              (request, language) -> {
                throw new UnreadableException("secret", new RuntimeException());
              });
        };
    try (Served served = Served.of(new HeldView(REFERENCE), failing)) {
      HttpResponse<String> failed = served.get("/en/fails", "Accept", "text/html");
      assertEquals(500, failed.statusCode());
      assertTrue(failed.body().contains("This page could not be made"), failed.body());
      assertFalse(failed.body().contains("secret"), failed.body());
      HttpResponse<String> away = served.get("/vi/unreadable", "Accept", "text/html");
      assertEquals(503, away.statusCode());
      assertTrue(away.body().contains("Tạm thời chưa đọc được"), away.body());
    }
  }

  @Test
  void healthTellsWhetherItReadsAndWhetherItHasReadAll() throws Exception {
    HeldView view = new HeldView(REFERENCE);
    try (Served served = Served.of(view)) {
      assertEquals(List.of(200, 200), health(served));
      view.setCaughtUp(false);
      assertEquals(List.of(200, 503), health(served));
      assertTrue(served.get("/readyz").body().startsWith("still reading"));
      view.setAlive(false);
      assertEquals(List.of(503, 503), health(served));
    }
  }

  @Test
  void beforeTheFirstReferenceDataThereIsNoPage() throws Exception {
    try (Served served = Served.of(new HeldView(null))) {
      assertEquals(503, served.get("/vi/", "Accept", "text/html").statusCode());
      assertEquals(200, served.get("/livez").statusCode());
    }
  }

  @Test
  void whereNobodySaysWhoAsksNothingIsShown() throws Exception {
    HeldView view = new HeldView(REFERENCE);
    TableKey key = SomeTables.key(SomeTables.PROGRAMME, "2024-S1");
    view.put(SomeTables.table(SomeTables.standings(key, REFERENCE, new Random(1)), 1));
    try (Served served = Served.unguarded(view, new TablePages(), new TableApi())) {
      for (String path :
          List.of(
              "/vi/",
              "/vi/tables/CTCT-2024/2024-S1",
              "/api/v1/tables/CTCT-2024/2024-S1.json",
              "/live/CTCT-2024/2024-S1")) {
        HttpResponse<String> answer = served.get(path, "Accept", "text/html");
        assertEquals(500, answer.statusCode(), path);
        assertFalse(answer.body().contains("CTCT-2024"), answer.body());
      }
      assertEquals(404, served.get("/vi/nowhere", "Accept", "text/html").statusCode());
    }
  }

  @Test
  void aPortThatIsTakenIsSaid() throws Exception {
    HeldView view = new HeldView(REFERENCE);
    try (Served first = Served.of(view)) {
      int port = URI.create(first.server().url()).getPort();
      Site site = new Site(view, new Templates(), InstantSource.system(), false);
      assertThrows(BindException.class, () -> WebServer.start("127.0.0.1", port, site, List.of()));
    }
  }

  private static List<Integer> health(Served served) throws Exception {
    return List.of(served.get("/livez").statusCode(), served.get("/readyz").statusCode());
  }

  private static String location(HttpResponse<String> answer) {
    assertEquals(302, answer.statusCode());
    return answer.headers().firstValue("Location").orElse("").replaceFirst("^http://[^/]*", "");
  }
}
