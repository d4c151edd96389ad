package vn.tonghop.bench.peer;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.tonghop.domain.standing.Measures;
import vn.tonghop.domain.standing.StandingCell;

/**
 * The national table in one record. What is added of a unit is subtracted again before another
 * report of it is added.
 *
 * @param byUnit sorted by body
 */
record PeerTable(Measures total, CodeSums byAssignedBy, CodeSums byField, List<PeerRow> byUnit) {

  static final PeerTable EMPTY =
      new PeerTable(Measures.ZERO, CodeSums.NONE, CodeSums.NONE, List.of());

  private static final Comparator<PeerRow> BY_BODY = Comparator.comparing(PeerRow::body);

  PeerTable {
    byUnit = List.copyOf(byUnit);
  }

  PeerTable plus(PeriodReport closing) {
    PeerRow row = PeerRow.of(closing);
    List<PeerRow> rows = new ArrayList<>(byUnit);
    int place = Collections.binarySearch(rows, row, BY_BODY);
    if (place >= 0) {
      throw new IllegalStateException("added twice: " + row.body());
    }
    rows.add(-place - 1, row);
    return moved(closing.cells(), 1, rows);
  }

  /** The exact inverse of {@link #plus}; null once no unit is left. */
  @Nullable PeerTable minus(PeriodReport closing) {
    PeerRow row = PeerRow.of(closing);
    List<PeerRow> rows = new ArrayList<>(byUnit);
    int place = Collections.binarySearch(rows, row, BY_BODY);
    if (place < 0 || !rows.remove(place).equals(row)) {
      throw new IllegalStateException("not what was added: " + row);
    }
    return rows.isEmpty() ? null : moved(closing.cells(), -1, rows);
  }

  private PeerTable moved(List<StandingCell> cells, int sign, List<PeerRow> rows) {
    Measures sum = total;
    CodeSums authorities = byAssignedBy;
    CodeSums fields = byField;
    for (StandingCell cell : cells) {
      Measures measures = sign > 0 ? cell.measures() : negated(cell.measures());
      sum = sum.plus(measures);
      authorities = authorities.plus(cell.assignedBy(), measures);
      fields = fields.plus(cell.field(), measures);
    }
    return new PeerTable(sum, authorities, fields, rows);
  }

  private static Measures negated(Measures m) {
    return new Measures(
        -m.assigned(),
        -m.completedOnTime(),
        -m.completedLate(),
        -m.openOnTrack(),
        -m.openOverdue(),
        -m.completedInPeriod(),
        -m.percentSum());
  }
}
