package vn.tonghop.domain.format;

/** What a figure of a table belongs to; the constants are in the order of a CSV file. */
public enum TableDimension {
  TOTAL("total"),
  ASSIGNED_BY("assignedBy"),
  FIELD("field"),
  UNIT("unit"),
  REGION("region"),
  INDICATOR("indicator"),
  MISSING("missing");

  private final String id;

  TableDimension(String id) {
    this.id = id;
  }

  /** Name in CSV and of {@code --by}. */
  public String id() {
    return id;
  }
}
