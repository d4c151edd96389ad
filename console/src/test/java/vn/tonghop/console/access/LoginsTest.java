package vn.tonghop.console.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import vn.tonghop.console.access.Buckets.Rate;
import vn.tonghop.console.access.PasswordHash.Cost;

/** Wrong passwords are counted, and right ones never, however many come at once. */
@Timeout(120)
class LoginsTest {

  private static final String RIGHT = "right";
  private static final String WRONG = "wrong";
  private static final String REFUSED = "refused";
  private static final String OFFICE = "10.0.0.1";
  private static final Duration LONG = Duration.ofHours(1);

  /** More than what may be wrong in these tests, fewer than may wait for their turn. */
  private static final int SOME = 12;

  /** More than may wait. */
  private static final int MANY = 40;

  @TempDir private Path folder = Path.of("");

  /**
   * Checks that take as long as in earnest, so that those that come at once are under way at once.
   */
  private Logins logins(int ofAddress, int ofAccount) throws IOException {
    TestClock clock = new TestClock();
    Audit audit = new Audit(clock, line -> {});
    PasswordHash password = PasswordHash.of(TestServer.PASSWORD, Cost.DEFAULT);
    Path users =
        TestServer.write(
            folder.resolve("users"),
            new Account(new Caller("lan", Role.VIEWER, null), password),
            new Account(new Caller("van", Role.VIEWER, null), password));
    Limits limits =
        new Limits(
            TestServer.many(),
            TestServer.many(),
            new Rate(ofAddress, LONG),
            new Rate(ofAccount, LONG));
    return new Logins(
        new Accounts(users, clock, audit),
        audit,
        clock,
        TestServer.patient(FakePages.rules(), limits, Cost.DEFAULT));
  }

  private static String check(Logins logins, String name, String password) {
    try {
      return logins.check(name, password, OFFICE, "form").isPresent() ? RIGHT : WRONG;
    } catch (Refusal e) {
      return REFUSED;
    }
  }

  private static List<String> atOnce(int many, Logins logins, String password) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(many);
    try {
      CountDownLatch ready = new CountDownLatch(many);
      List<Future<String>> answers = new ArrayList<>();
      for (int i = 0; i < many; i++) {
        answers.add(
            threads.submit(
                () -> {
                  ready.countDown();
                  ready.await();
                  return check(logins, "lan", password);
                }));
      }
      List<String> all = new ArrayList<>();
      for (Future<String> answer : answers) {
        all.add(answer.get());
      }
      return all;
    } finally {
      threads.shutdownNow();
    }
  }

  private static long count(List<String> answers, String what) {
    return answers.stream().filter(what::equals).count();
  }

  /** An office that begins its day, behind one address. */
  @Test
  void rightOnesThatComeAtOnceAreAllTaken() throws Exception {
    Logins logins = logins(5, 5);
    List<String> answers = atOnce(SOME, logins, TestServer.PASSWORD);
    assertEquals(SOME, count(answers, RIGHT), answers.toString());
  }

  @Test
  void wrongOnesThatComeAtOnceAreNoMoreThanOneAfterAnother() throws Exception {
    Logins logins = logins(SOME, 5);
    List<String> answers = atOnce(SOME, logins, "sai");
    assertEquals(5, count(answers, WRONG), answers.toString());
    assertEquals(SOME - 5, count(answers, REFUSED), answers.toString());
    assertEquals(REFUSED, check(logins, "lan", TestServer.PASSWORD));
  }

  @Test
  void whoWasRefusedForWantOfATurnHasFailedNothing() throws Exception {
    int allowed = 20;
    Logins logins = logins(allowed, allowed);
    List<String> answers = atOnce(MANY, logins, TestServer.PASSWORD);
    assertEquals(0, count(answers, WRONG), answers.toString());
    assertTrue(count(answers, RIGHT) > 0, answers.toString());
    for (int i = 0; i < allowed; i++) {
      assertEquals(WRONG, check(logins, "lan", "sai"), "wrong ones before: " + i);
    }
    assertEquals(REFUSED, check(logins, "lan", "sai"));
  }

  /** Whoever guesses at one account from elsewhere does not shut an office out. */
  @Test
  void whoMustWaitForAnAccountUsesUpNothingOfAnAddress() throws IOException {
    Logins logins = logins(4, 2);
    assertEquals(WRONG, check(logins, "lan", "sai"));
    assertEquals(WRONG, check(logins, "lan", "sai"));
    for (int i = 0; i < SOME; i++) {
      assertEquals(REFUSED, check(logins, "lan", TestServer.PASSWORD));
    }
    assertEquals(RIGHT, check(logins, "van", TestServer.PASSWORD));
  }
}
