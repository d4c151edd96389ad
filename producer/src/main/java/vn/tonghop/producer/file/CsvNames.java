package vn.tonghop.producer.file;

import java.util.Set;

/** Lines of a text and names of columns: what an editor shows, whatever program opens the file. */
record CsvNames() implements CellNames {

  @Override
  public Spot row(int line) {
    return new Spot("dòng " + line, "line " + line);
  }

  @Override
  public Spot cell(int line, int position, String column) {
    return new Spot("dòng " + line + ", cột " + column, "line " + line + ", column " + column);
  }

  @Override
  public String header(int line, int position) {
    return "";
  }

  @Override
  public Set<SheetColumn> needed(Set<SheetColumn> seen) {
    return SheetColumn.NEEDED;
  }

  @Override
  public Defect contradiction() {
    return Defect.CONTRADICTION;
  }

  @Override
  public String other(int line, int position) {
    return Integer.toString(line);
  }
}
