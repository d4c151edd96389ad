package vn.tonghop.console.picture;

import java.util.List;
import vn.tonghop.console.drill.FigureModel.Choice;

/**
 * What the page of pictures shows.
 *
 * @param rate the name of the rate that is shown
 * @param rates the others
 * @param units as reported, and under today's
 */
public record PictureModel(
    String title,
    String coverage,
    String tablePath,
    String rate,
    List<Choice> rates,
    List<Choice> units,
    TileMapModel map,
    Bars bars,
    Year year,
    Days days) {

  public PictureModel {
    rates = List.copyOf(rates);
    units = List.copyOf(units);
  }

  /** Rates by unit, the highest first. */
  public record Bars(ChartData chart, List<Bar> rows) {

    public Bars {
      rows = List.copyOf(rows);
    }
  }

  /**
   * One unit.
   *
   * @param of numerator and denominator
   */
  public record Bar(String name, String path, String rate, String of, List<String> marks) {

    public Bar {
      marks = List.copyOf(marks);
    }
  }

  /**
   * The year's course, quarter by quarter.
   *
   * @param columns of the table: the counts, the rate
   */
  public record Year(ChartData counts, ChartData rates, List<String> columns, List<Quarter> rows) {

    public Year {
      columns = List.copyOf(columns);
      rows = List.copyOf(rows);
    }
  }

  /**
   * One quarter.
   *
   * @param afterBreak says so where its units are not those of the quarter before; else empty
   */
  public record Quarter(
      String name, String path, List<String> cells, String coverage, String afterBreak) {

    public Quarter {
      cells = List.copyOf(cells);
    }
  }

  /**
   * Coverage, day by day.
   *
   * @param note what the picture leaves out; empty if nothing
   */
  public record Days(ChartData chart, List<Day> rows, String due, String note) {

    public Days {
      rows = List.copyOf(rows);
    }
  }

  /** One day. */
  public record Day(String date, String toDeadline, String reported) {}
}
