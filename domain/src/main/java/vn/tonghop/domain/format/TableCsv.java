package vn.tonghop.domain.format;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.dataformat.csv.CsvGenerator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import vn.tonghop.domain.reference.CatalogueEntry;
import vn.tonghop.domain.reference.ReferenceData;
import vn.tonghop.domain.reference.ReportingUnit;
import vn.tonghop.domain.standing.ClosingReport;
import vn.tonghop.domain.standing.Measures;
import vn.tonghop.domain.table.CodeMeasures;
import vn.tonghop.domain.table.IndicatorView;
import vn.tonghop.domain.table.TableView;
import vn.tonghop.domain.table.UnitView;

/** A table as CSV: one header, one row a figure's owner (commands.md). */
public final class TableCsv {

  private static final List<String> HEADER =
      List.of(
          "programme",
          "period",
          "dimension",
          "code",
          "name",
          "assigned",
          "completedOnTime",
          "completedLate",
          "openOnTrack",
          "openOverdue",
          "completedInPeriod",
          "percentSum",
          "rateDue",
          "rateAll",
          "rateVolume",
          "carried",
          "nil",
          "late",
          "report_period",
          "report_revision",
          "as_of",
          "indicator_value",
          "indicator_partial");

  private static final int MEASURE_COLUMNS = 10;
  private static final int REPORT_COLUMNS = 6;

  private static final ObjectWriter CSV =
      new CsvMapper()
          .enable(CsvGenerator.Feature.STRICT_CHECK_FOR_QUOTING)
          .writerFor(String[].class)
          .with(CsvSchema.emptySchema().withLineSeparator("\n"));

  private final TableView table;
  private final ReferenceData reference;
  private final StringBuilder out = new StringBuilder();

  private TableCsv(TableView table, ReferenceData reference) {
    this.table = table;
    this.reference = reference;
  }

  /**
   * The whole file, ending with a line end.
   *
   * @param dimensions which rows to write; all where {@link TableDimension#values()}
   * @param reference for the names of authorities and fields
   */
  public static String write(
      TableView table, List<TableDimension> dimensions, ReferenceData reference) {
    TableCsv csv = new TableCsv(table, reference);
    csv.line(HEADER);
    dimensions.forEach(csv::rows);
    return csv.out.toString();
  }

  private void rows(TableDimension dimension) {
    switch (dimension) {
      case TOTAL -> row(dimension, "", "", measures(table.total()), empty(REPORT_COLUMNS), null);
      case ASSIGNED_BY ->
          table.byAssignedBy().forEach(each -> code(dimension, each, authority(each.code())));
      case FIELD -> table.byField().forEach(each -> code(dimension, each, field(each.code())));
      case UNIT -> table.byUnit().forEach(this::unit);
      case REGION ->
          table
              .byRegion()
              .forEach(
                  region ->
                      row(
                          dimension,
                          "",
                          region.name(),
                          measures(region.measures()),
                          empty(REPORT_COLUMNS),
                          null));
      case INDICATOR ->
          table
              .indicators()
              .forEach(
                  each ->
                      row(
                          dimension,
                          each.figure().code(),
                          each.name(),
                          empty(MEASURE_COLUMNS),
                          carried(each),
                          each));
      case MISSING -> table.coverage().missing().forEach(this::missing);
    }
  }

  private String authority(String code) {
    return reference.authority(code).map(CatalogueEntry::nameVi).orElse("");
  }

  private String field(String code) {
    return reference.field(code).map(CatalogueEntry::nameVi).orElse("");
  }

  private void code(TableDimension dimension, CodeMeasures each, String name) {
    row(dimension, each.code(), name, measures(each.measures()), empty(REPORT_COLUMNS), null);
  }

  private void unit(UnitView unit) {
    ClosingReport report = unit.report();
    List<String> columns =
        List.of(
            "" + unit.carried(),
            "" + unit.nil(),
            "" + unit.late(),
            report == null ? "" : report.period().label(),
            report == null ? "" : "" + report.revision(),
            report == null ? "" : report.asOf().toString());
    row(TableDimension.UNIT, unit.code(), unit.name(), measures(unit.measures()), columns, null);
  }

  private void missing(ReportingUnit unit) {
    row(
        TableDimension.MISSING,
        unit.code(),
        unit.nameVi(),
        empty(MEASURE_COLUMNS),
        empty(REPORT_COLUMNS),
        null);
  }

  private static List<String> carried(IndicatorView indicator) {
    List<String> columns = new ArrayList<>(empty(REPORT_COLUMNS));
    columns.set(0, "" + indicator.figure().carried());
    return columns;
  }

  private void row(
      TableDimension dimension,
      String code,
      String name,
      List<String> measures,
      List<String> report,
      @Nullable IndicatorView indicator) {
    List<String> row = new ArrayList<>(HEADER.size());
    row.add(table.programme().code());
    row.add(table.period().label());
    row.add(dimension.id());
    row.add(text(code));
    row.add(text(name));
    row.addAll(measures);
    row.addAll(report);
    row.add(indicator == null ? "" : TableJson.plain(indicator.figure().value()));
    row.add(indicator == null ? "" : "" + indicator.figure().partial());
    line(row);
  }

  private void line(List<String> cells) {
    try {
      out.append(CSV.writeValueAsString(cells.toArray(String[]::new)));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a row of texts can always be written", e);
    }
  }

  private static List<String> measures(Measures m) {
    return List.of(
        "" + m.assigned(),
        "" + m.completedOnTime(),
        "" + m.completedLate(),
        "" + m.openOnTrack(),
        "" + m.openOverdue(),
        "" + m.completedInPeriod(),
        "" + m.percentSum(),
        rate(m.rateDue()),
        rate(m.rateAll()),
        rate(m.rateVolume()));
  }

  private static String rate(@Nullable BigDecimal rate) {
    return rate == null ? "" : rate.toPlainString();
  }

  private static List<String> empty(int columns) {
    return IntStream.range(0, columns).mapToObj(column -> "").toList();
  }

  /** A text that a spreadsheet would read as a formula is prefixed, so that it stays a text. */
  private static String text(String cell) {
    return !cell.isEmpty() && "=+-@\t\r".indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
  }
}
