package vn.tonghop.bench.report;

import java.util.List;

/**
 * A plot of lines through points.
 *
 * @param name of its file, without an ending
 * @param logarithmicX whether the x axis is; likewise y. Values must then be above 0
 */
public record Plot(
    String name,
    String title,
    String xLabel,
    String yLabel,
    boolean logarithmicX,
    boolean logarithmicY,
    List<Series> series) {

  /** One place on the plot. */
  public record Point(double x, double y) {}

  /** One line, through its points in their order. */
  public record Series(String name, List<Point> points) {
    public Series {
      points = List.copyOf(points);
    }
  }

  public Plot {
    series = List.copyOf(series);
  }
}
