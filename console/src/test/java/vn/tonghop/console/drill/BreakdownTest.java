package vn.tonghop.console.drill;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.tonghop.domain.oracle.Reports.assigned;
import static vn.tonghop.domain.oracle.Reports.done;
import static vn.tonghop.domain.oracle.Reports.open;
import static vn.tonghop.domain.oracle.Reports.report;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.tonghop.console.RolledUp;
import vn.tonghop.console.view.Logged;
import vn.tonghop.console.view.TableKey;
import vn.tonghop.domain.period.Period;
import vn.tonghop.domain.period.Regime;
import vn.tonghop.domain.reference.ReferenceData;
import vn.tonghop.domain.standing.Measures;
import vn.tonghop.domain.standing.UnitStanding;
import vn.tonghop.domain.table.TableView;

/** Each figure is the sum of its units, whoever owns it. */
class BreakdownTest {

  private static final ReferenceData REFERENCE = ReferenceData.bundled();
  private static final Regime REGIME = Regime.DECREE_09_2019;
  private static final TableKey KEY =
      new TableKey("CTCT-2024", Period.parse(REGIME, "2024-S1").orElseThrow());
  private static final LocalDate TODAY = LocalDate.parse("2026-11-23");
  private static final Instant AT = Instant.parse("2024-06-20T00:00:00Z");

  private RolledUp view = new RolledUp(REGIME, REFERENCE);

  @BeforeEach
  void threeUnitsReport() {
    view = new RolledUp(REGIME, REFERENCE);
    view.arrive(
        AT,
        report(
            "70",
            "CTCT-2024",
            "2024-S1",
            1,
            "2024-06-14",
            open("A", "2024-05-01", 40),
            open("B", "2024-05-02", 10),
            assigned(done("C", "2024-05-03", "2024-04-30"), "SECRETARIAT", "INSPECTION")),
        report(
            "75",
            "CTCT-2024",
            "2024-S1",
            1,
            "2024-06-14",
            assigned(open("A", "2024-05-01", 40), "SECRETARIAT", "INSPECTION")),
        report("40", "CTCT-2024", "2024-S1", 1, "2024-06-14", open("A", null, 40)));
  }

  private TableView table() {
    return TableView.asReported(
        view.table(KEY).map(Logged::value),
        REFERENCE.programme("CTCT-2024").orElseThrow(),
        KEY.target(),
        REFERENCE);
  }

  private List<UnitStanding> standings() {
    return view.standings(KEY).stream().map(Logged::value).toList();
  }

  private Breakdown of(Owner owner, @Nullable LocalDate restated) {
    return Breakdown.of(
        new Figure(KEY, owner, Measure.OPEN_OVERDUE, restated), table(), standings(), REFERENCE);
  }

  private static List<String> overdue(Breakdown breakdown) {
    return breakdown.shares().stream()
        .filter(share -> share.measures().openOverdue() > 0)
        .map(share -> share.unit().body() + "=" + share.measures().openOverdue())
        .toList();
  }

  @Test
  void theTotalIsThatOfAllUnits() {
    Breakdown breakdown = of(Owner.TOTAL, null);
    assertEquals(List.of("70.63=2", "75.63=1"), overdue(breakdown));
    assertEquals(3, breakdown.sum().openOverdue());
    assertTrue(breakdown.isProven());
  }

  @Test
  void aFieldsFigureIsPartedByUnit() {
    Breakdown breakdown = of(Owner.field("INSPECTION"), null);
    assertEquals(List.of("75.63=1"), overdue(breakdown));
    assertEquals(2, breakdown.sum().assigned());
    assertEquals(new Measures(2, 1, 0, 0, 1, 1, 140), breakdown.inTable());
    assertTrue(breakdown.isProven());
    assertTrue(of(Owner.authority("SECRETARIAT"), null).isProven());
    assertEquals(List.of(), overdue(of(Owner.authority("COMMISSION"), null)));
  }

  @Test
  void aRegionHasItsProvincesAndAUnitItself() {
    assertEquals(List.of("70.63=2", "75.63=1"), overdue(of(Owner.region("Đông Nam Bộ"), null)));
    assertEquals(List.of("70.63=2"), overdue(of(Owner.unit("70.63"), null)));
    assertTrue(of(Owner.region("Đông Nam Bộ"), null).isProven());
  }

  @Test
  void aRowUnderTodaysUnitsIsThatOfAllWhoWentIntoIt() {
    Breakdown breakdown = of(Owner.unit("75.34"), TODAY);
    assertEquals(List.of("70.63=2", "75.63=1"), overdue(breakdown));
    assertTrue(breakdown.isProven());
    assertEquals(List.of(), of(Owner.unit("75.34"), null).shares(), "not there as reported");
    assertEquals(1, of(Owner.region("Bắc Trung Bộ"), TODAY).shares().size(), "regions of today");
    assertTrue(of(Owner.region("Bắc Trung Bộ"), TODAY).isProven());
  }

  @Test
  void standingsOfAnotherMomentProveNothing() {
    TableView before = table();
    view.arrive(
        AT.plusSeconds(1),
        report("40", "CTCT-2024", "2024-S1", 2, "2024-06-14", open("A", "2024-01-01", 40)));
    Breakdown breakdown =
        Breakdown.of(
            new Figure(KEY, Owner.field("CADRES"), Measure.ASSIGNED, null),
            before,
            standings(),
            REFERENCE);
    assertFalse(breakdown.settled());
    assertFalse(breakdown.isProven());
  }
}
