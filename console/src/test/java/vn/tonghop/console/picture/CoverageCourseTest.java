package vn.tonghop.console.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import vn.tonghop.domain.period.Period;
import vn.tonghop.domain.period.Regime;

class CoverageCourseTest {

  private static final Period Q1 = Period.parse(Regime.DECREE_09_2019, "2024-Q1").orElseThrow();
  private static final LocalDate LONG_AFTER = LocalDate.parse("2026-01-01");

  private static CoverageCourse course(LocalDate today, String... received) {
    return CoverageCourse.of(
        Q1, 63, List.of(received).stream().map(Instant::parse).toList(), today);
  }

  private static String shown(CoverageCourse course) {
    return course.days().stream()
        .map(day -> day.date().getDayOfMonth() + "=" + day.reported())
        .collect(Collectors.joining(" "));
  }

  @Test
  void aReportCountsFromTheDayAtPlusSevenOnWhichItWasReceived() {
    CoverageCourse course =
        course(
            LONG_AFTER, "2024-03-15T16:59:59.999Z", "2024-03-15T17:00:00Z", "2024-03-25T10:00:00Z");
    assertEquals("14=0 15=1 16=2 17=2 18=2 19=2 20=2 21=2 22=2 23=2 24=2 25=3", shown(course));
    assertEquals(LocalDate.parse("2024-03-25"), course.due());
    assertEquals(0, course.later());
  }

  @Test
  void lateReportsLengthenThePictureByTwoMonthsAtMost() {
    CoverageCourse course =
        course(LONG_AFTER, "2024-03-20T00:00:00Z", "2024-03-27T00:00:00Z", "2025-03-27T00:00:00Z");
    assertEquals(LocalDate.parse("2024-05-24"), course.days().get(course.days().size() - 1).date());
    assertEquals(1, course.later());
    assertEquals(2, course.days().get(course.days().size() - 1).reported());
  }

  @Test
  void earlyOnesCountOnTheFirstDayShown() {
    CoverageCourse course = course(LONG_AFTER, "2023-12-20T00:00:00Z", "2024-03-20T00:00:00Z");
    assertEquals(LocalDate.parse("2024-02-24"), course.days().get(0).date());
    assertEquals(1, course.days().get(0).reported());
  }

  @Test
  void noDayThatHasNotComeIsShown() {
    assertEquals(
        "14=0 15=0 16=1", shown(course(LocalDate.parse("2024-03-16"), "2024-03-16T03:00:00Z")));
    assertEquals("14=0", shown(course(LocalDate.parse("2024-01-01"))));
  }
}
