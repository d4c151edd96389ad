package vn.tonghop.console.page;

import java.util.Arrays;
import java.util.List;
import vn.tonghop.console.drill.Measure;
import vn.tonghop.domain.format.Figures;
import vn.tonghop.domain.format.Language;
import vn.tonghop.domain.format.TableColumn;
import vn.tonghop.domain.standing.Measures;

/**
 * A column of the national table in the reader's language.
 *
 * @param heading that it shares with its neighbours; empty if it stands alone
 */
public record Column(TableColumn column, String heading, String title) {

  /** All columns, in the order in which a reader asks for them. */
  static List<Column> all(Language language) {
    return Arrays.stream(TableColumn.values())
        .map(each -> new Column(each, each.heading(language), each.title(language)))
        .toList();
  }

  /** Name of the figure in JSON and in addresses (roll-up.md §5). */
  public String id() {
    return column.id();
  }

  /** The same figure as its own page has it. */
  Measure measure() {
    return Measure.of(column);
  }

  /** Whether a figure other than zero calls for attention. */
  boolean alarming() {
    return column.isAlarming();
  }

  /** As a reader sees it. */
  String text(Measures measures, Figures figures) {
    return column.text(measures, figures);
  }

  /** As programs read it: a count as it is, a share as part and whole. */
  String raw(Measures measures) {
    return column.isRate()
        ? column.part(measures) + "/" + column.whole(measures)
        : Long.toString(column.part(measures));
  }
}
