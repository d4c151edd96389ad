package vn.tonghop.console.drill;

import java.util.List;

/**
 * What the page of a figure shows.
 *
 * @param value as the table has it
 * @param owner whose figure it is
 * @param tablePath of the table, without its language
 * @param measures the same owner's other figures
 * @param columns counts that the figure is worked out from, and itself if it is a rate
 * @param rows units that have a part in it
 * @param others how many further units were looked at; empty if none
 * @param sum of all units, by column
 * @param inTable the table's own figures, by column
 * @param proof says whether the two are equal
 */
public record FigureModel(
    String name,
    String value,
    String owner,
    String table,
    String tablePath,
    List<Choice> measures,
    List<String> columns,
    List<Row> rows,
    String others,
    List<String> sum,
    List<String> inTable,
    boolean proven,
    String proof) {

  public FigureModel {
    measures = List.copyOf(measures);
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
    sum = List.copyOf(sum);
    inTable = List.copyOf(inTable);
  }

  /** A link among several; one of them is where the reader is. */
  public record Choice(String name, String path, boolean chosen) {}

  /**
   * One unit's part.
   *
   * @param path of its tasks; empty for what a visitor may not see
   * @param report which report speaks for it
   */
  public record Row(
      String name,
      String path,
      List<String> marks,
      String report,
      String asOf,
      List<String> cells) {

    public Row {
      marks = List.copyOf(marks);
      cells = List.copyOf(cells);
    }
  }
}
