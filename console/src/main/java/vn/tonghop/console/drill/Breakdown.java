package vn.tonghop.console.drill;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.tonghop.domain.format.Regions;
import vn.tonghop.domain.reference.ReferenceData;
import vn.tonghop.domain.standing.Measures;
import vn.tonghop.domain.standing.StandingCell;
import vn.tonghop.domain.standing.UnitStanding;
import vn.tonghop.domain.table.CodeMeasures;
import vn.tonghop.domain.table.Restatement;
import vn.tonghop.domain.table.TableView;
import vn.tonghop.domain.table.UnitView;

/**
 * The units that make a figure up, and whether they add up to what the table says.
 *
 * @param shares of all units that the figure's owner takes in, zeros included, in the table's order
 * @param inTable what the table itself says
 * @param settled whether each share is of the very report that the table counted; false for a
 *     moment while a report is on its way through both
 */
public record Breakdown(List<Share> shares, Measures inTable, boolean settled) {

  public Breakdown {
    shares = List.copyOf(shares);
  }

  /** One unit's part; its row is as reported. */
  public record Share(UnitView unit, Measures measures) {}

  /**
   * Takes a figure apart.
   *
   * @param asReported the figure's table under the units of its period
   * @param standings what the units say in the target; looked at for authorities and fields alone
   * @throws IllegalArgumentException if the figure is restated to a day within its period
   */
  public static Breakdown of(
      Figure figure,
      TableView asReported,
      Collection<UnitStanding> standings,
      ReferenceData reference) {
    @Nullable LocalDate date = figure.restatedTo();
    TableView table = date == null ? asReported : Restatement.to(date, asReported, reference);
    Owner owner = figure.owner();
    if (owner.isByTask()) {
      return byTask(owner, table, asReported, standings);
    }
    Function<UnitView, UnitView> row = rowIn(table, asReported, date, reference);
    List<Share> shares =
        asReported.byUnit().stream()
            .filter(unit -> takesIn(owner, row.apply(unit)))
            .map(unit -> new Share(unit, unit.measures()))
            .toList();
    return new Breakdown(shares, inTable(owner, table), true);
  }

  /** What the units add up to. */
  public Measures sum() {
    return shares.stream().map(Share::measures).reduce(Measures.ZERO, Measures::plus);
  }

  /** Whether all measures of the units add up to those of the table. */
  public boolean isProven() {
    return settled && sum().equals(inTable);
  }

  /** The row of the table shown into which a unit's figures went. */
  private static Function<UnitView, UnitView> rowIn(
      TableView table, TableView asReported, @Nullable LocalDate date, ReferenceData reference) {
    if (date == null) {
      return unit -> unit;
    }
    Map<String, UnitView> rows = new HashMap<>();
    table.byUnit().forEach(unit -> rows.put(unit.body(), unit));
    return unit -> rows.getOrDefault(Asked.rowOf(unit, asReported.period(), date, reference), unit);
  }

  private static boolean takesIn(Owner owner, UnitView row) {
    return switch (owner.by()) {
      case REGION -> owner.code().equals(Regions.of(row.region()));
      case UNIT -> owner.code().equals(row.body());
      case TOTAL -> true;
      case ASSIGNED_BY, FIELD, INDICATOR, MISSING -> false;
    };
  }

  private static Measures inTable(Owner owner, TableView table) {
    Stream<Measures> found =
        switch (owner.by()) {
          case TOTAL -> Stream.of(table.total());
          case REGION -> ofRegion(owner.code(), table);
          case UNIT ->
              table.byUnit().stream()
                  .filter(unit -> unit.body().equals(owner.code()))
                  .map(UnitView::measures);
          case ASSIGNED_BY -> ofCode(table.byAssignedBy(), owner);
          case FIELD -> ofCode(table.byField(), owner);
          case INDICATOR, MISSING -> Stream.empty();
        };
    return found.findFirst().orElse(Measures.ZERO);
  }

  /** Central organisations have no sum in a table: theirs is that of its rows. */
  private static Stream<Measures> ofRegion(String name, TableView table) {
    return name.equals(Regions.CENTRAL)
        ? Stream.of(
            table.byUnit().stream()
                .filter(unit -> unit.region() == null)
                .map(UnitView::measures)
                .reduce(Measures.ZERO, Measures::plus))
        : table.byRegion().stream()
            .filter(region -> region.name().equals(name))
            .map(TableView.RegionMeasures::measures);
  }

  private static Stream<Measures> ofCode(List<CodeMeasures> rows, Owner owner) {
    return rows.stream().filter(row -> row.code().equals(owner.code())).map(CodeMeasures::measures);
  }

  private static Breakdown byTask(
      Owner owner, TableView table, TableView asReported, Collection<UnitStanding> standings) {
    Map<String, UnitStanding> ofBody = new HashMap<>();
    standings.forEach(standing -> ofBody.put(standing.body(), standing));
    Predicate<StandingCell> counts = cell -> isOf(owner, cell.assignedBy(), cell.field());
    boolean settled =
        asReported.byUnit().stream().allMatch(unit -> agree(unit, ofBody.get(unit.body())));
    List<Share> shares =
        asReported.byUnit().stream()
            .map(unit -> new Share(unit, of(ofBody.get(unit.body()), counts)))
            .toList();
    return new Breakdown(shares, inTable(owner, table), settled);
  }

  private static boolean agree(UnitView row, @Nullable UnitStanding standing) {
    return standing != null
        && standing.closing().equals(row.report())
        && standing.measures().equals(row.measures());
  }

  private static Measures of(@Nullable UnitStanding standing, Predicate<StandingCell> counts) {
    return standing == null
        ? Measures.ZERO
        : standing.cells().stream()
            .filter(counts)
            .map(StandingCell::measures)
            .reduce(Measures.ZERO, Measures::plus);
  }

  /** Whether a task of that authority and field counts for the owner. */
  static boolean isOf(Owner owner, String assignedBy, String field) {
    return switch (owner.by()) {
      case ASSIGNED_BY -> owner.code().equals(assignedBy);
      case FIELD -> owner.code().equals(field);
      case TOTAL, REGION, UNIT, INDICATOR, MISSING -> true;
    };
  }
}
