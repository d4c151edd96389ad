package vn.tonghop.streams.topology;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.tonghop.domain.oracle.Reports;
import vn.tonghop.domain.period.Regime;
import vn.tonghop.domain.report.ProgressReport;
import vn.tonghop.domain.report.TaskLine;
import vn.tonghop.domain.report.TaskStatus;
import vn.tonghop.domain.standing.Measures;
import vn.tonghop.domain.table.NationalTable;
import vn.tonghop.domain.table.UnitRow;

/** The worked example of the contract, step by step. */
class WorkedExampleTest {

  private static final TaskLine T1 = Reports.done("T1", "2024-03-20", "2024-03-18");
  private static final TaskLine T2 = Reports.done("T2", "2024-02-28", "2024-03-10");
  private static final TaskLine T3 = Reports.open("T3", "2024-03-15", 60);
  private static final TaskLine T4 = Reports.open("T4", "2024-05-31", 0);
  private static final TaskLine T5 = Reports.task("T5", TaskStatus.CANCELLED, null, null, 0);

  private final RollUpRun run = RollUpRun.of(Regime.CALENDAR);
  private final Map<String, NationalTable> tables = new HashMap<>();

  @AfterEach
  void close() {
    run.close();
  }

  @Test
  void afterTheQuartersReportTheHalfIsCarried() {
    assertEquals(Set.of("2024-Q1", "2024-S1", "2024-A1"), firstQuarter());
    Measures measures = new Measures(4, 1, 1, 1, 1, 2, 260);
    assertTable("2024-Q1", measures, "2024-Q1", 1, false);
    assertTable("2024-S1", measures, "2024-Q1", 1, true);
    assertEquals(
        List.of(new BigDecimal("0.6667"), new BigDecimal("0.5000"), new BigDecimal("0.6500")),
        List.of(
            Objects.requireNonNull(total("2024-Q1").rateDue()),
            Objects.requireNonNull(total("2024-Q1").rateAll()),
            Objects.requireNonNull(total("2024-Q1").rateVolume())));
  }

  @Test
  void afterMaysReportItSpeaksForTheSecondQuarterAndTheHalf() {
    firstQuarter();
    assertEquals(Set.of("2024-Q2", "2024-S1", "2024-A1"), may());
    assertTable("2024-Q1", new Measures(4, 1, 1, 1, 1, 2, 260), "2024-Q1", 1, false);
    assertTable("2024-Q2", new Measures(4, 1, 2, 1, 0, 1, 350), "2024-M05", 1, true);
    assertTable("2024-S1", new Measures(4, 1, 2, 1, 0, 3, 350), "2024-M05", 1, true);
  }

  @Test
  void afterTheCorrectionOfTheFirstQuarterThatTableAloneChanges() {
    firstQuarter();
    may();
    TaskLine corrected = Reports.done("T2", "2024-02-28", "2024-02-27");
    assertEquals(
        Set.of("2024-Q1"),
        arrive(
            Reports.report(
                "40", "CTCT-2024", "2024-Q1", 2, "2024-03-31", T1, corrected, T3, T4, T5),
            "2024-06-10T02:00:00Z"));
    assertTable("2024-Q1", new Measures(4, 2, 0, 1, 1, 2, 260), "2024-Q1", 2, false);
    assertEquals("2024-Q1", table("2024-Q1").movedBy().period());
    assertEquals("2024-M05", table("2024-S1").movedBy().period());
  }

  private Set<String> firstQuarter() {
    return arrive(
        Reports.report("40", "CTCT-2024", "2024-Q1", 1, "2024-03-31", T1, T2, T3, T4, T5),
        "2024-04-02T02:00:00Z");
  }

  private Set<String> may() {
    return arrive(
        Reports.report(
            "40",
            "CTCT-2024",
            "2024-M05",
            1,
            "2024-05-31",
            T1,
            T2,
            Reports.done("T3", "2024-03-15", "2024-04-20"),
            Reports.open("T4", "2024-05-31", 50)),
        "2024-06-02T02:00:00Z");
  }

  /** Targets of the tables that one report moved. */
  private Set<String> arrive(ProgressReport report, String at) {
    run.arrive(report, at);
    Map<String, @Nullable NationalTable> moved = run.tables();
    moved.values().forEach(each -> put(each));
    return Set.copyOf(
        moved.values().stream()
            .map(each -> Objects.requireNonNull(each).target().label())
            .toList());
  }

  private void put(@Nullable NationalTable table) {
    assertNotNull(table);
    tables.put(table.target().label(), table);
  }

  private void assertTable(
      String target, Measures measures, String period, int revision, boolean carried) {
    assertEquals(measures, total(target), target);
    UnitRow row = table(target).byUnit().get(0);
    assertEquals(period, row.report().period().label(), target);
    assertEquals(revision, row.report().revision(), target);
    assertEquals(carried, row.carried(), target);
  }

  private Measures total(String target) {
    return table(target).total();
  }

  private NationalTable table(String target) {
    return Objects.requireNonNull(tables.get(target), target);
  }
}
