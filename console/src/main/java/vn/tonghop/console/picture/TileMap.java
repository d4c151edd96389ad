package vn.tonghop.console.picture;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.tonghop.console.drill.Asked;
import vn.tonghop.console.drill.Figure;
import vn.tonghop.console.drill.Marks;
import vn.tonghop.console.drill.Measure;
import vn.tonghop.console.drill.Owner;
import vn.tonghop.console.picture.TileMapModel.Legend;
import vn.tonghop.console.picture.TileMapModel.Line;
import vn.tonghop.console.picture.TileMapModel.Other;
import vn.tonghop.console.picture.TileMapModel.Square;
import vn.tonghop.domain.format.Figures;
import vn.tonghop.domain.format.Language;
import vn.tonghop.domain.format.Names;
import vn.tonghop.domain.reference.ReportingUnit;
import vn.tonghop.domain.table.UnitView;

/** Draws a table's rates on a map of squares. */
final class TileMap {

  static final int SIDE = 88;
  private static final int STEP = 92;
  private static final int MARGIN = 4;
  private static final int LINE = 15;
  private static final int FIRST_LINE = 22;
  private static final int FIGURE = 76;

  /** Letters of a name that fit into a square's line. */
  private static final int LETTERS = 12;

  private static final int LINES = 3;

  private final Asked asked;
  private final Measure measure;
  private final Language language;
  private final Figures figures;
  private final Names names;
  private final Map<String, UnitView> rows = new HashMap<>();
  private final Map<String, ReportingUnit> units = new HashMap<>();

  /** Bodies of the rows in which those stand that owe a report. */
  private final Set<String> expected;

  /**
   * @param measure a rate
   */
  TileMap(Asked asked, Measure measure, Language language) {
    this.asked = asked;
    this.measure = measure;
    this.language = language;
    this.figures = new Figures(language);
    this.names = asked.names(language);
    asked.table().byUnit().forEach(unit -> rows.put(unit.body(), unit));
    asked.reference().unitsOn(asked.day()).forEach(unit -> units.put(unit.body(), unit));
    this.expected =
        asked
            .reference()
            .expected(asked.asReported().programme(), asked.key().target().lastDay())
            .stream()
            .map(asked::rowOf)
            .collect(Collectors.toSet());
  }

  TileMapModel draw(TileLayout layout) {
    List<Square> squares = layout.tiles().stream().map(this::square).toList();
    return new TileMapModel(
        MARGIN + layout.columns() * STEP,
        MARGIN + layout.rows() * STEP,
        squares,
        legend(squares),
        others(layout));
  }

  /** Without what only some maps have. */
  private List<Legend> legend(List<Square> squares) {
    Set<RateBand> drawn = squares.stream().map(Square::band).collect(Collectors.toSet());
    return Arrays.stream(RateBand.values())
        .filter(
            band ->
                drawn.contains(band) || (band != RateBand.HIDDEN && band != RateBand.NOT_EXPECTED))
        .map(band -> new Legend(band, band.meaning(measure, language)))
        .toList();
  }

  /** Of a hidden unit its name alone: whether it has a row would tell who is missing. */
  private Square square(TileLayout.Tile tile) {
    @Nullable UnitView row = rows.get(tile.body());
    boolean hidden = row == null ? !asked.seesBody(tile.body()) : !asked.sees(row);
    @Nullable UnitView seen = hidden ? null : row;
    RateBand band = hidden ? RateBand.HIDDEN : band(tile.body(), row);
    String name = hidden ? nameOnDay(tile.body()) : name(tile.body(), row);
    int x = MARGIN + tile.column() * STEP;
    int y = MARGIN + tile.row() * STEP;
    return new Square(
        x,
        y,
        SIDE,
        band,
        lines(name, y),
        seen == null ? none(band) : figure(seen),
        y + FIGURE,
        hidden ? name : name + ": " + says(seen, band),
        seen == null ? "" : path(seen.body()));
  }

  private RateBand band(String body, @Nullable UnitView row) {
    if (row != null) {
      return RateBand.of(measure.rate(row.measures()));
    }
    return expected.contains(body) ? RateBand.MISSING : RateBand.NOT_EXPECTED;
  }

  private String none(RateBand band) {
    return band == RateBand.MISSING ? language.pick("chưa có", "none") : Figures.NONE;
  }

  private String figure(UnitView row) {
    return measure.text(row.measures(), figures) + Marks.signs(row);
  }

  private String path(String body) {
    return new Figure(asked.key(), Owner.unit(body), measure, asked.restatedTo()).path();
  }

  /** As the row has it; of a unit without one, as it was called on the map's day. */
  private String name(String body, @Nullable UnitView row) {
    return row == null ? nameOnDay(body) : names.of(row);
  }

  private String nameOnDay(String body) {
    @Nullable ReportingUnit unit = units.get(body);
    return unit == null ? names.ofBody(body) : names.of(unit);
  }

  private String says(@Nullable UnitView row, RateBand band) {
    if (row == null) {
      return band.meaning(measure, language);
    }
    List<String> parts = new ArrayList<>();
    parts.add(measure.text(row.measures(), figures));
    parts.addAll(Marks.of(row, language));
    return String.join("; ", parts);
  }

  /** A name in as many lines as a square has; what does not fit is cut. */
  static List<String> wrap(String name) {
    List<String> lines = new ArrayList<>();
    String line = "";
    for (String word : name.strip().split("\\s+", -1)) {
      if (!line.isEmpty() && letters(line) + 1 + letters(word) > LETTERS) {
        lines.add(line);
        line = word;
      } else {
        line = line.isEmpty() ? word : line + " " + word;
      }
    }
    lines.add(line);
    boolean more = lines.size() > LINES;
    List<String> shown = new ArrayList<>(lines.subList(0, Math.min(LINES, lines.size())));
    if (more) {
      shown.set(LINES - 1, shown.get(LINES - 1) + "…");
    }
    return shown.stream().map(TileMap::cut).toList();
  }

  private static int letters(String text) {
    return text.codePointCount(0, text.length());
  }

  private static String cut(String line) {
    return letters(line) <= LETTERS + 1
        ? line
        : line.substring(0, line.offsetByCodePoints(0, LETTERS)) + "…";
  }

  private static List<Line> lines(String name, int y) {
    List<Line> lines = new ArrayList<>();
    for (String text : wrap(name)) {
      lines.add(new Line(text, y + FIRST_LINE + lines.size() * LINE));
    }
    return lines;
  }

  private List<Other> others(TileLayout layout) {
    Set<String> drawn =
        layout.tiles().stream()
            .map(TileLayout.Tile::body)
            .collect(Collectors.toCollection(HashSet::new));
    return asked.table().byUnit().stream()
        .filter(unit -> !drawn.contains(unit.body()))
        .filter(asked::sees)
        .sorted(Comparator.comparing(names::of, Names.order()))
        .map(unit -> new Other(names.of(unit), figure(unit), path(unit.body())))
        .toList();
  }
}
