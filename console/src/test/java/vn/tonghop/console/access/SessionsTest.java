package vn.tonghop.console.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SessionsTest {

  private final TestClock clock = new TestClock();
  private final Sessions sessions = new Sessions(clock);

  private String begin(String name) {
    return sessions.begin(new Caller(name, Role.VIEWER, null), "stamp").id();
  }

  @Test
  void endsWhenItRestedTooLong() {
    String id = begin("lan");
    for (int i = 0; i < 3; i++) {
      clock.pass(Sessions.IDLE.minusSeconds(1));
      assertTrue(sessions.find(id).isPresent());
    }
    clock.pass(Sessions.IDLE);
    assertFalse(sessions.find(id).isPresent());
    assertEquals(0, sessions.size());
  }

  @Test
  void endsHoweverBusyItIs() {
    String id = begin("lan");
    Duration busy = Duration.ofMinutes(10);
    for (Duration all = busy; all.compareTo(Sessions.LONGEST) < 0; all = all.plus(busy)) {
      clock.pass(busy);
      assertTrue(sessions.find(id).isPresent());
    }
    clock.pass(busy);
    assertFalse(sessions.find(id).isPresent());
  }

  @Test
  void endsOnRequest() {
    String id = begin("lan");
    String other = begin("lan");
    sessions.end(id);
    assertFalse(sessions.find(id).isPresent());
    assertTrue(sessions.find(other).isPresent());
  }

  @Test
  void idsAreNeverTheSame() {
    Set<String> ids = new HashSet<>();
    for (int i = 0; i < 1_000; i++) {
      String id = begin("lan");
      assertTrue(id.matches("[A-Za-z0-9_-]{43}"), id);
      assertTrue(ids.add(id));
    }
  }

  @Test
  void oneAccountHasSoMany() {
    String others = begin("hoa");
    String first = begin("lan");
    String second = begin("lan");
    for (int i = 2; i < Sessions.MOST_OF_ONE; i++) {
      begin("lan");
    }
    // It was used since, so it is not the one that rested longest.
    assertTrue(sessions.find(first).isPresent());
    begin("lan");
    assertTrue(sessions.find(first).isPresent());
    assertFalse(sessions.find(second).isPresent());
    assertTrue(sessions.find(others).isPresent());
    assertEquals(Sessions.MOST_OF_ONE + 1, sessions.size());
  }

  @Test
  void tenThousandSignInsTakeNoMoreMemory() {
    for (int i = 0; i < 10_000; i++) {
      begin("name-" + i % 2_000);
    }
    assertEquals(Sessions.MOST, sessions.size());
  }
}
