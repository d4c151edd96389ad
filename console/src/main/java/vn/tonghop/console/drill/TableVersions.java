package vn.tonghop.console.drill;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import vn.tonghop.console.view.Logged;
import vn.tonghop.console.view.Place;
import vn.tonghop.console.view.View;
import vn.tonghop.domain.standing.ClosingReport;
import vn.tonghop.domain.standing.UnitStanding;
import vn.tonghop.domain.table.MovedBy;
import vn.tonghop.domain.table.NationalTable;
import vn.tonghop.domain.table.UnitRow;

/**
 * Finds the version of a table in which a move of a unit was first seen. A version holds all that
 * one commit moved and bears the time of the last report among them, so the search begins at the
 * versions nearest in time; it reads no more than {@value #READ} of them.
 */
final class TableVersions {

  private static final int READ = 20;

  private final View view;

  TableVersions(View view) {
    this.view = view;
  }

  /**
   * Two versions that follow one another.
   *
   * @param before null: there was no table
   */
  record Step(@Nullable Logged<NationalTable> before, Logged<NationalTable> after) {}

  /**
   * The step at which a unit's row became what its standing says.
   *
   * @param after null: the unit no longer speaks
   * @param versions of the table, oldest first
   */
  Optional<Step> stepOf(
      String body, @Nullable UnitStanding after, MovedBy movedBy, List<Place> versions) {
    int[] nearest =
        IntStream.range(0, versions.size())
            .boxed()
            .sorted(
                Comparator.comparing(
                    (Integer place) -> distance(versions.get(place).at(), movedBy.at())))
            .limit(READ)
            .mapToInt(Integer::intValue)
            .toArray();
    for (int place : nearest) {
      Optional<Logged<NationalTable>> version = view.version(versions.get(place).source());
      if (version.isEmpty() || !says(version.get().value(), body, after)) {
        continue;
      }
      @Nullable Logged<NationalTable> former =
          place == 0 ? null : view.version(versions.get(place - 1).source()).orElse(null);
      if (former == null || !says(former.value(), body, after)) {
        return Optional.of(new Step(former, version.get()));
      }
    }
    return Optional.empty();
  }

  private static Duration distance(Instant a, Instant b) {
    return Duration.between(a, b).abs();
  }

  /** Whether the table's row of a unit is that of a standing. */
  static boolean says(NationalTable table, String body, @Nullable UnitStanding standing) {
    Optional<UnitRow> row =
        table.byUnit().stream().filter(each -> each.body().equals(body)).findFirst();
    if (standing == null) {
      return row.isEmpty();
    }
    return row.filter(each -> isOf(each, standing)).isPresent();
  }

  private static boolean isOf(UnitRow row, UnitStanding standing) {
    ClosingReport report = row.report();
    return Objects.equals(report, standing.closing())
        && row.measures().equals(standing.measures())
        && row.indicators().equals(standing.indicators());
  }
}
