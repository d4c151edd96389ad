package vn.tonghop.producer.file;

import java.util.Set;

/**
 * What differs between kinds of sheets: how people find a row or a cell again, what it must have.
 */
interface CellNames {

  /** Where something is, in both languages. */
  record Spot(String vi, String en) {}

  /** A whole row. */
  Spot row(int line);

  /**
   * A cell.
   *
   * @param position of its column, from 0
   * @param column what the header calls it
   */
  Spot cell(int line, int position, String column);

  /** What a header's error says of a column beside its words. */
  String header(int line, int position);

  /** Columns that a header needs besides those that it has. */
  Set<SheetColumn> needed(Set<SheetColumn> seen);

  /** That rows of one report differ: between the first row's words, a place and its words. */
  Defect contradiction();

  /** The place of a cell that a contradiction names. */
  String other(int line, int position);
}
