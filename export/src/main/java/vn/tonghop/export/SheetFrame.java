package vn.tonghop.export;

import org.apache.poi.xssf.usermodel.XSSFRow;
import vn.tonghop.domain.format.Figures;
import vn.tonghop.domain.format.Listing;
import vn.tonghop.domain.format.OfficialTable;

/** What stands above and below the figures of a sheet. */
final class SheetFrame {

  private final XlsxSheet sheet;
  private final XlsxStyles styles;
  private final OfficialTable table;
  private final Figures figures;

  SheetFrame(XlsxSheet sheet, XlsxStyles styles, OfficialTable table) {
    this.sheet = sheet;
    this.styles = styles;
    this.table = table;
    this.figures = new Figures(table.language());
  }

  void above(String title) {
    OfficialTable.Heading heading = table.heading();
    sheet.across(DocumentText.kind(table.language()), styles.kind);
    sheet.across(heading.title() + " (" + heading.programme() + ")", styles.title);
    sheet.across(title, styles.kind);
    heading.dates().forEach(line -> sheet.across(line, styles.date));
    heading.answers().forEach(line -> sheet.across(line, styles.answer));
    sheet.skip();
  }

  void below() {
    sheet.skip();
    table.ending().coverage().forEach(listing -> listing(listing, ""));
    table.ending().notes().forEach(note -> sheet.across(note, styles.note));
  }

  private void listing(Listing listing, String indent) {
    sheet.across(indent + listing.head(figures) + " " + listing.text(), styles.note);
    listing.parts().forEach(part -> listing(part, indent + "   "));
  }

  /**
   * Where it is signed.
   *
   * @param columns of the sheet; the left half is for who made it, the right for who answers for it
   */
  void signatures(int columns) {
    int half = columns / 2;
    sheet.skip();
    XSSFRow place = sheet.row();
    sheet.across(DocumentText.place(table.language()), styles.date, half, columns - 1, place);
    signature(
        half,
        columns,
        DocumentText.preparedBy(table.language()),
        DocumentText.head(table.language()),
        true);
    signature(
        half,
        columns,
        DocumentText.signature(table.language()),
        DocumentText.sealed(table.language()),
        false);
  }

  private void signature(int half, int columns, String left, String right, boolean bold) {
    XSSFRow row = sheet.row();
    sheet.across(left, bold ? styles.answer : styles.date, 0, half - 1, row);
    sheet.across(right, bold ? styles.answer : styles.date, half, columns - 1, row);
  }
}
