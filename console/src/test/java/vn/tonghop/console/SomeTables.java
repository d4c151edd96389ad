package vn.tonghop.console;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import vn.tonghop.console.view.TableKey;
import vn.tonghop.domain.acceptance.SourceRecord;
import vn.tonghop.domain.period.Period;
import vn.tonghop.domain.period.Regime;
import vn.tonghop.domain.reference.IndicatorKind;
import vn.tonghop.domain.reference.ReferenceData;
import vn.tonghop.domain.reference.ReportingUnit;
import vn.tonghop.domain.standing.ClosingReport;
import vn.tonghop.domain.standing.IndicatorFigure;
import vn.tonghop.domain.standing.Measures;
import vn.tonghop.domain.standing.StandingCell;
import vn.tonghop.domain.standing.UnitStanding;
import vn.tonghop.domain.table.MovedBy;
import vn.tonghop.domain.table.NationalTable;

/** Invented tables that add up. */
public final class SomeTables {

  public static final Regime REGIME = Regime.DECREE_09_2019;
  public static final String PROGRAMME = "CTCT-2024";

  private static final int MOST_TASKS = 400;

  private SomeTables() {}

  public static TableKey key(String programme, String period) {
    return new TableKey(programme, Period.parse(REGIME, period).orElseThrow());
  }

  /** What every province says, but for those with these bodies. */
  public static List<UnitStanding> standings(
      TableKey key, ReferenceData reference, Random random, String... missing) {
    List<UnitStanding> standings = new ArrayList<>();
    for (ReportingUnit unit : reference.unitsOn(key.target().lastDay())) {
      if (unit.kind().isProvincial() && !List.of(missing).contains(unit.body())) {
        standings.add(standing(key, unit, reference, random));
      }
    }
    return standings;
  }

  /** Their table, moved last by the first of them. */
  public static NationalTable table(List<UnitStanding> standings, long moved) {
    UnitStanding first = standings.get(0);
    MovedBy by =
        new MovedBy(
            first.unit(),
            first.closing().period().label(),
            first.closing().revision(),
            new SourceRecord("tonghop.reports." + first.unit(), 0, moved),
            Instant.parse("2024-06-20T03:04:05Z"));
    return NationalTable.of(standings, by).orElseThrow();
  }

  public static UnitStanding standing(
      TableKey key, ReportingUnit unit, ReferenceData reference, Random random) {
    int dice = random.nextInt(10);
    boolean nil = dice == 0;
    boolean carried = dice == 1 || dice == 2;
    Period closing = carried ? key.target().parts().get(0) : key.target();
    List<StandingCell> cells = new ArrayList<>();
    for (String authority : reference.authorityCodes()) {
      for (String field : reference.fieldCodes()) {
        if (!nil && random.nextInt(4) == 0) {
          cells.add(new StandingCell(authority, field, measures(random)));
        }
      }
    }
    return new UnitStanding(
        key.programme(),
        key.target(),
        unit.code(),
        unit.body(),
        null,
        List.of(),
        new ClosingReport(
            closing,
            1 + random.nextInt(3),
            closing.lastDay(),
            new SourceRecord("tonghop.reports." + unit.code(), 0, random.nextInt(1000))),
        carried,
        nil,
        random.nextInt(8) == 0,
        cells.stream()
            .sorted(
                Comparator.comparing(StandingCell::assignedBy).thenComparing(StandingCell::field))
            .toList(),
        nil
            ? List.of()
            : List.of(
                new IndicatorFigure(
                    "RECOMMENDATIONS",
                    IndicatorKind.FLOW,
                    new BigDecimal(random.nextInt(90)).setScale(3),
                    false,
                    false)));
  }

  private static Measures measures(Random random) {
    long onTime = random.nextInt(MOST_TASKS);
    long late = random.nextInt(9);
    long onTrack = random.nextInt(MOST_TASKS);
    long overdue = random.nextInt(20);
    long done = onTime + late;
    return new Measures(
        done + onTrack + overdue,
        onTime,
        late,
        onTrack,
        overdue,
        random.nextInt((int) done + 1),
        100 * done + 50 * (onTrack + overdue));
  }
}
