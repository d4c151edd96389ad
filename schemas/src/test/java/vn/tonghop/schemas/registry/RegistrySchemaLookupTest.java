package vn.tonghop.schemas.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.UncheckedIOException;
import java.net.BindException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import vn.tonghop.ProgressReport;
import vn.tonghop.schemas.registry.SchemaLookup.Answer;

@Timeout(30)
class RegistrySchemaLookupTest {
  private static final Schema REPORT = ProgressReport.getClassSchema();
  private static final int TRIES = 20;
  private static final Duration LONG = Duration.ofMinutes(1);
  private static final BackOff BACK_OFF = new BackOff(Duration.ofMillis(20), Duration.ofMillis(80));

  private final AtomicLong nanos = new AtomicLong();
  private final List<CompletableFuture<Schema>> questions = new ArrayList<>();
  private final RegistrySchemaLookup lookup =
      new RegistrySchemaLookup(
          id -> {
            CompletableFuture<Schema> question = new CompletableFuture<>();
            questions.add(question);
            return question;
          },
          BackOff.DEFAULT,
          nanos::get);

  private void later(long millis) {
    nanos.addAndGet(Duration.ofMillis(millis).toNanos());
  }

  private void fail(RuntimeException cause) {
    questions.get(questions.size() - 1).completeExceptionally(cause);
  }

  @Test
  void oneQuestionAtATimeIsUnderWayAndAKnownSchemaIsNeverAskedForAgain() {
    assertEquals(new Answer.Pending(), lookup.lookup(7));
    later(60_000);
    assertEquals(new Answer.Pending(), lookup.lookup(7));
    assertEquals(1, questions.size());
    questions.get(0).complete(REPORT);
    assertEquals(new Answer.Known(REPORT), lookup.lookup(7));
    later(1_000_000_000);
    assertEquals(new Answer.Known(REPORT), lookup.lookup(7));
    assertEquals(1, questions.size());
  }

  @Test
  void anUnknownIdIsBelievedForTenSecondsOnly() {
    lookup.lookup(7);
    fail(new RegistryNotFoundException("no such id"));
    later(9_999);
    assertInstanceOf(Answer.Unknown.class, lookup.lookup(7));
    assertEquals(1, questions.size());
    later(1);
    lookup.lookup(7);
    assertEquals(2, questions.size());
    questions.get(1).complete(REPORT);
    assertEquals(new Answer.Known(REPORT), lookup.lookup(7));
  }

  @Test
  void theRegistryIsAskedAgainAfterPausesThatDoubleUpToFiveSeconds() {
    lookup.lookup(7);
    for (long pause : new long[] {200, 400, 800, 1_600, 3_200, 5_000, 5_000}) {
      int asked = questions.size();
      fail(new RegistryUnavailableException("away"));
      later(pause - 1);
      assertInstanceOf(Answer.Unavailable.class, lookup.lookup(7));
      assertEquals(asked, questions.size(), "too early, pause " + pause);
      later(1);
      assertInstanceOf(Answer.Unavailable.class, lookup.lookup(7), "until it answers");
      assertEquals(asked + 1, questions.size(), "too late, pause " + pause);
    }
  }

  @Test
  void aRefusalIsNoUnknownSchema() {
    lookup.lookup(7);
    fail(new RegistryRefusedException(401, "who are you"));
    assertInstanceOf(Answer.Unavailable.class, lookup.lookup(7));
  }

  @Test
  void idsThatNoRegistryGivesAreUnknownUnasked() {
    assertInstanceOf(Answer.Unknown.class, lookup.lookup(0));
    assertInstanceOf(Answer.Unknown.class, lookup.lookup(-1));
    assertEquals(0, questions.size());
  }

  @Test
  void idsThatSendersMakeUpDoNotFillTheMemory() {
    for (int id = 1; id <= RegistrySchemaLookup.MOST_OPEN + 1; id++) {
      lookup.lookup(id);
      fail(new RegistryNotFoundException("no such id"));
    }
    int asked = questions.size();
    assertInstanceOf(Answer.Unknown.class, lookup.lookup(RegistrySchemaLookup.MOST_OPEN));
    assertEquals(asked, questions.size());
    lookup.lookup(1);
    assertEquals(asked + 1, questions.size(), "the oldest was forgotten");
  }

  @Test
  void whoWaitsGetsTheSchemaWhenTheRegistryIsUpAgain() throws Exception {
    for (int i = 0; i < TRIES && !getsTheSchemaWhenTheRegistryIsUpAgain(); i++) {
      assertTrue(i < TRIES - 1, "others took each port");
    }
  }

  /** False if somebody else has taken its port meanwhile. */
  private static boolean getsTheSchemaWhenTheRegistryIsUpAgain() throws Exception {
    int port;
    try (StubRegistry first = new StubRegistry()) {
      port = first.port();
    }
    CountDownLatch asked = new CountDownLatch(3);
    RegistryClient client = new RegistryClient(RegistrySettings.at("http://127.0.0.1:" + port));
    RegistrySchemaLookup waiting =
        new RegistrySchemaLookup(
            id -> {
              asked.countDown();
              return client.schemaAsync(id);
            },
            BACK_OFF,
            System::nanoTime);
    CompletableFuture<Optional<Schema>> answer =
        CompletableFuture.supplyAsync(() -> await(waiting));
    asked.await();
    try (StubRegistry again = new StubRegistry(port)) {
      int id = again.register("s", REPORT);
      assertEquals(1, id);
      assertEquals(Optional.of(REPORT), answer.get());
      assertEquals(Optional.empty(), waiting.awaitSchema(2, LONG));
      return true;
    } catch (UncheckedIOException e) {
      assertInstanceOf(BindException.class, e.getCause());
      return false;
    }
  }

  @Test
  void whoWaitsWithABoundIsToldThatTheRegistryIsAway() {
    try (StubRegistry slow = new StubRegistry()) {
      slow.answer(500);
      RegistrySchemaLookup real =
          new RegistrySchemaLookup(new RegistryClient(RegistrySettings.at(slow.url())));
      assertThrows(
          RegistryUnavailableException.class, () -> real.awaitSchema(1, Duration.ofMillis(300)));
      slow.hold(new CountDownLatch(1));
      assertThrows(
          RegistryUnavailableException.class, () -> real.awaitSchema(2, Duration.ofMillis(100)));
    }
  }

  @Test
  void whoWaitsCanBeInterrupted() {
    Thread.currentThread().interrupt();
    assertThrows(InterruptedException.class, () -> lookup.awaitSchema(7, LONG));
  }

  private static Optional<Schema> await(RegistrySchemaLookup lookup) {
    try {
      return lookup.awaitSchema(1, LONG);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
