package vn.tonghop.domain.standing;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A standing's cells in two arrays. Standings are what the roll-up keeps most of: as objects, cells
 * took four times the heap, and the collector's time with it.
 */
final class PackedCells extends FixedList<StandingCell> {

  private static final int CODES = 2;
  private static final int COUNTS = 7;

  /** Of each cell authority and field. */
  private final String[] codes;

  /** Of each cell what {@link Measures} has, in its order. */
  private final int[] counts;

  /**
   * A report's cells as they speak for one target.
   *
   * @param target its place among the targets of the report's period
   */
  PackedCells(List<ContributionCell> cells, int target) {
    this.codes = new String[CODES * cells.size()];
    this.counts = new int[COUNTS * cells.size()];
    int code = 0;
    int count = 0;
    for (ContributionCell cell : cells) {
      codes[code++] = cell.assignedBy();
      codes[code++] = cell.field();
      counts[count++] = cell.assigned();
      counts[count++] = cell.completedOnTime();
      counts[count++] = cell.completedLate();
      counts[count++] = cell.openOnTrack();
      counts[count++] = cell.openOverdue();
      counts[count++] = cell.completedIn().get(target);
      counts[count++] = cell.percentSum();
    }
  }

  @Override
  public StandingCell get(int index) {
    int count = COUNTS * index;
    return new StandingCell(
        codes[CODES * index],
        codes[CODES * index + 1],
        new Measures(
            counts[count],
            counts[count + 1],
            counts[count + 2],
            counts[count + 3],
            counts[count + 4],
            counts[count + 5],
            counts[count + 6]));
  }

  @Override
  public int size() {
    return codes.length / CODES;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof PackedCells packed
        ? Arrays.equals(counts, packed.counts) && Arrays.equals(codes, packed.codes)
        : super.equals(other);
  }

  @Override
  public int hashCode() {
    return super.hashCode();
  }
}
