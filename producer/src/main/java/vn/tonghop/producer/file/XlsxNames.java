package vn.tonghop.producer.file;

import java.util.Set;
import org.apache.poi.ss.util.CellReference;

/**
 * Addresses as Excel's name box takes them: {@code tasks!F17}, {@code 'Nhiệm vụ'!F17}.
 *
 * @param sheet as the file names it
 */
record XlsxNames(String sheet) implements CellNames {

  @Override
  public Spot row(int line) {
    return new Spot(quoted() + ", dòng " + line, quoted() + ", row " + line);
  }

  @Override
  public Spot cell(int line, int position, String column) {
    String address = quoted() + "!" + address(line, position);
    return new Spot(address, address);
  }

  @Override
  public String header(int line, int position) {
    return " (" + address(line, position) + ")";
  }

  /** A sheet of indicators alone may leave to that of the tasks what is the report's. */
  @Override
  public Set<SheetColumn> needed(Set<SheetColumn> seen) {
    boolean indicatorsAlone =
        seen.stream().anyMatch(SheetColumn.INDICATORS::contains)
            && seen.stream().noneMatch(SheetColumn.TASKS::contains);
    return indicatorsAlone ? SheetColumn.KEYS : SheetColumn.NEEDED;
  }

  @Override
  public Defect contradiction() {
    return Defect.CONTRADICTION_IN_CELL;
  }

  @Override
  public String other(int line, int position) {
    return quoted() + "!" + address(line, position);
  }

  private static String address(int line, int position) {
    return CellReference.convertNumToColString(position) + line;
  }

  /** Excel wants quotes around all but plain names. */
  private String quoted() {
    return sheet.matches("[A-Za-z_][A-Za-z0-9_]*") ? sheet : "'" + sheet.replace("'", "''") + "'";
  }
}
