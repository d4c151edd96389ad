package vn.tonghop.console.drill;

import java.util.List;

/**
 * What the page of a programme's year shows: one figure of each unit, period by period.
 *
 * @param measures the other figures
 * @param modes as reported, and restated
 * @param columns periods, earliest first within their length
 * @param rows units
 * @param total of the whole country, as reported
 * @param coverage how many of how many units are in each column
 * @param breaks in words, in the order of the columns
 */
public record SeriesModel(
    String title,
    String name,
    List<FigureModel.Choice> measures,
    List<FigureModel.Choice> modes,
    List<Column> columns,
    List<Row> rows,
    Row total,
    List<String> coverage,
    boolean proven,
    String proof,
    List<BreakText> breaks) {

  public SeriesModel {
    measures = List.copyOf(measures);
    modes = List.copyOf(modes);
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
    coverage = List.copyOf(coverage);
    breaks = List.copyOf(breaks);
  }

  /**
   * A period.
   *
   * @param afterBreak whether its units are not those of the column before
   */
  public record Column(String label, String name, boolean afterBreak) {}

  /** A unit's figures, by column. */
  public record Row(String name, List<Cell> cells) {

    public Row {
      cells = List.copyOf(cells);
    }
  }

  /**
   * One figure.
   *
   * @param path empty where there is no figure
   * @param marks signs of what must be known of it
   * @param afterBreak as its column
   */
  public record Cell(String text, String path, String marks, boolean afterBreak) {}

  /** What happened between two columns. */
  public record BreakText(String heading, List<String> changes) {

    public BreakText {
      changes = List.copyOf(changes);
    }
  }
}
