package vn.tonghop.domain.format;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.tonghop.domain.standing.ClosingReport;
import vn.tonghop.domain.standing.Measures;
import vn.tonghop.domain.table.Coverage;
import vn.tonghop.domain.table.TableView;
import vn.tonghop.domain.table.UnitView;

/** Makes the rows of a text table; they always add up to the total. */
final class TextRows {

  private final TableView table;
  private final Language language;
  private final Names names;

  TextRows(TableView table, Language language, Names names) {
    this.table = table;
    this.language = language;
    this.names = names;
  }

  TextRow total() {
    return TextRow.of(language.pick("Tổng số", "Total"), table.total(), coverage());
  }

  List<TextRow> by(TableDimension dimension) {
    return switch (dimension) {
      case UNIT -> sorted(table.byUnit().stream().map(this::unit).toList());
      case REGION -> regions();
      case FIELD ->
          table.byField().stream()
              .map(each -> TextRow.of(names.field(each.code()), each.measures(), coverage()))
              .toList();
      case ASSIGNED_BY ->
          table.byAssignedBy().stream()
              .map(each -> TextRow.of(names.authority(each.code()), each.measures(), coverage()))
              .toList();
      case TOTAL, INDICATOR, MISSING -> List.of();
    };
  }

  private TextRow unit(UnitView unit) {
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
    String period = report == null ? "" : PeriodText.withinYear(report.period());
    return new TextRow(names.of(unit), marks, unit.measures(), period, report);
  }

  private List<TextRow> regions() {
    List<TextRow> rows =
        new ArrayList<>(
            sorted(
                table.byRegion().stream()
                    .map(each -> TextRow.of(each.name(), each.measures(), coverage(each.name())))
                    .toList()));
    Measures central =
        table.byUnit().stream()
            .filter(unit -> unit.region() == null)
            .map(UnitView::measures)
            .reduce(Measures.ZERO, Measures::plus);
    if (table.byUnit().stream().anyMatch(unit -> unit.region() == null)) {
      String name = language.pick("Cơ quan, đảng bộ ở Trung ương", "Central organisations");
      rows.add(TextRow.of(name, central, coverage(null)));
    }
    return rows;
  }

  private String coverage() {
    Coverage coverage = table.coverage();
    return coverage.reported() + "/" + coverage.expected();
  }

  /** Units of a region that have a row, of these and the missing ones. */
  private String coverage(@Nullable String region) {
    long reported =
        table.byUnit().stream().filter(unit -> Objects.equals(unit.region(), region)).count();
    long missing =
        table.coverage().missing().stream()
            .filter(unit -> Objects.equals(unit.region(), region))
            .count();
    return reported + "/" + (reported + missing);
  }

  private static List<TextRow> sorted(List<TextRow> rows) {
    return rows.stream().sorted(Comparator.comparing(TextRow::name, Names.order())).toList();
  }
}
