package vn.tonghop.export;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.tonghop.domain.format.Language;
import vn.tonghop.domain.format.OfficialTable;
import vn.tonghop.domain.format.TableDimension;

/** By what the rows of a document part the total. */
enum Breakdown {
  UNIT("Theo đơn vị", "By unit", "Vùng, đơn vị", "Region, unit"),
  REGION("Theo vùng", "By region", "Vùng", "Region"),
  ASSIGNED_BY("Theo cấp giao", "By authority", "Cấp giao", "Assigned by"),
  FIELD("Theo lĩnh vực", "By field of work", "Lĩnh vực", "Field of work");

  private static final List<String> ROMAN =
      List.of("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII");

  private final String vi;
  private final String en;
  private final String columnVi;
  private final String columnEn;

  Breakdown(String vi, String en, String columnVi, String columnEn) {
    this.vi = vi;
    this.en = en;
    this.columnVi = columnVi;
    this.columnEn = columnEn;
  }

  /**
   * What a document has.
   *
   * @param by the one breakdown that was asked for; null: all, units standing in their regions
   */
  static List<Breakdown> of(@Nullable TableDimension by) {
    if (by == null) {
      return List.of(UNIT, ASSIGNED_BY, FIELD);
    }
    return switch (by) {
      case UNIT -> List.of(UNIT);
      case REGION -> List.of(REGION);
      case ASSIGNED_BY -> List.of(ASSIGNED_BY);
      case FIELD -> List.of(FIELD);
      case TOTAL, INDICATOR, MISSING -> throw new IllegalArgumentException("no rows by " + by.id());
    };
  }

  /** Of its sheet or section. */
  String title(Language language) {
    return language.pick(vi, en);
  }

  /** Of the column of names. */
  String column(Language language) {
    return language.pick(columnVi, columnEn);
  }

  /** Whether its rows may be single units, each with a report of its own. */
  boolean hasReports() {
    return this == UNIT;
  }

  /**
   * A row and its place.
   *
   * @param place from 1 among the regions, or the rows of a region; 0 of the total
   */
  record Line(Level level, int place, OfficialTable.Row row) {

    /** Roman of a region; empty of the total. */
    String number() {
      return switch (level) {
        case TOTAL -> "";
        case REGION -> place <= ROMAN.size() ? ROMAN.get(place - 1) : Integer.toString(place);
        case SINGLE -> Integer.toString(place);
      };
    }
  }

  /** What a row adds up. */
  enum Level {
    TOTAL,
    REGION,
    SINGLE
  }

  /** The total first, then the rows as a reader goes down. */
  List<Line> lines(OfficialTable table) {
    List<Line> lines = new ArrayList<>();
    lines.add(new Line(Level.TOTAL, 0, table.total()));
    switch (this) {
      case UNIT -> regions(table.byUnit(), lines);
      case REGION ->
          singles(table.byUnit().stream().map(OfficialTable.Region::sum).toList(), lines);
      case ASSIGNED_BY -> singles(table.byAssignedBy(), lines);
      case FIELD -> singles(table.byField(), lines);
    }
    return lines;
  }

  private static void regions(List<OfficialTable.Region> regions, List<Line> lines) {
    for (int i = 0; i < regions.size(); i++) {
      lines.add(new Line(Level.REGION, i + 1, regions.get(i).sum()));
      singles(regions.get(i).units(), lines);
    }
  }

  private static void singles(List<OfficialTable.Row> rows, List<Line> lines) {
    for (int i = 0; i < rows.size(); i++) {
      lines.add(new Line(Level.SINGLE, i + 1, rows.get(i)));
    }
  }
}
