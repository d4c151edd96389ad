package vn.tonghop.domain.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.tonghop.domain.reference.ReferenceHistory.Version;

class ReferenceHistoryTest {

  private static final ReferenceData DATA = ReferenceData.bundled();
  private static final Instant FIRST = Instant.parse("2025-01-01T00:00:00Z");
  private static final Instant SECOND = Instant.parse("2025-07-01T00:00:00Z");

  private final ReferenceHistory history =
      new ReferenceHistory(List.of(new Version(2, SECOND, DATA), new Version(1, FIRST, DATA)));

  @Test
  void aRecordIsJudgedByTheLastVersionAtOrBeforeItsTimeAndBeforeTheFirstByTheFirst() {
    assertEquals(1, history.at(Instant.EPOCH).number());
    assertEquals(1, history.at(FIRST).number());
    assertEquals(1, history.at(SECOND.minusMillis(1)).number());
    assertEquals(2, history.at(SECOND).number());
    assertEquals(2, history.at(Instant.MAX).number());
    assertEquals(1, history.first().number());
    assertEquals(2, history.last().number());
  }

  @Test
  void withoutAnyVersionNothingIsJudged() {
    assertThrows(IllegalArgumentException.class, () -> new ReferenceHistory(List.of()));
  }
}
