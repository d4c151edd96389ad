package vn.tonghop.domain.format;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import vn.tonghop.domain.reference.Body;
import vn.tonghop.domain.reference.ReferenceData;
import vn.tonghop.domain.reference.ReportingUnit;
import vn.tonghop.domain.standing.ClosingReport;
import vn.tonghop.domain.standing.Measures;
import vn.tonghop.domain.table.CodeMeasures;
import vn.tonghop.domain.table.Coverage;
import vn.tonghop.domain.table.Restatement;
import vn.tonghop.domain.table.TableView;
import vn.tonghop.domain.table.UnitView;

/**
 * Makes the rows of a text table; they always add up to the total. Units stand in alphabetical
 * order, regions from north to south, fields and authorities by the rank that their catalogue gives
 * them.
 */
public final class TextRows {

  private final TableView table;
  private final Language language;
  private final Names names;
  private final ReferenceData reference;

  /**
   * @param reference for the names and the rank of authorities and fields
   */
  public TextRows(TableView table, Language language, Names names, ReferenceData reference) {
    this.table = table;
    this.language = language;
    this.names = names;
    this.reference = reference;
  }

  /** The national total. */
  public TextRow total() {
    return TextRow.of(language.pick("Tổng số", "Total"), table.total(), coverage());
  }

  /** The rows of one kind; none where a table has none of it. */
  public List<TextRow> by(TableDimension dimension) {
    return switch (dimension) {
      case UNIT -> units(table.byUnit());
      case REGION -> byRegion().stream().map(Region::sum).toList();
      case FIELD -> ranked(table.byField(), reference.fieldCodes(), names::field);
      case ASSIGNED_BY ->
          ranked(table.byAssignedBy(), reference.authorityCodes(), names::authority);
      case TOTAL, INDICATOR, MISSING -> List.of();
    };
  }

  private List<TextRow> ranked(
      List<CodeMeasures> rows, List<String> catalogue, Function<String, String> name) {
    return rows.stream()
        .sorted(Comparator.comparing(row -> Rank.of(row.code(), catalogue)))
        .map(row -> TextRow.of(name.apply(row.code()), row.measures(), coverage()))
        .toList();
  }

  /** The row of one unit. */
  public TextRow unit(UnitView unit) {
    ClosingReport report = unit.report();
    String speaks =
        report == null || table.restatedTo() != null
            ? coverage(
                Stream.of(unit), missing().filter(each -> each.body().equals(unit.body())).count())
            : PeriodText.withinYear(report.period());
    return new TextRow(names.of(unit), marks(unit), unit.measures(), speaks, report);
  }

  private Set<Mark> marks(UnitView unit) {
    Set<Mark> marks = EnumSet.noneOf(Mark.class);
    if (unit.carried()) {
      marks.add(Mark.CARRIED);
    }
    if (unit.nil()) {
      marks.add(Mark.NIL);
    }
    if (unit.late()) {
      marks.add(Mark.LATE);
    }
    ClosingReport report = unit.report();
    if (report != null
        && table.coverage().succeeded().stream()
            .flatMap(body -> reference.body(body).stream())
            .anyMatch(ended -> speaksFor(ended, unit.body(), report))) {
      marks.add(Mark.SUCCESSOR);
    }
    return marks;
  }

  private static boolean speaksFor(Body ended, String successor, ClosingReport report) {
    return ended.successors().contains(successor)
        && ended.to() != null
        && report.period().lastDay().isAfter(ended.to());
  }

  /** A region's row and those of its units. */
  record Region(TextRow sum, List<TextRow> units) {}

  /** Regions of which nobody reported have a row, too: that is what their coverage says. */
  List<Region> byRegion() {
    Regions regions = new Regions(language, reference, table);
    return Stream.concat(
            table.byUnit().stream().map(UnitView::region), missing().map(ReportingUnit::region))
        .map(Regions::of)
        .distinct()
        .sorted(regions.order())
        .map(region -> region(regions.name(region), region))
        .toList();
  }

  private Region region(String name, String region) {
    List<UnitView> units =
        table.byUnit().stream().filter(unit -> Regions.of(unit.region()).equals(region)).toList();
    return new Region(
        TextRow.of(
            name,
            units.stream().map(UnitView::measures).reduce(Measures.ZERO, Measures::plus),
            coverage(units.stream(), missingIn(region))),
        units(units));
  }

  private List<TextRow> units(List<UnitView> units) {
    return units.stream()
        .map(this::unit)
        .sorted(Comparator.comparing(TextRow::name, Names.order()))
        .toList();
  }

  private String coverage() {
    Coverage coverage = table.coverage();
    return coverage.reported() + "/" + coverage.expected();
  }

  /** Units whose reports rows add up, of these and the missing ones. */
  private static String coverage(Stream<UnitView> rows, long missing) {
    long reported = rows.mapToLong(UnitView::units).sum();
    return reported + "/" + (reported + missing);
  }

  private long missingIn(String region) {
    return missing().filter(unit -> Regions.of(unit.region()).equals(region)).count();
  }

  /** The rows in which the missing units would stand, once for each of them. */
  private Stream<ReportingUnit> missing() {
    LocalDate restated = table.restatedTo();
    return table.coverage().missing().stream()
        .map(unit -> restated == null ? unit : Restatement.rowOf(unit, restated, reference));
  }
}
