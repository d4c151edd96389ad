package vn.tonghop.console.picture;

import java.util.List;

/**
 * What the tile map shows.
 *
 * @param width of the drawing, in its own units
 * @param others units that have no square: central organisations, or units of another time
 */
public record TileMapModel(
    int width, int height, List<Square> squares, List<Legend> legend, List<Other> others) {

  public TileMapModel {
    squares = List.copyOf(squares);
    legend = List.copyOf(legend);
    others = List.copyOf(others);
  }

  /**
   * One unit's square.
   *
   * @param lines of its name
   * @param says all of it in words, for who cannot see the square
   * @param path of its figure; empty where there is none
   */
  public record Square(
      int x,
      int y,
      int side,
      RateBand band,
      List<Line> lines,
      String figure,
      int figureY,
      String says,
      String path) {

    public Square {
      lines = List.copyOf(lines);
    }

    /** Where the middle of its texts is. */
    public int middle() {
      return x + side / 2;
    }
  }

  /** A line of a name. */
  public record Line(String text, int y) {}

  /** One colour. */
  public record Legend(RateBand band, String meaning) {}

  /** A unit without a square. */
  public record Other(String name, String figure, String path) {}
}
