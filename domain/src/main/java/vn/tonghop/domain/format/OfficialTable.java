package vn.tonghop.domain.format;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.tonghop.domain.reference.Indicator;
import vn.tonghop.domain.reference.ReferenceData;
import vn.tonghop.domain.standing.ClosingReport;
import vn.tonghop.domain.standing.Measures;
import vn.tonghop.domain.table.TableView;

/**
 * A national table in the order and the words of an official document: regions as sub-totals,
 * names, marks and what is said around the figures, for whatever draws it.
 *
 * @param byUnit regions from north to south, each with its units; their rows add up to the total
 */
public record OfficialTable(
    Language language,
    Heading heading,
    Row total,
    List<Region> byUnit,
    List<Row> byAssignedBy,
    List<Row> byField,
    List<IndicatorRow> indicators,
    Ending ending) {

  public OfficialTable {
    byUnit = List.copyOf(byUnit);
    byAssignedBy = List.copyOf(byAssignedBy);
    byField = List.copyOf(byField);
    indicators = List.copyOf(indicators);
  }

  /**
   * The table of a view in one language.
   *
   * @param madeOn says how late missing reports are
   */
  public static OfficialTable of(
      TableView table, Language language, ReferenceData reference, LocalDate madeOn) {
    return new OfficialRows(table, language, reference, madeOn).table();
  }

  /**
   * What stands above the figures.
   *
   * @param title of the programme
   * @param period label, such as 2024-Q1
   * @param dates the period with its days, what the figures are as at, when reports were due
   * @param answers the headline rate, and whose reports it speaks for
   */
  public record Heading(
      String title, String programme, String period, List<String> dates, List<String> answers) {

    public Heading {
      dates = List.copyOf(dates);
      answers = List.copyOf(answers);
    }
  }

  /**
   * One row of figures.
   *
   * @param signs beside the name, which {@link Ending#notes} explain
   * @param coverage how many of how many units it speaks for; of a single unit, its report
   * @param report of a single unit; null where several are added up
   */
  public record Row(
      String name,
      String signs,
      Measures measures,
      String coverage,
      @Nullable ClosingReport report) {

    /** The name and its signs, which no line break parts. */
    public String label() {
      return signs.isEmpty() ? name : name + "\u00a0" + signs;
    }
  }

  /** A region's own row and those of its units, which add up to it. */
  public record Region(Row sum, List<Row> units) {

    public Region {
      units = List.copyOf(units);
    }
  }

  /**
   * A national indicator.
   *
   * @param measure what its value counts
   * @param signs beside the value
   * @param coverage how many of how many units gave a value; empty where nobody can tell
   * @param change null without a baseline and while it cannot be compared, like the percentage
   */
  public record IndicatorRow(
      String code,
      String name,
      String measure,
      BigDecimal value,
      String signs,
      String coverage,
      Indicator.@Nullable Baseline baseline,
      @Nullable BigDecimal change,
      @Nullable BigDecimal changePercent) {}

  /**
   * What stands below the figures.
   *
   * @param coverage carried, nil, late and missing units by name
   * @param notes the marks in use, what the rates are of, and the report that moved the table last
   */
  public record Ending(List<Listing> coverage, List<String> notes) {

    public Ending {
      coverage = List.copyOf(coverage);
      notes = List.copyOf(notes);
    }
  }
}
