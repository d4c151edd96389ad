package vn.tonghop.bench.peer;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.tonghop.domain.table.MovedBy;

/**
 * The standings that a national table adds up. They stay packed while reports come, since the table
 * itself is made only when it is emitted.
 *
 * @param units sorted by body
 * @param movedBy null before the first report
 */
record TableUnits(List<Unit> units, @Nullable MovedBy movedBy) {

  static final TableUnits NONE = new TableUnits(List.of(), null);

  private static final Comparator<Unit> BY_BODY = Comparator.comparing(Unit::body);

  TableUnits {
    units = List.copyOf(units);
  }

  /**
   * One unit's.
   *
   * @param standing as {@link StandingBytes} writes it
   */
  @SuppressWarnings("ArrayRecordComponent") // Passed on, never compared.
  record Unit(String body, byte[] standing) {}

  /** The report that last changed it. */
  MovedBy mover() {
    return Objects.requireNonNull(movedBy);
  }

  /** The same after one unit's standing has moved. */
  TableUnits with(TableMove move) {
    byte @Nullable [] standing = move.standing();
    List<Unit> after = new ArrayList<>(units);
    int place = Collections.binarySearch(after, new Unit(move.body(), new byte[0]), BY_BODY);
    if (place >= 0) {
      after.remove(place);
    }
    if (standing != null) {
      after.add(place >= 0 ? place : -place - 1, new Unit(move.body(), standing));
    }
    return new TableUnits(after, movedBy == null || move.visible() ? move.movedBy() : movedBy);
  }
}
