package vn.tonghop.export;

import java.util.List;
import java.util.Locale;
import org.w3c.dom.Element;
import vn.tonghop.domain.format.Figures;
import vn.tonghop.domain.format.Language;
import vn.tonghop.domain.format.OfficialTable;
import vn.tonghop.domain.format.TableColumn;
import vn.tonghop.domain.standing.ClosingReport;

/** One breakdown on a page: its title, then the figures under headings of two levels. */
final class FigureSection {

  private static final List<TableColumn> COLUMNS = List.of(TableColumn.values());

  private final Markup markup;
  private final OfficialTable table;
  private final Language language;
  private final Figures figures;

  FigureSection(Markup markup, OfficialTable table) {
    this.markup = markup;
    this.table = table;
    this.language = table.language();
    this.figures = new Figures(language);
  }

  void draw(Element body, Breakdown breakdown) {
    markup.text(body, "h2", "", breakdown.title(language));
    Element grid = markup.add(body, "table", breakdown.hasReports() ? "figures" : "figures short");
    widths(markup.add(grid, "colgroup"), breakdown);
    header(markup.add(grid, "thead"), breakdown);
    Element rows = markup.add(grid, "tbody");
    breakdown.lines(table).forEach(line -> line(rows, line, breakdown));
  }

  private void widths(Element group, Breakdown breakdown) {
    markup.add(group, "col", "number");
    markup.add(group, "col", "name");
    COLUMNS.forEach(column -> markup.add(group, "col", "figure"));
    markup.add(group, "col", "report");
    if (breakdown.hasReports()) {
      markup.add(group, "col", "day");
      markup.add(group, "col", "revision");
    }
  }

  private void header(Element head, Breakdown breakdown) {
    Element upper = markup.add(head, "tr");
    Element lower = markup.add(head, "tr");
    alone(upper, lower, "number", DocumentText.number(language));
    alone(upper, lower, "name", breakdown.column(language));
    String before = "";
    for (TableColumn column : COLUMNS) {
      String heading = column.heading(language);
      if (heading.isEmpty()) {
        alone(upper, lower, "figure", column.title(language));
      } else {
        if (!heading.equals(before)) {
          heading(upper, heading);
        }
        title(lower, "figure", column.title(language));
      }
      before = heading;
    }
    alone(upper, lower, "report", DocumentText.coverage(language));
    if (breakdown.hasReports()) {
      alone(upper, lower, "day", DocumentText.asOf(language));
      alone(upper, lower, "revision", DocumentText.revision(language));
    }
  }

  /** Two cells that look like one: a merged one loses its borders where a header is repeated. */
  private void alone(Element upper, Element lower, String style, String title) {
    markup.text(upper, "td", style + " open", "");
    title(lower, style, title);
  }

  private void title(Element row, String style, String title) {
    markup.text(row, "th", style, title).setAttribute("scope", "col");
  }

  private void heading(Element row, String heading) {
    long span = COLUMNS.stream().filter(each -> each.heading(language).equals(heading)).count();
    Element cell = markup.text(row, "th", "group", heading);
    cell.setAttribute("colspan", Long.toString(span));
    cell.setAttribute("scope", "colgroup");
  }

  private void line(Element rows, Breakdown.Line line, Breakdown breakdown) {
    Element row = markup.add(rows, "tr", line.level().name().toLowerCase(Locale.ROOT));
    OfficialTable.Row of = line.row();
    markup.text(row, "td", "number", line.number());
    markup.text(row, "td", "name", of.label());
    for (TableColumn column : COLUMNS) {
      boolean alarm = column.isAlarming() && column.part(of.measures()) > 0;
      markup.text(
          row, "td", alarm ? "figure alarm" : "figure", column.text(of.measures(), figures));
    }
    markup.text(row, "td", "report", of.coverage());
    if (breakdown.hasReports()) {
      ClosingReport report = of.report();
      markup.text(row, "td", "day", report == null ? "" : figures.date(report.asOf()));
      markup.text(row, "td", "revision", report == null ? "" : figures.count(report.revision()));
    }
  }
}
