package vn.tonghop.domain.format;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.tonghop.domain.standing.ClosingReport;
import vn.tonghop.domain.standing.Measures;

/**
 * One row of a table that people read.
 *
 * @param coverage how many of how many units its rates speak for; of a single unit, its report
 * @param report of a single unit; null where several are added up
 */
public record TextRow(
    String name,
    Set<Mark> marks,
    Measures measures,
    String coverage,
    @Nullable ClosingReport report) {

  /** A row of several units. */
  static TextRow of(String name, Measures measures, String coverage) {
    return new TextRow(name, EnumSet.noneOf(Mark.class), measures, coverage, null);
  }

  /** The name and the signs of its marks, which no line break parts. */
  public String label() {
    return marks.isEmpty()
        ? name
        : name + "\u00a0" + marks.stream().map(Mark::sign).collect(Collectors.joining());
  }
}
