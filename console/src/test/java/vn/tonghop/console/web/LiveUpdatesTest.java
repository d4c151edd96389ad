package vn.tonghop.console.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.javalin.config.RoutesConfig;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import vn.tonghop.console.HeldView;
import vn.tonghop.console.Served;
import vn.tonghop.console.SomeTables;
import vn.tonghop.console.view.TableKey;
import vn.tonghop.domain.reference.ReferenceData;

/** Those who look at a table learn that it is another one. */
@Timeout(120)
class LiveUpdatesTest {

  private static final int VIEWERS = 200;
  private static final int ACCOUNTS = 10;
  private static final int PATIENCE_SECONDS = 30;
  private static final ReferenceData REFERENCE = ReferenceData.bundled();
  private static final TableKey KEY = SomeTables.key(SomeTables.PROGRAMME, "2024-S1");
  private static final String LIVE = "/live/CTCT-2024/2024-S1";

  @Test
  void twoHundredViewersAllLearnOfTheNewestTableAndOfTheEnd() throws Exception {
    HeldView view = new HeldView(REFERENCE);
    put(view, 1);
    List<Listening> viewers = new ArrayList<>();
    try (Served served = Served.of(view, new AsNamed())) {
      for (int i = 0; i < VIEWERS; i++) {
        viewers.add(Listening.to(served, LIVE, "viewer-" + i % ACCOUNTS));
      }
      for (Listening viewer : viewers) {
        assertEquals("0-0", viewer.next());
      }
      assertEquals(VIEWERS, served.server().liveReaders());
      put(view, 2);
      for (Listening viewer : viewers) {
        assertEquals("0-1", viewer.next());
      }
      // A page is still made at once: nobody who waits holds a thread.
      assertTrue(served.page("/vi/tables/CTCT-2024/2024-S1").contains("data-version=\"0-1\""));
    }
    for (Listening viewer : viewers) {
      assertEquals(Listening.ENDED, viewer.next());
    }
  }

  @Test
  void oneAccountLeavesRoomForTheOthers() throws Exception {
    HeldView view = new HeldView(REFERENCE);
    put(view, 1);
    List<Listening> greedy = new ArrayList<>();
    try (Served served = Served.of(view, new AsNamed())) {
      for (int i = 0; i < LiveUpdates.MOST_OF_ONE; i++) {
        greedy.add(Listening.to(served, LIVE, "greedy"));
      }
      for (Listening each : greedy) {
        assertEquals("0-0", each.next());
      }
      assertEquals(503, served.get(LIVE, AsNamed.HEADER, "greedy").statusCode());
      assertEquals("0-0", Listening.to(served, LIVE, "other").next());
      assertEquals("0-0", Listening.to(served, LIVE).next());
      put(view, 2);
      assertEquals("0-1", greedy.get(0).next());
    }
  }

  /** Whoever has left leaves room, and no name stays behind. */
  @Test
  void whoLeavesLeavesRoom() {
    LiveReaders readers = new LiveReaders(3, 2);
    for (String who : List.of("a", "a", "b")) {
      assertTrue(readers.enter(who), who);
    }
    assertFalse(readers.enter("b"), "there is no room for anybody");
    readers.leave("a");
    assertTrue(readers.enter("a"));
    readers.leave("b");
    assertFalse(readers.enter("a"), "there is no more room for this one");
    assertTrue(readers.enter("c"));
    assertEquals(3, readers.count());
  }

  /** Stands for the part that asks who somebody is. */
  private static final class AsNamed implements Extension {

    static final String HEADER = "X-Name";

    @Override
    public void register(RoutesConfig routes, Site site) {
      routes.before(
          request -> {
            String name = request.header(HEADER);
            new Visitor(name == null ? "" : name, null, false, "").asks(request);
          });
    }
  }

  @Test
  void whoLooksAtAnotherTableIsNotTold() throws Exception {
    HeldView view = new HeldView(REFERENCE);
    try (Served served = Served.of(view)) {
      Listening other = Listening.to(served, "/live/CTCT-2024/2024-S2");
      Listening ours = Listening.to(served, LIVE);
      assertEquals("none", other.next());
      assertEquals("none", ours.next());
      put(view, 1);
      assertEquals("0-0", ours.next());
      assertTrue(other.isQuiet(), "the other table's reader was told");
    }
  }

  /** The table changes while a page is being told which it is: the page would stay the old one. */
  @Test
  void theNewestTableIsToldLast() throws Exception {
    HeldView view = new HeldView(REFERENCE);
    put(view, 1);
    try (Served served = Served.of(view)) {
      CompletableFuture<Listening> ours = new CompletableFuture<>();
      AtomicInteger looks = new AtomicInteger();
      view.afterLooks(
          () -> {
            // The first look is whether there is such a table.
            if (looks.incrementAndGet() == 2) {
              put(view, 2);
              await("the change is told or waits", () -> ours.join().isTold() || isTellerWaiting());
            }
          });
      ours.complete(Listening.to(served, LIVE));
      while (!ours.join().next().equals("0-1")) {
        // What it was before.
      }
      put(view, 3);
      assertEquals("0-2", ours.join().next());
    }
  }

  private static boolean isTellerWaiting() {
    return Thread.getAllStackTraces().keySet().stream()
        .anyMatch(
            thread ->
                thread.getName().equals("live-updates")
                    && thread.getState() == Thread.State.BLOCKED);
  }

  @Test
  void aReaderThatTakesNothingHoldsNobodyUpAndIsLetGo() throws Exception {
    HeldView view = new HeldView(REFERENCE);
    put(view, 1);
    try (Served served = Served.of(view)) {
      URI address = URI.create(served.server().url());
      try (Socket stuck = new Socket(address.getHost(), address.getPort())) {
        stuck
            .getOutputStream()
            .write(
                ("GET " + LIVE + " HTTP/1.1\r\nHost: localhost\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
        await("the stuck reader is there", () -> served.server().liveReaders() == 1);
        Listening quick = Listening.to(served, LIVE);
        assertEquals("0-0", quick.next());
        put(view, 2);
        assertEquals("0-1", quick.next());
        InputStream in = stuck.getInputStream();
        assertTrue(in.available() > 0 || in.read() >= 0, "it was answered, too");
      }
      // Its connection is gone; the next event finds that out.
      await(
          "only the other reader is left",
          () -> {
            put(view, 3);
            return served.server().liveReaders() == 1;
          });
    }
  }

  @Test
  void aTableThatCannotBeReadKeepsNobodyFromHearingOfOthers() throws Exception {
    HeldView view = new HeldView(REFERENCE);
    put(view, 1);
    try (Served served = Served.of(view)) {
      Listening ours = Listening.to(served, LIVE);
      Listening other = Listening.to(served, "/live/CTCT-2024/2024-S2");
      assertEquals("0-0", ours.next());
      assertEquals("none", other.next());
      view.spoil(KEY);
      put(view, 2);
      // Which record it is, is known all the same: its page says that it cannot be read.
      assertEquals("0-1", ours.next());
      Random random = new Random(3);
      view.put(
          SomeTables.table(
              SomeTables.standings(
                  SomeTables.key(SomeTables.PROGRAMME, "2024-S2"), REFERENCE, random),
              3));
      assertEquals("0-2", other.next());
    }
  }

  /** After a restart: a page that is open asks again later, and would not after a 404. */
  @Test
  void whoAsksBeforeAllIsReadIsToldToAskAgain() throws Exception {
    HeldView view = new HeldView(null);
    view.setCaughtUp(false);
    try (Served served = Served.of(view)) {
      assertEquals(503, served.get(LIVE).statusCode());
      view.setCaughtUp(true);
      assertEquals(404, served.get(LIVE).statusCode());
    }
  }

  /** A page that is open would else take the zeros of a table that is only not read yet. */
  @Test
  void beforeTheTablesAreReadNobodyIsShownATableOrToldOfOne() throws Exception {
    HeldView view = new HeldView(REFERENCE);
    view.setCaughtUp(false);
    try (Served served = Served.of(view)) {
      HttpResponse<String> page = served.get("/vi/tables/CTCT-2024/2024-S1", "Accept", "text/html");
      assertEquals(503, page.statusCode());
      assertEquals(503, served.get(LIVE).statusCode());
      put(view, 1);
      view.setCaughtUp(true);
      assertEquals("0-0", Listening.to(served, LIVE).next());
      assertTrue(served.page("/vi/tables/CTCT-2024/2024-S1").contains("data-version=\"0-0\""));
    }
  }

  @Test
  void thereIsNothingToHearOfWhatIsNoTable() throws Exception {
    try (Served served = Served.of(new HeldView(REFERENCE))) {
      for (String path :
          List.of("/live/NONE/2024-S1", "/live/CTCT-2024/2019-S1", "/live/CTCT-2024/2024-M01")) {
        assertEquals(404, served.get(path).statusCode(), path);
      }
      assertEquals(0, served.server().liveReaders());
    }
  }

  private static void put(HeldView view, int seed) {
    view.put(SomeTables.table(SomeTables.standings(KEY, REFERENCE, new Random(seed)), seed));
  }

  private static void await(String what, BooleanSupplier condition) {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (!condition.getAsBoolean()) {
      assertTrue(System.nanoTime() < deadline, what);
      LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
    }
  }

  /** One reader's events, as they come. */
  private static final class Listening {

    static final String ENDED = "(ended)";

    private static final String DATA = "data: ";

    private final BlockingQueue<String> events = new LinkedBlockingQueue<>();
    private volatile boolean told;
    private String last = "";

    static Listening to(Served served, String path) {
      return to(served, path, "");
    }

    static Listening to(Served served, String path, String account) {
      String[] name = account.isEmpty() ? new String[0] : new String[] {AsNamed.HEADER, account};
      Listening listening = new Listening();
      var unused =
          served
              .client()
              .sendAsync(
                  served.request(path, name).header("Accept", "text/event-stream").build(),
                  HttpResponse.BodyHandlers.ofLines())
              .thenAcceptAsync(
                  answer -> listening.read(answer.body()),
                  task -> {
                    Thread thread = new Thread(task);
                    thread.setDaemon(true);
                    thread.start();
                  });
      return listening;
    }

    private void read(Stream<String> lines) {
      try (lines) {
        lines
            .filter(line -> line.startsWith(DATA))
            .forEach(
                line -> {
                  events.add(line.substring(DATA.length()));
                  told = true;
                });
      } catch (UncheckedIOException e) {
        // The server has ended in the midst of it.
      }
      events.add(ENDED);
    }

    /** The next event that is another than the one before: a page takes no notice of the same. */
    String next() throws InterruptedException {
      while (true) {
        String event = events.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        if (event == null) {
          throw new AssertionError("nothing was told");
        }
        if (!event.equals(last)) {
          last = event;
          return event;
        }
      }
    }

    /** Whether something has come. */
    boolean isTold() {
      return told;
    }

    /** Whether nothing has come that is new. */
    boolean isQuiet() {
      return events.stream().allMatch(last::equals);
    }
  }
}
