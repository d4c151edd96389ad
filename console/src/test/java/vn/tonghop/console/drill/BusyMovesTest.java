package vn.tonghop.console.drill;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.tonghop.domain.oracle.Reports.open;
import static vn.tonghop.domain.oracle.Reports.report;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import vn.tonghop.console.RolledUp;
import vn.tonghop.console.Served;
import vn.tonghop.domain.period.Regime;
import vn.tonghop.domain.reference.ReferenceData;

/** What reports moved is much to read: few such pages at once, so that others have their turn. */
@Timeout(120)
class BusyMovesTest {

  private static final String MOVES = "/vi/reports/40/0/0" + MovesPage.SUFFIX;
  private static final int AT_ONCE = 2;

  @Test
  void beyondTwoAtOnceTheyAreToldToComeAgainInWords() throws Exception {
    RolledUp view = new RolledUp(Regime.DECREE_09_2019, ReferenceData.bundled());
    view.arrive(
        Instant.parse("2024-06-20T03:00:00Z"),
        report("40", "CTCT-2024", "2024-S1", 1, "2024-06-14", open("LATE", "2024-05-01", 40)));
    Semaphore reads = new Semaphore(0);
    CountDownLatch go = new CountDownLatch(1);
    try (Served served = Served.of(view, new Drill())) {
      view.betweenReads(
          () -> {
            reads.release();
            awaitTurn(go);
          });
      List<CompletableFuture<HttpResponse<String>>> first = new ArrayList<>();
      for (int i = 0; i < AT_ONCE; i++) {
        first.add(ask(served));
      }
      assertTrue(reads.tryAcquire(AT_ONCE, 30, TimeUnit.SECONDS), "they are not at work");
      HttpResponse<String> next = ask(served).get(30, TimeUnit.SECONDS);
      assertEquals(503, next.statusCode());
      assertEquals("2", next.headers().firstValue("Retry-After").orElse(""));
      assertTrue(next.body().contains("Hãy thử lại sau vài giây."), next.body());
      assertEquals(200, served.get("/readyz").statusCode());
      go.countDown();
      for (CompletableFuture<HttpResponse<String>> each : first) {
        assertEquals(200, each.get(30, TimeUnit.SECONDS).statusCode());
      }
      // Also after one that failed.
      for (int i = 0; i <= AT_ONCE; i++) {
        assertEquals(404, served.get("/vi/reports/40/0/99" + MovesPage.SUFFIX).statusCode());
      }
      assertEquals(200, served.get(MOVES).statusCode());
    } finally {
      go.countDown();
    }
  }

  private static CompletableFuture<HttpResponse<String>> ask(Served served) {
    return served
        .client()
        .sendAsync(
            served.request(MOVES, "Accept", "text/html").build(),
            HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
  }

  private static void awaitTurn(CountDownLatch go) {
    try {
      go.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
