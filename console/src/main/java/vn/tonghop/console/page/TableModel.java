package vn.tonghop.console.page;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The page of one national table, all of it from one record, in one language.
 *
 * @param version names the record, so that a page knows whether it is still the newest
 * @param live where changes are told; null for a page that does not change
 */
public record TableModel(
    String version,
    @Nullable String live,
    Heading heading,
    PickerModel picker,
    CoverageModel coverage,
    List<Column> columns,
    List<Section> sections,
    List<IndicatorRow> indicators,
    List<String> notes,
    Moved moved,
    List<Elsewhere> elsewhere,
    List<Elsewhere> downloads,
    String madeAt) {

  public TableModel {
    columns = List.copyOf(columns);
    sections = List.copyOf(sections);
    indicators = List.copyOf(indicators);
    notes = List.copyOf(notes);
    elsewhere = List.copyOf(elsewhere);
    downloads = List.copyOf(downloads);
  }

  /** Columns that share a heading, from left to right. */
  public List<Group> groups() {
    return Group.of(columns);
  }

  /**
   * What stands above the figures.
   *
   * @param period its name and label
   * @param dates its first and last day
   * @param asAt what the figures are as at; empty while there are none
   * @param due until when reports were due, and by which rule
   * @param restated which day's units the rows are; empty: as reported
   * @param answer the headline rate in words; empty while nothing is assigned
   * @param carried how much of the total is carried over from earlier reports; empty if none is
   */
  public record Heading(
      String title,
      String programme,
      String period,
      String dates,
      String asAt,
      String due,
      String restated,
      String answer,
      String carried) {}

  /** One breakdown: by unit, by authority, by field. */
  public record Section(
      String id, String heading, String nameTitle, boolean ofUnits, List<Row> rows) {

    public Section {
      rows = List.copyOf(rows);
    }
  }

  /**
   * One row.
   *
   * @param id the same in each version of the table
   * @param kind total, region, unit or code
   * @param signs beside the name
   * @param meaning of the signs
   * @param coverage of how many units it speaks, or which report it is
   * @param asAt empty where several reports are added up; likewise the revision
   */
  public record Row(
      String id,
      String kind,
      String name,
      String signs,
      String meaning,
      List<Cell> cells,
      String coverage,
      @Nullable String report,
      String asAt,
      String revision) {

    public Row {
      cells = List.copyOf(cells);
    }
  }

  /**
   * One figure.
   *
   * @param raw as programs read it
   * @param link what it is made of
   */
  public record Cell(String id, String text, String raw, String link, boolean alarming) {}

  /** A national indicator beside its baseline. */
  public record IndicatorRow(
      String id,
      String name,
      String value,
      String signs,
      String coverage,
      String baseline,
      String change,
      String changePercent) {}

  /**
   * The report that changed the table last.
   *
   * @param link null where there is none
   */
  public record Moved(String text, @Nullable String link) {}

  /** The same figures in another form. */
  public record Elsewhere(String text, String link) {}

  /** Neighbours under one heading. */
  public record Group(String heading, List<Column> columns) {

    static List<Group> of(List<Column> columns) {
      List<Group> groups = new ArrayList<>();
      for (int start = 0, end; start < columns.size(); start = end) {
        String heading = columns.get(start).heading();
        end = start + 1;
        while (end < columns.size()
            && !heading.isEmpty()
            && columns.get(end).heading().equals(heading)) {
          end++;
        }
        groups.add(new Group(heading, List.copyOf(columns.subList(start, end))));
      }
      return groups;
    }
  }
}
