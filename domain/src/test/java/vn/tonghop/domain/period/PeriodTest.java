package vn.tonghop.domain.period;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.tonghop.domain.oracle.OraclePeriod;

class PeriodTest {

  @ParameterizedTest
  @CsvSource({
    "decree-09-2019, 2026-M01, 2025-12-15, 2026-01-14, 2026-01-25T17:00:00Z",
    "decree-09-2019, 2026-M12, 2026-11-15, 2026-12-14, 2026-12-25T17:00:00Z",
    "decree-09-2019, 2024-M03, 2024-02-15, 2024-03-14, 2024-03-25T17:00:00Z",
    "decree-09-2019, 2026-Q1,  2025-12-15, 2026-03-14, 2026-03-25T17:00:00Z",
    "decree-09-2019, 2026-Q4,  2026-09-15, 2026-12-14, 2026-12-25T17:00:00Z",
    "decree-09-2019, 2026-S1,  2025-12-15, 2026-06-14, 2026-06-25T17:00:00Z",
    "decree-09-2019, 2026-S2,  2026-06-15, 2026-12-14, 2026-12-25T17:00:00Z",
    "decree-09-2019, 2026-A1,  2025-12-15, 2026-12-14, 2026-12-25T17:00:00Z",
    "calendar,       2026-M01, 2026-01-01, 2026-01-31, 2026-02-10T17:00:00Z",
    "calendar,       2024-M02, 2024-02-01, 2024-02-29, 2024-03-10T17:00:00Z",
    "calendar,       2100-M02, 2100-02-01, 2100-02-28, 2100-03-10T17:00:00Z",
    "calendar,       2026-Q1,  2026-01-01, 2026-03-31, 2026-04-10T17:00:00Z",
    "calendar,       2026-Q2,  2026-04-01, 2026-06-30, 2026-07-10T17:00:00Z",
    "calendar,       2026-S1,  2026-01-01, 2026-06-30, 2026-07-10T17:00:00Z",
    "calendar,       2026-A1,  2026-01-01, 2026-12-31, 2027-01-10T17:00:00Z",
  })
  void aPeriodHasTheDaysAndTheDeadlineOfItsRegime(
      String regime, String label, LocalDate first, LocalDate last, Instant due) {
    Period period = Period.parse(Regime.of(regime).orElseThrow(), label).orElseThrow();
    assertEquals(first, period.firstDay());
    assertEquals(last, period.lastDay());
    assertEquals(due, period.dueAt().toInstant());
    assertEquals("+07:00", period.dueAt().getOffset().getId());
    assertTrue(period.isOnTime(due.minusMillis(1)), "in time until the very end of the day");
    assertFalse(period.isOnTime(due), "late from midnight on");
  }

  @ParameterizedTest
  @EnumSource(Regime.class)
  void labelsAndDatesAreABijection(Regime regime) {
    for (int year : List.of(1000, 1001, 2023, 2024, 2025, 9999)) {
      for (OraclePeriod other : OraclePeriod.ofYear(regime, year)) {
        Period period = Period.parse(regime, other.label()).orElseThrow();
        assertEquals(other.label(), period.label());
        assertEquals(other.from(), period.firstDay());
        assertEquals(other.to(), period.lastDay());
        assertEquals(other.due(), period.dueAt().toInstant());
        assertEquals(Optional.of(period), Period.starting(regime, other.from(), period.length()));
        assertEquals(
            Optional.empty(), Period.starting(regime, other.from().plusDays(1), period.length()));
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Regime.class)
  void everyPeriodIsExactlyItsParts(Regime regime) {
    for (PeriodLength length :
        List.of(PeriodLength.QUARTER, PeriodLength.HALF, PeriodLength.YEAR)) {
      for (Period whole : Period.ofYear(regime, 2024, length)) {
        LocalDate next = whole.firstDay();
        for (Period part : whole.parts()) {
          assertEquals(next, part.firstDay());
          assertTrue(whole.contains(part));
          assertTrue(part.targets().contains(whole));
          next = part.lastDay().plusDays(1);
        }
        assertEquals(whole.lastDay().plusDays(1), next);
        assertEquals(length == PeriodLength.QUARTER ? 3 : 2, whole.parts().size());
      }
    }
    assertEquals(List.of(), Period.parse(regime, "2024-M01").orElseThrow().parts());
  }

  @ParameterizedTest
  @EnumSource(Regime.class)
  void oneReportSpeaksForTheTargetsThatContainIt(Regime regime) {
    assertEquals("[2024-Q2, 2024-S1, 2024-A1]", targets(regime, "2024-M05"));
    assertEquals("[2024-Q3, 2024-S2, 2024-A1]", targets(regime, "2024-M07"));
    assertEquals("[2024-Q4, 2024-S2, 2024-A1]", targets(regime, "2024-Q4"));
    assertEquals("[2024-S1, 2024-A1]", targets(regime, "2024-S1"));
    assertEquals("[2024-A1]", targets(regime, "2024-A1"));
  }

  private static String targets(Regime regime, String label) {
    return Period.parse(regime, label).orElseThrow().targets().toString();
  }

  @ParameterizedTest
  @EnumSource(Regime.class)
  void aPeriodContainsAnotherExactlyIfItHasAllItsDays(Regime regime) {
    for (OraclePeriod a : OraclePeriod.ofYear(regime, 2025)) {
      for (int year = 2024; year <= 2026; year++) {
        for (OraclePeriod b : OraclePeriod.ofYear(regime, year)) {
          boolean holds = !b.from().isBefore(a.from()) && !b.to().isAfter(a.to());
          assertEquals(
              holds,
              Period.parse(regime, a.label())
                  .orElseThrow()
                  .contains(Period.parse(regime, b.label()).orElseThrow()),
              a.label() + " contains " + b.label());
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "2024",
        "2024-",
        "2024-M00",
        "2024-M13",
        "2024-M1",
        "2024-M001",
        "2024-Q0",
        "2024-Q5",
        "2024-Q01",
        "2024-S0",
        "2024-S3",
        "2024-A0",
        "2024-A2",
        "2024-A",
        "2024-m01",
        "2024-q1",
        "2024-s1",
        "2024-a1",
        " 2024-Q1",
        "2024-Q1 ",
        "2024-Q1\n",
        "2024 -Q1",
        "0999-Q1",
        "999-Q1",
        "10000-Q1",
        "-2024-Q1",
        "2024Q1",
        "2024/Q1",
        "2024–Q1",
        "٢٠٢٤-Q1",
        "2024-Q١",
        "２０２４-Q1",
        "2024-Ｑ1",
        "\uFEFF2024-Q1",
        "2024-Q1\u0000",
        "2024-W01",
        "2024-H1"
      })
  void aMalformedLabelIsNoPeriod(String label) {
    for (Regime regime : Regime.values()) {
      assertEquals(Optional.empty(), Period.parse(regime, label), label);
    }
  }

  @Test
  void aLabelIsExactlyWhatTheContractSays() {
    Pattern contract = Pattern.compile("[1-9][0-9]{3}-(M(0[1-9]|1[0-2])|Q[1-4]|S[12]|A1)");
    String signs = "0123459-MQSAm٣ \n";
    List<String> right = List.of("2024-M05", "2024-M12", "1000-Q4", "9999-S2", "2024-A1");
    Random random = new Random(1);
    int matched = 0;
    for (int i = 0; i < 200_000; i++) {
      StringBuilder label = new StringBuilder(right.get(random.nextInt(right.size())));
      for (int more = random.nextInt(4); more > 0; more--) {
        int at = random.nextInt(label.length());
        char other = signs.charAt(random.nextInt(signs.length()));
        switch (random.nextInt(6)) {
          case 0 -> label.insert(at, other);
          case 1 -> label.deleteCharAt(at).append("0");
          case 2 -> label.setLength(at + 1);
          default -> label.setCharAt(at, other);
        }
      }
      String text = label.toString();
      boolean matches = contract.matcher(text).matches();
      matched += matches ? 1 : 0;
      Optional<Period> period = Period.parse(Regime.CALENDAR, text);
      assertEquals(matches ? Optional.of(text) : Optional.empty(), period.map(Period::label), text);
    }
    assertTrue(matched > 10_000 && matched < 190_000, "matched " + matched);
  }
}
