package vn.tonghop.standalone.table;

/** The forms in which a table is printed. */
public enum TableFormat {
  text,
  json,
  csv
}
