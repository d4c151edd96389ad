package vn.tonghop.export;

import java.util.ArrayList;
import java.util.List;
import vn.tonghop.domain.format.Listing;
import vn.tonghop.domain.format.OfficialTable;

/**
 * A table as paper has room for it: whoever writes the reference data may write names of any
 * length, and such of 10,000 letters filled 150 sheets. Files for programs, and workbooks, have all
 * of them.
 */
final class PrintedTable {

  /** Letters of a name or title; real ones have far fewer. */
  static final int LETTERS = 300;

  /** Of a note, which is a sentence with a name in it, or all marks with their meaning. */
  private static final int NOTE_LETTERS = 1_000;

  private static final String CUT = "…";

  private PrintedTable() {}

  static OfficialTable of(OfficialTable table) {
    OfficialTable.Heading heading = table.heading();
    return new OfficialTable(
        table.language(),
        new OfficialTable.Heading(
            name(heading.title()),
            heading.programme(),
            heading.period(),
            heading.dates(),
            heading.answers()),
        row(table.total()),
        table.byUnit().stream()
            .map(region -> new OfficialTable.Region(row(region.sum()), rows(region.units())))
            .toList(),
        rows(table.byAssignedBy()),
        rows(table.byField()),
        table.indicators().stream().map(PrintedTable::indicator).toList(),
        new OfficialTable.Ending(
            listings(table.ending().coverage()),
            table.ending().notes().stream().map(note -> cut(note, NOTE_LETTERS)).toList()));
  }

  private static List<OfficialTable.Row> rows(List<OfficialTable.Row> rows) {
    return rows.stream().map(PrintedTable::row).toList();
  }

  private static OfficialTable.Row row(OfficialTable.Row row) {
    return new OfficialTable.Row(
        name(row.name()), row.signs(), row.measures(), row.coverage(), row.report());
  }

  private static OfficialTable.IndicatorRow indicator(OfficialTable.IndicatorRow row) {
    return new OfficialTable.IndicatorRow(
        row.code(),
        name(row.name()),
        name(row.measure()),
        row.value(),
        row.signs(),
        row.coverage(),
        row.baseline(),
        row.change(),
        row.changePercent());
  }

  private static List<Listing> listings(List<Listing> listings) {
    List<Listing> printed = new ArrayList<>();
    for (Listing listing : listings) {
      printed.add(
          new Listing(
              name(listing.label()),
              listing.count(),
              listing.names().stream().map(PrintedTable::name).toList(),
              listings(listing.parts())));
    }
    return printed;
  }

  private static String name(String name) {
    return cut(name, LETTERS);
  }

  /** A letter beyond the basic plane is never cut in two. */
  private static String cut(String text, int letters) {
    return text.codePointCount(0, text.length()) <= letters
        ? text
        : text.substring(0, text.offsetByCodePoints(0, letters - 1)).stripTrailing() + CUT;
  }
}
