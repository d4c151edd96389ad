package vn.tonghop.console.drill;

import java.util.Optional;
import java.util.stream.Stream;
import vn.tonghop.domain.format.TableDimension;

/**
 * Whose figure it is.
 *
 * @param by the total, a region, a unit, an authority or a field
 * @param code of the authority or field, the unit's body, the region's name; empty for the total,
 *     and for central organisations, which are in no region
 */
public record Owner(TableDimension by, String code) {

  public static final Owner TOTAL = new Owner(TableDimension.TOTAL, "");

  public static Owner unit(String body) {
    return new Owner(TableDimension.UNIT, body);
  }

  public static Owner region(String name) {
    return new Owner(TableDimension.REGION, name);
  }

  public static Owner authority(String code) {
    return new Owner(TableDimension.ASSIGNED_BY, code);
  }

  public static Owner field(String code) {
    return new Owner(TableDimension.FIELD, code);
  }

  /** The owner that an address names; empty if nothing of that name owns figures. */
  public static Optional<Owner> of(String by, String code) {
    return Stream.of(
            TableDimension.TOTAL,
            TableDimension.REGION,
            TableDimension.UNIT,
            TableDimension.ASSIGNED_BY,
            TableDimension.FIELD)
        .filter(dimension -> dimension.id().equals(by))
        .filter(dimension -> mayBeEmpty(dimension) || !code.isEmpty())
        .filter(dimension -> dimension != TableDimension.TOTAL || code.isEmpty())
        .findFirst()
        .map(dimension -> new Owner(dimension, code));
  }

  private static boolean mayBeEmpty(TableDimension dimension) {
    return dimension == TableDimension.TOTAL || dimension == TableDimension.REGION;
  }

  /** Whether it parts a unit's tasks, so that a unit's row does not hold its figure. */
  public boolean isByTask() {
    return by == TableDimension.ASSIGNED_BY || by == TableDimension.FIELD;
  }
}
