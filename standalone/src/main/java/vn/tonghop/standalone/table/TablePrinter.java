package vn.tonghop.standalone.table;

import java.io.PrintWriter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.tonghop.domain.format.Language;
import vn.tonghop.domain.format.TableCsv;
import vn.tonghop.domain.format.TableDimension;
import vn.tonghop.domain.format.TableJson;
import vn.tonghop.domain.format.TableText;
import vn.tonghop.domain.format.TextStyle;
import vn.tonghop.domain.reference.ReferenceData;
import vn.tonghop.domain.table.TableView;

/**
 * Prints tables: JSON and CSV whole unless one breakdown is asked for.
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
   * Prints one table.
   *
   * @param first whether it is the first of its output: CSV has one header
   */
  public void print(TableView table, boolean first, PrintWriter out) {
    switch (format) {
      case json -> out.println(TableJson.write(table));
      case csv -> out.print(csv(table, first));
      case text -> out.print(TableText.write(table, style(), reference));
    }
    out.flush();
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
