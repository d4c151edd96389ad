package vn.tonghop.monitor.business;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import vn.tonghop.domain.acceptance.SourceRecord;
import vn.tonghop.domain.period.Period;
import vn.tonghop.domain.period.Regime;
import vn.tonghop.domain.reference.ReferenceData;
import vn.tonghop.domain.reference.ReportingUnit;
import vn.tonghop.domain.standing.ClosingReport;
import vn.tonghop.domain.standing.Measures;
import vn.tonghop.domain.table.MovedBy;
import vn.tonghop.domain.table.NationalTable;
import vn.tonghop.domain.table.UnitRow;

class DeadlineTest {

  private static final ReferenceData REFERENCE = ReferenceData.bundled();
  private static final String PROGRAMME = "CTCT-2024";

  @Test
  void underTheDecreeTheSecondQuarterAndTheHalfAreDueBeforeThe26thOfJune() {
    List<Deadline> next = next(Regime.DECREE_09_2019, "2024-05-02T00:00:00Z", List.of());
    assertEquals(List.of("2024-Q2", "2024-S1"), labels(next));
    assertEquals(Instant.parse("2024-06-25T17:00:00Z"), next.get(0).dueAt());
    assertEquals(63, next.get(0).expected());
    assertEquals(63, next.get(0).silent().size());
  }

  @Test
  void atTheDeadlineTheNextOneCounts() {
    assertEquals(
        List.of("2024-Q2", "2024-S1"),
        labels(next(Regime.DECREE_09_2019, "2024-06-25T16:59:59Z", List.of())));
    assertEquals(
        List.of("2024-Q3"), labels(next(Regime.DECREE_09_2019, "2024-06-25T17:00:00Z", List.of())));
  }

  @Test
  void theLastDeadlineOfACalendarYearIsInJanuaryAndThenThereIsNone() {
    assertEquals(
        List.of("2024-Q4", "2024-S2", "2024-A1"),
        labels(next(Regime.CALENDAR, "2025-01-05T00:00:00Z", List.of())));
    assertEquals(List.of(), labels(next(Regime.CALENDAR, "2025-01-10T17:00:00Z", List.of())));
  }

  @Test
  void whoHasAReportOfThePeriodIsNotSilentAndWhoIsCarriedIs() {
    List<String> reported = new ArrayList<>(units("2024-06-14"));
    reported.removeAll(List.of("40", "75"));
    Deadline half =
        next(Regime.DECREE_09_2019, "2024-06-20T00:00:00Z", reported).stream()
            .filter(each -> each.period().label().equals("2024-S1"))
            .findFirst()
            .orElseThrow();
    // 48 has a row, which carries what it said of a part of the half.
    assertEquals(Set.of("40", "48", "75"), codes(half));
    assertEquals(63, half.expected());
  }

  @Test
  void unitsAreThoseInForceOnThePeriodsLastDay() {
    List<Deadline> next =
        Deadline.next(
            REFERENCE,
            Regime.DECREE_09_2019,
            Instant.parse("2025-09-01T00:00:00Z"),
            (programme, period) -> Optional.empty());
    Deadline third =
        next.stream()
            .filter(each -> each.programme().equals("CTCT-2025"))
            .findFirst()
            .orElseThrow();
    assertEquals("2025-Q3", third.period().label());
    assertEquals(34, third.silent().size());
    assertTrue(next.stream().noneMatch(each -> each.programme().equals("CTCT-2024")));
  }

  private static List<Deadline> next(Regime regime, String now, List<String> reported) {
    return Deadline.next(
            REFERENCE,
            regime,
            Instant.parse(now),
            (programme, period) ->
                reported.isEmpty() ? Optional.empty() : Optional.of(table(period, reported)))
        .stream()
        .filter(each -> each.programme().equals(PROGRAMME))
        .toList();
  }

  private static NationalTable table(Period period, List<String> reported) {
    SourceRecord source = new SourceRecord("tonghop.reports.40", 0, 0);
    ClosingReport closing = new ClosingReport(period, 1, period.lastDay(), source);
    List<UnitRow> rows =
        reported.stream()
            .map(
                code ->
                    new UnitRow(
                        code,
                        body(code, period),
                        code.equals("48"),
                        false,
                        false,
                        closing,
                        List.of(),
                        Measures.ZERO))
            .toList();
    MovedBy movedBy = new MovedBy("40", period.label(), 1, source, Instant.EPOCH);
    return new NationalTable(
        PROGRAMME,
        period,
        Measures.ZERO,
        List.of(),
        List.of(),
        rows,
        List.of(),
        List.of(),
        movedBy);
  }

  private static String body(String code, Period period) {
    return REFERENCE.unit(code, period.lastDay()).map(ReportingUnit::body).orElseThrow();
  }

  private static List<String> units(String day) {
    return REFERENCE
        .expected(REFERENCE.programme(PROGRAMME).orElseThrow(), LocalDate.parse(day))
        .stream()
        .map(ReportingUnit::code)
        .toList();
  }

  private static Set<String> codes(Deadline deadline) {
    return deadline.silent().stream()
        .map(ReportingUnit::code)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static List<String> labels(List<Deadline> deadlines) {
    return deadlines.stream().map(each -> each.period().label()).toList();
  }
}
