package vn.tonghop.standalone.table;

/** The forms in which a table is printed. */
public enum TableFormat {
  text,
  json,
  csv,
  xlsx,
  pdf;

  /** Whether it is a file for a program of an office, and no text. */
  public boolean isBinary() {
    return this == xlsx || this == pdf;
  }
}
