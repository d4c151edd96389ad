package vn.tonghop.bench.drain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vn.tonghop.ClosingReport;
import vn.tonghop.IndicatorFigure;
import vn.tonghop.Measures;
import vn.tonghop.NationalTable;
import vn.tonghop.UnitRow;
import vn.tonghop.domain.oracle.OracleTable;

/**
 * All figures of a national table as text, from the table itself and from what the oracle says of
 * each unit: both must be the same letters. The oracle judges unit by unit, which is all that a
 * workload without successors needs, and this adds the units up.
 */
final class TableText {

  private static final int MEASURES = 7;

  private final long[] total = new long[MEASURES];
  private final Map<String, long[]> byAssignedBy = new TreeMap<>();
  private final Map<String, long[]> byField = new TreeMap<>();
  private final Map<String, String> rows = new TreeMap<>();
  private final Map<String, Figure> indicators = new TreeMap<>();

  private record Figure(BigDecimal value, boolean partial, boolean carried) {
    Figure plus(Figure other) {
      return new Figure(value.add(other.value), partial || other.partial, carried || other.carried);
    }
  }

  /** The text of a table that a reader of the topic sees. */
  static String of(NationalTable table) {
    TableText text = new TableText();
    text.add(text.total, figures(table.getTotal()));
    table
        .getByAssignedBy()
        .forEach(
            each -> text.byAssignedBy.put(each.getCode().toString(), figures(each.getMeasures())));
    table
        .getByField()
        .forEach(each -> text.byField.put(each.getCode().toString(), figures(each.getMeasures())));
    for (UnitRow row : table.getByUnit()) {
      ClosingReport report = row.getReport();
      text.rows.put(
          row.getCode().toString(),
          row(
              List.of(
                  row.getBody(),
                  row.getCarried(),
                  row.getNil(),
                  row.getLate(),
                  report.getPeriod(),
                  report.getRevision(),
                  report.getAsOf(),
                  report.getTopic(),
                  report.getPartition(),
                  report.getOffset(),
                  figures(row.getIndicators())),
              figures(row.getMeasures())));
    }
    text.indicators.putAll(figures(table.getIndicators()));
    return text.toString();
  }

  /** Adds what the oracle says of a unit's share. */
  void add(OracleTable unit) {
    add(total, figures(unit.total()));
    unit.byAssignedBy().forEach((code, sums) -> add(byAssignedBy, code, figures(sums)));
    unit.byField().forEach((code, sums) -> add(byField, code, figures(sums)));
    for (OracleTable.Row row : unit.rows()) {
      rows.put(
          row.code(),
          row(
              List.of(
                  row.body(),
                  row.carried(),
                  row.nil(),
                  row.late(),
                  row.period(),
                  row.revision(),
                  row.asOf(),
                  row.source().topic(),
                  row.source().partition(),
                  row.source().offset(),
                  figures(row.indicators())),
              figures(row.sums())));
    }
    figures(unit.indicators())
        .forEach((code, figure) -> indicators.merge(code, figure, Figure::plus));
  }

  private static String row(List<Object> cells, long[] measures) {
    return cells + " " + texts(measures);
  }

  private void add(Map<String, long[]> sums, String code, long[] more) {
    add(sums.computeIfAbsent(code, any -> new long[MEASURES]), more);
  }

  private void add(long[] sum, long[] more) {
    for (int i = 0; i < MEASURES; i++) {
      sum[i] = Math.addExact(sum[i], more[i]);
    }
  }

  private static long[] figures(Measures m) {
    return new long[] {
      m.getAssigned(),
      m.getCompletedOnTime(),
      m.getCompletedLate(),
      m.getOpenOnTrack(),
      m.getOpenOverdue(),
      m.getCompletedInPeriod(),
      m.getPercentSum()
    };
  }

  private static long[] figures(OracleTable.Sums m) {
    return new long[] {
      m.assigned(),
      m.completedOnTime(),
      m.completedLate(),
      m.openOnTrack(),
      m.openOverdue(),
      m.completedInPeriod(),
      m.percentSum()
    };
  }

  private static Map<String, Figure> figures(List<IndicatorFigure> indicators) {
    Map<String, Figure> figures = new TreeMap<>();
    indicators.forEach(
        each ->
            figures.put(
                each.getCode().toString(),
                new Figure(places(each.getValue()), each.getPartial(), each.getCarried())));
    return figures;
  }

  private static Map<String, Figure> figures(Map<String, OracleTable.Value> indicators) {
    Map<String, Figure> figures = new TreeMap<>();
    indicators.forEach(
        (code, each) ->
            figures.put(code, new Figure(places(each.value()), each.partial(), each.carried())));
    return figures;
  }

  private static BigDecimal places(BigDecimal value) {
    return value.setScale(3, RoundingMode.UNNECESSARY);
  }

  private static List<Long> texts(long[] measures) {
    List<Long> all = new ArrayList<>();
    for (long each : measures) {
      all.add(each);
    }
    return all;
  }

  private static String texts(Map<String, long[]> measures) {
    Map<String, List<Long>> all = new TreeMap<>();
    measures.forEach((code, each) -> all.put(code, texts(each)));
    return all.toString();
  }

  @Override
  public String toString() {
    return String.join(
        "\n",
        "total " + texts(total),
        "assignedBy " + texts(byAssignedBy),
        "field " + texts(byField),
        "rows " + rows,
        "indicators " + indicators);
  }
}
