package vn.tonghop.schemas.mapping;

import java.util.List;
import vn.tonghop.domain.period.Period;
import vn.tonghop.domain.period.Regime;
import vn.tonghop.domain.table.CodeMeasures;
import vn.tonghop.domain.table.NationalTable;
import vn.tonghop.domain.table.UnitRow;

/** Between a national table and its record, which says its regime and days itself. */
public final class TableMapping {

  private TableMapping() {}

  /** The record of a table. */
  public static vn.tonghop.NationalTable toAvro(NationalTable table) {
    Period target = table.target();
    return new vn.tonghop.NationalTable(
        table.programme(),
        target.label(),
        target.regime().id(),
        target.firstDay(),
        target.lastDay(),
        FigureMapping.measures(table.total()),
        toAvro(table.byAssignedBy()),
        toAvro(table.byField()),
        table.byUnit().stream().map(TableMapping::row).toList(),
        FigureMapping.toAvro(table.indicators()),
        List.copyOf(table.succeeded()),
        MovedByMapping.toAvro(table.movedBy()));
  }

  /**
   * The table of a record.
   *
   * @throws IllegalArgumentException if its regime is unknown or a label in it is none of a period
   */
  public static NationalTable fromAvro(vn.tonghop.NationalTable stored) {
    Regime regime =
        Regime.of(stored.getRegime().toString())
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "regime " + stored.getRegime() + " is none of " + Regime.ids()));
    return new NationalTable(
        stored.getProgramme().toString(),
        AvroValues.period(regime, stored.getTarget()),
        FigureMapping.measures(stored.getTotal()),
        fromAvro(stored.getByAssignedBy()),
        fromAvro(stored.getByField()),
        stored.getByUnit().stream().map(row -> row(regime, row)).toList(),
        FigureMapping.fromAvro(stored.getIndicators()),
        AvroValues.texts(stored.getSucceeded()),
        MovedByMapping.fromAvro(stored.getMovedBy()));
  }

  private static List<vn.tonghop.CodeMeasures> toAvro(List<CodeMeasures> sums) {
    return sums.stream()
        .map(sum -> new vn.tonghop.CodeMeasures(sum.code(), FigureMapping.measures(sum.measures())))
        .toList();
  }

  private static List<CodeMeasures> fromAvro(List<vn.tonghop.CodeMeasures> stored) {
    return stored.stream()
        .map(
            sum ->
                new CodeMeasures(
                    sum.getCode().toString(), FigureMapping.measures(sum.getMeasures())))
        .toList();
  }

  private static vn.tonghop.UnitRow row(UnitRow row) {
    return new vn.tonghop.UnitRow(
        row.code(),
        row.body(),
        row.carried(),
        row.nil(),
        row.late(),
        FigureMapping.closing(row.report()),
        FigureMapping.toAvro(row.indicators()),
        FigureMapping.measures(row.measures()));
  }

  private static UnitRow row(Regime regime, vn.tonghop.UnitRow stored) {
    return new UnitRow(
        stored.getCode().toString(),
        stored.getBody().toString(),
        stored.getCarried(),
        stored.getNil(),
        stored.getLate(),
        FigureMapping.closing(regime, stored.getReport()),
        FigureMapping.fromAvro(stored.getIndicators()),
        FigureMapping.measures(stored.getMeasures()));
  }
}
