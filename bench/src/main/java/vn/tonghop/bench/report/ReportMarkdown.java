package vn.tonghop.bench.report;

import java.util.List;

/** The report as Markdown, with links to its plots. */
public final class ReportMarkdown {

  private ReportMarkdown() {}

  /**
   * The whole report.
   *
   * @param plots the folder of the plots, as seen from the document; with a slash, or empty
   */
  public static String of(Report report, String plots) {
    StringBuilder out = new StringBuilder();
    report.wrongs().forEach(each -> out.append("**WRONG: ").append(each).append("**\n\n"));
    report.doubts().forEach(each -> out.append("*Doubtful: ").append(each).append("*\n\n"));
    out.append("### Machine and settings\n\n");
    report
        .machine()
        .forEach(
            (name, value) -> out.append("- ").append(name).append(": ").append(value).append('\n'));
    report
        .settings()
        .forEach(
            (name, value) -> out.append("- ").append(name).append(": ").append(value).append('\n'));
    out.append("\n### Goals\n\n");
    table(
        out,
        new Table(
            List.of("goal", "what", "target", "measured", ""),
            report.goals().stream()
                .map(
                    goal ->
                        List.of(
                            goal.id(),
                            goal.what(),
                            goal.target(),
                            goal.measured() == null ? "not measured" : goal.measured(),
                            goal.met() ? "met" : "**missed**"))
                .toList()));
    report.sections().forEach(section -> section(out, section, plots));
    return out.toString();
  }

  private static void section(StringBuilder out, Section section, String plots) {
    out.append("\n### ").append(section.title()).append('\n');
    section.text().forEach(paragraph -> out.append('\n').append(paragraph).append('\n'));
    for (Table table : section.tables()) {
      out.append('\n');
      table(out, table);
    }
    for (Plot plot : section.plots()) {
      out.append("\n![%s](%s%s.svg)\n".formatted(plot.title(), plots, plot.name()));
    }
  }

  private static void table(StringBuilder out, Table table) {
    row(out, table.columns());
    row(out, table.columns().stream().map(any -> "---").toList());
    table.rows().forEach(cells -> row(out, cells));
  }

  private static void row(StringBuilder out, List<String> cells) {
    cells.forEach(cell -> out.append("| ").append(cell.replace("|", "\\|")).append(' '));
    out.append("|\n");
  }
}
