package vn.tonghop.console.drill;

import java.util.List;

/**
 * What the page of a restated table shows.
 *
 * @param asReportedPath the same table under the units of its period
 * @param seriesPath the programme's whole year
 * @param total the national total as reported, by column
 * @param sum of the rows shown, by column
 * @param proof says whether the two are equal
 */
public record RestatedModel(
    String title,
    String subtitle,
    String date,
    String asReportedPath,
    String seriesPath,
    List<String> columns,
    List<Row> rows,
    List<String> sum,
    List<String> total,
    boolean proven,
    String proof,
    String coverage) {

  public RestatedModel {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
    sum = List.copyOf(sum);
    total = List.copyOf(total);
  }

  /**
   * One row.
   *
   * @param from the units whose figures it adds up, where they are not the row itself
   */
  public record Row(String name, String from, List<String> marks, List<Cell> cells) {

    public Row {
      marks = List.copyOf(marks);
      cells = List.copyOf(cells);
    }
  }

  /**
   * One figure.
   *
   * @param path empty where it leads nowhere
   */
  public record Cell(String text, String path) {}
}
