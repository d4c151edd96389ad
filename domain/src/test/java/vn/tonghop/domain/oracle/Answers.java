package vn.tonghop.domain.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import vn.tonghop.domain.acceptance.Finding;
import vn.tonghop.domain.acceptance.FindingList;
import vn.tonghop.domain.acceptance.Receipt;
import vn.tonghop.domain.period.Regime;
import vn.tonghop.domain.reference.ReportingUnit;
import vn.tonghop.domain.standing.IndicatorFigure;
import vn.tonghop.domain.standing.Measures;
import vn.tonghop.domain.table.CodeMeasures;
import vn.tonghop.domain.table.Coverage;
import vn.tonghop.domain.table.MovedBy;
import vn.tonghop.domain.table.NationalTable;
import vn.tonghop.domain.table.UnitRow;

/** The program's answers in the oracle's words, so that both can be held against each other. */
public final class Answers {

  private Answers() {}

  /** Labels of all target periods that a history may touch. */
  public static List<String> targets() {
    List<String> labels = new ArrayList<>();
    for (int year = 2023; year <= 2026; year++) {
      for (OraclePeriod period : OraclePeriod.ofYear(Regime.CALENDAR, year)) {
        if (period.months() > 1) {
          labels.add(period.label());
        }
      }
    }
    return labels;
  }

  /** What a table says of the record that moved it. */
  public static MovedBy mover(Arrival arrival) {
    return new MovedBy(
        arrival.report().unit(),
        arrival.report().period(),
        arrival.report().revision(),
        arrival.source(),
        arrival.at());
  }

  /** Who is in a table and who is not; of those expected it says only how many. */
  public static OracleTable.Coverage said(Coverage coverage, Collection<ReportingUnit> expected) {
    assertEquals(expected.size(), coverage.expected());
    return new OracleTable.Coverage(
        new TreeSet<>(expected.stream().map(ReportingUnit::body).toList()),
        coverage.reported(),
        new TreeSet<>(coverage.carried()),
        new TreeSet<>(coverage.nil()),
        new TreeSet<>(coverage.late()),
        new TreeSet<>(coverage.missing().stream().map(ReportingUnit::body).toList()),
        new TreeSet<>(coverage.succeeded()));
  }

  /** A receipt without what names its record: outcome, findings, punctuality, what counts. */
  public static OracleReceipt said(Receipt receipt) {
    return new OracleReceipt(
        receipt.outcome(),
        said(receipt.errors()),
        receipt.errors().count(),
        said(receipt.warnings()),
        receipt.warnings().count(),
        receipt.onTime(),
        receipt.countsNow());
  }

  private static List<String> said(FindingList findings) {
    List<String> said = new ArrayList<>();
    for (Finding finding : findings.listed()) {
      said.add(finding.rule() + " " + finding.path());
    }
    return said;
  }

  /** A table without the record that moved it. */
  public static OracleTable said(NationalTable table) {
    return new OracleTable(
        said(table.total()),
        said(table.byAssignedBy()),
        said(table.byField()),
        table.byUnit().stream().map(Answers::said).toList(),
        values(table.indicators()),
        new TreeSet<>(table.succeeded()));
  }

  private static SortedMap<String, OracleTable.Sums> said(List<CodeMeasures> rows) {
    SortedMap<String, OracleTable.Sums> sums = new TreeMap<>();
    rows.forEach(row -> sums.put(row.code(), said(row.measures())));
    assertEquals(List.copyOf(sums.keySet()), rows.stream().map(CodeMeasures::code).toList());
    return sums;
  }

  private static OracleTable.Sums said(Measures measures) {
    return new OracleTable.Sums(
        measures.assigned(),
        measures.completedOnTime(),
        measures.completedLate(),
        measures.openOnTrack(),
        measures.openOverdue(),
        measures.completedInPeriod(),
        measures.percentSum());
  }

  private static SortedMap<String, OracleTable.Value> values(List<IndicatorFigure> figures) {
    SortedMap<String, OracleTable.Value> values = new TreeMap<>();
    figures.forEach(
        figure ->
            values.put(
                figure.code(),
                new OracleTable.Value(figure.value(), figure.partial(), figure.carried())));
    assertEquals(
        List.copyOf(values.keySet()), figures.stream().map(IndicatorFigure::code).toList());
    return values;
  }

  private static OracleTable.Row said(UnitRow row) {
    return new OracleTable.Row(
        row.code(),
        row.body(),
        row.carried(),
        row.nil(),
        row.late(),
        row.report().period().label(),
        row.report().revision(),
        row.report().asOf(),
        row.report().source(),
        values(row.indicators()),
        said(row.measures()));
  }
}
