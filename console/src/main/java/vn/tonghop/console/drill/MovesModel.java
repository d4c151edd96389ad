package vn.tonghop.console.drill;

import java.util.List;

/**
 * What a report moved.
 *
 * @param none says so where it moved nothing; else empty
 */
public record MovesModel(
    String title,
    String place,
    String report,
    String reportPath,
    String none,
    List<Target> targets) {

  public MovesModel {
    targets = List.copyOf(targets);
  }

  /**
   * What moved in one table.
   *
   * @param unit which report spoke for the unit before and after, its marks and its figures
   * @param national figures of the whole country, in the version of the table that first had them
   * @param note how much of the national move is this report's
   * @param versions the coordinates of the table's two versions
   */
  public record Target(
      String name,
      String tablePath,
      List<Row> unit,
      List<Row> national,
      String note,
      String versions) {

    public Target {
      unit = List.copyOf(unit);
      national = List.copyOf(national);
    }
  }

  /**
   * One figure before and after.
   *
   * @param path of the figure; empty where it has no page
   * @param change with its sign; empty where it is no number
   */
  public record Row(
      String owner, String figure, String before, String after, String change, String path) {}
}
