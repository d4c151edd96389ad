package vn.tonghop.standalone;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;
import vn.tonghop.domain.format.Language;
import vn.tonghop.domain.format.TableDimension;
import vn.tonghop.domain.period.Regime;
import vn.tonghop.domain.reference.ReferenceData;
import vn.tonghop.domain.table.Restatement;
import vn.tonghop.domain.table.TableView;
import vn.tonghop.standalone.table.CommittedTables;
import vn.tonghop.standalone.table.TableFormat;
import vn.tonghop.standalone.table.TablePrinter;
import vn.tonghop.standalone.table.TableRequest;
import vn.tonghop.standalone.table.Terminal;

/** How tables are printed: form, breakdown, restatement. */
final class TableOptions {

  private static final String BYTE_ORDER_MARK = "\uFEFF";

  @Option(
      names = "--format",
      defaultValue = "text",
      paramLabel = "text|csv|json|xlsx|pdf",
      description = "Form of the table (default: ${DEFAULT-VALUE}).")
  private TableFormat format = TableFormat.text;

  @Option(
      names = "--by",
      paramLabel = "unit|region|field|assignedBy",
      converter = BreakdownConverter.class,
      description = "One breakdown; text shows units by default, CSV, XLSX and PDF everything.")
  private @Nullable TableDimension by;

  @Option(
      names = "--restated",
      paramLabel = "DATE",
      description = "Under the units of that day, e.g. 2025-07-01 for today's 34.")
  private @Nullable LocalDate restated;

  @Option(names = "--bom", description = "Begin CSV with a byte order mark, for Excel.")
  private boolean bom;

  @Mixin private TableOutput output = new TableOutput();

  private boolean printed;

  /**
   * The table that the words of a command line name.
   *
   * @throws ParameterException if the period is malformed or no table is made for it
   */
  static TableRequest request(
      Regime regime, String period, String programme, Language lang, CommandSpec spec) {
    try {
      return TableRequest.of(regime, period, programme);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(
          spec.commandLine(),
          lang.pick(
                  "\"%s\": chỉ có bảng theo quý, sáu tháng và năm, ví dụ 2024-Q1, 2024-S1, 2024-A1",
                  "\"%s\": tables are made for quarters, halves and years, such as 2024-Q1, 2024-S1,"
                      + " 2024-A1")
              .formatted(period),
          e);
    }
  }

  /**
   * Finds what the command line alone tells to be impossible.
   *
   * @throws ParameterException if a table cannot be restated to the date asked for
   */
  void check(List<TableRequest> requests, Language lang, CommandSpec spec) {
    for (TableRequest request : requests) {
      if (restated != null && restated.isBefore(request.period().lastDay())) {
        throw new ParameterException(
            spec.commandLine(),
            lang.pick(
                    "--restated: %s trước ngày cuối kỳ %s, %s",
                    "--restated: %s is before the last day of %s, %s")
                .formatted(restated, request.period(), request.period().lastDay()));
      }
    }
    if (format.isBinary() && requests.size() > 1) {
      throw new ParameterException(
          spec.commandLine(),
          lang.pick(
                  "--format %s: mỗi tệp chỉ có một bảng; hãy ghi --table một lần",
                  "--format %s: a file has one table; give --table once")
              .formatted(format));
    }
    output.check(format, lang, spec);
  }

  /** The file to write; null: standard output. */
  @Nullable Path file() {
    return output.file();
  }

  /** Prints one table, or says that there is none; tells whether there is. */
  boolean print(
      TableRequest request,
      CommittedTables committed,
      ReferenceData reference,
      Language lang,
      CommandSpec spec) {
    Optional<TableView> table = request.view(committed, reference);
    if (table.isEmpty()) {
      spec.commandLine()
          .getErr()
          .println(
              lang.pick(
                      "Không có bảng %s %s: chương trình không có hoặc không thực hiện trong năm đó",
                      "No table %s %s: the programme is unknown or does not run in that year")
                  .formatted(request.period(), request.programme()));
      return false;
    }
    byte[] written =
        new TablePrinter(format, by, reference, lang, Terminal.ofThisProcess())
            .write(restate(table.get(), reference), !printed);
    if (bom && !printed && format == TableFormat.csv) {
      output.put(BYTE_ORDER_MARK.getBytes(StandardCharsets.UTF_8), lang, spec);
    }
    output.put(written, lang, spec);
    printed = true;
    return true;
  }

  private TableView restate(TableView table, ReferenceData reference) {
    return restated == null ? table : Restatement.to(restated, table, reference);
  }

  /** The breakdowns that {@code --by} names. */
  static final class BreakdownConverter implements ITypeConverter<TableDimension> {

    private static final List<TableDimension> BREAKDOWNS =
        List.of(
            TableDimension.UNIT,
            TableDimension.REGION,
            TableDimension.FIELD,
            TableDimension.ASSIGNED_BY);

    @Override
    public TableDimension convert(String value) {
      return BREAKDOWNS.stream()
          .filter(each -> each.id().equals(value))
          .findFirst()
          .orElseThrow(
              () ->
                  new TypeConversionException(
                      "'"
                          + value
                          + "': "
                          + Arrays.toString(
                              BREAKDOWNS.stream().map(TableDimension::id).toArray())));
    }
  }
}
