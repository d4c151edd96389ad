package vn.tonghop.standalone.table;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.tonghop.domain.format.Language;
import vn.tonghop.domain.format.TableCsv;
import vn.tonghop.domain.format.TableDimension;
import vn.tonghop.domain.format.TableJson;
import vn.tonghop.domain.format.TableText;
import vn.tonghop.domain.format.TextStyle;
import vn.tonghop.domain.period.Regime;
import vn.tonghop.domain.reference.ReferenceData;
import vn.tonghop.domain.table.TableView;
import vn.tonghop.export.TableDocument;
import vn.tonghop.export.TablePdf;
import vn.tonghop.export.TableXlsx;

/**
 * Writes tables: all but text whole, unless one breakdown is asked for; JSON is always whole.
 *
 * @param by the one breakdown wanted; null for the default of each form
 */
public record TablePrinter(
    TableFormat format,
    @Nullable TableDimension by,
    ReferenceData reference,
    Language language,
    Terminal terminal) {

  /**
   * One table, as it is written.
   *
   * @param first whether it is the first of its output: CSV has one header
   */
  public byte[] write(TableView table, boolean first) {
    return switch (format) {
      case xlsx -> TableXlsx.write(document(table));
      case pdf -> TablePdf.write(document(table));
      case json, csv, text -> text(table, first).getBytes(StandardCharsets.UTF_8);
    };
  }

  /**
   * One table as text.
   *
   * @throws IllegalStateException if the form is binary
   */
  public String text(TableView table, boolean first) {
    return switch (format) {
      case json -> TableJson.write(table) + "\n";
      case csv -> csv(table, first);
      case text -> TableText.write(table, style(), reference);
      case xlsx, pdf -> throw new IllegalStateException(format + " is no text");
    };
  }

  private TableDocument document(TableView table) {
    return new TableDocument(table, by, language, false, LocalDate.now(Regime.ZONE), reference);
  }

  private String csv(TableView table, boolean first) {
    String csv = TableCsv.write(table, dimensions(), reference);
    return first ? csv : csv.substring(csv.indexOf('\n') + 1);
  }

  private TextStyle style() {
    return new TextStyle(
        language, terminal.width(), terminal.colours(), by == null ? TableDimension.UNIT : by);
  }

  private List<TableDimension> dimensions() {
    return by == null
        ? List.of(TableDimension.values())
        : List.of(TableDimension.TOTAL, by, TableDimension.MISSING);
  }
}
