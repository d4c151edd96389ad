package vn.tonghop.console.picture;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import vn.tonghop.domain.reference.ReferenceData;
import vn.tonghop.domain.reference.ReportingUnit;

/**
 * Where each unit's square stands on a map on which all units are of one size: north above south,
 * west before east, neighbours together as far as squares can be. The squares are our own drawing:
 * {@code tiles.csv}.
 *
 * @param name {@code 63} or {@code 34}, after the number of provinces
 * @param tiles from north to south, then west to east
 */
public record TileLayout(String name, List<Tile> tiles) {

  private static final String FILE = "tiles.csv";
  private static final Comparator<Tile> READING_ORDER =
      Comparator.comparingInt(Tile::row).thenComparingInt(Tile::column);

  /** All layouts, by name. */
  private static final Map<String, TileLayout> ALL = read();

  public TileLayout {
    tiles = tiles.stream().sorted(READING_ORDER).toList();
  }

  /** One unit's square; rows and columns from 0. */
  public record Tile(String body, int row, int column) {}

  /** The layout of that name, or empty. */
  public static Optional<TileLayout> named(String name) {
    return Optional.ofNullable(ALL.get(name));
  }

  /** The layout that has a square for most of the provinces in force on a day. */
  public static TileLayout on(LocalDate day, ReferenceData reference) {
    List<String> bodies =
        reference.unitsOn(day).stream()
            .filter(unit -> unit.kind().isProvincial())
            .map(ReportingUnit::body)
            .toList();
    return ALL.values().stream()
        .max(Comparator.comparingLong(layout -> layout.share(bodies)))
        .orElseThrow();
  }

  /** Number of rows. */
  public int rows() {
    return 1 + tiles.stream().mapToInt(Tile::row).max().orElse(0);
  }

  /** Number of columns. */
  public int columns() {
    return 1 + tiles.stream().mapToInt(Tile::column).max().orElse(0);
  }

  /** Of the squares, how many are of these units; in thousandths, so that a small map can win. */
  private long share(List<String> bodies) {
    long known = tiles.stream().filter(tile -> bodies.contains(tile.body())).count();
    return known * 1000 / tiles.size();
  }

  private static Map<String, TileLayout> read() {
    try (InputStream in = TileLayout.class.getResourceAsStream(FILE);
        BufferedReader lines =
            new BufferedReader(
                new InputStreamReader(Objects.requireNonNull(in, FILE), StandardCharsets.UTF_8))) {
      Map<String, TileLayout> layouts = new TreeMap<>();
      lines
          .lines()
          .skip(1)
          .map(line -> line.split(",", -1))
          .collect(
              Collectors.groupingBy(
                  cells -> cells[0], Collectors.mapping(TileLayout::tile, Collectors.toList())))
          .forEach((name, tiles) -> layouts.put(name, new TileLayout(name, tiles)));
      return layouts;
    } catch (IOException e) {
      throw new UncheckedIOException(FILE, e);
    }
  }

  private static Tile tile(String[] cells) {
    return new Tile(cells[1], Integer.parseInt(cells[2]), Integer.parseInt(cells[3]));
  }
}
