package vn.tonghop.schemas.mapping;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.tonghop.domain.period.Regime;
import vn.tonghop.domain.standing.StandingCell;
import vn.tonghop.domain.standing.UnitStanding;

/** Between a unit's standing, or a change of it, and its record. */
public final class StandingMapping {

  private StandingMapping() {}

  /** The record of a standing. */
  public static vn.tonghop.UnitStanding toAvro(UnitStanding standing) {
    return new vn.tonghop.UnitStanding(
        standing.programme(),
        standing.target().label(),
        standing.unit(),
        standing.body(),
        standing.bodyTo(),
        List.copyOf(standing.successors()),
        FigureMapping.closing(standing.closing()),
        standing.carried(),
        standing.nil(),
        standing.late(),
        standing.cells().stream().map(StandingMapping::cell).toList(),
        FigureMapping.toAvro(standing.indicators()));
  }

  /**
   * The standing of a record.
   *
   * @throws IllegalArgumentException if a label in it is none of a period
   */
  public static UnitStanding fromAvro(Regime regime, vn.tonghop.UnitStanding stored) {
    return new UnitStanding(
        stored.getProgramme().toString(),
        AvroValues.period(regime, stored.getTarget()),
        stored.getUnit().toString(),
        stored.getBody().toString(),
        stored.getBodyTo(),
        AvroValues.texts(stored.getSuccessors()),
        FigureMapping.closing(regime, stored.getClosing()),
        stored.getCarried(),
        stored.getNil(),
        stored.getLate(),
        stored.getCells().stream().map(StandingMapping::cell).toList(),
        FigureMapping.fromAvro(stored.getIndicators()));
  }

  /** The record of a change. */
  public static vn.tonghop.StandingChange toAvro(Change change) {
    return new vn.tonghop.StandingChange(
        orNull(change.standing()), MovedByMapping.toAvro(change.movedBy()));
  }

  /**
   * The change of a record.
   *
   * @throws IllegalArgumentException if a label in it is none of a period
   */
  public static Change fromAvro(Regime regime, vn.tonghop.StandingChange stored) {
    return new Change(
        orNull(regime, stored.getStanding()), MovedByMapping.fromAvro(stored.getMovedBy()));
  }

  static vn.tonghop.@Nullable UnitStanding orNull(@Nullable UnitStanding standing) {
    return standing == null ? null : toAvro(standing);
  }

  static @Nullable UnitStanding orNull(Regime regime, vn.tonghop.@Nullable UnitStanding stored) {
    return stored == null ? null : fromAvro(regime, stored);
  }

  private static vn.tonghop.Cell cell(StandingCell cell) {
    return new vn.tonghop.Cell(
        cell.assignedBy(), cell.field(), FigureMapping.measures(cell.measures()));
  }

  private static StandingCell cell(vn.tonghop.Cell stored) {
    return new StandingCell(
        stored.getAssignedBy().toString(),
        stored.getField().toString(),
        FigureMapping.measures(stored.getMeasures()));
  }
}
