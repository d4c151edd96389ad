package vn.tonghop.producer.file;

import org.jspecify.annotations.Nullable;

/**
 * Where a row of a sheet stands, without what is in it.
 *
 * @param line from 1: where it begins
 */
record RowPlace(SheetHeader header, int line) {

  /** Where it is, or one of its cells. */
  CellNames.Spot spot(@Nullable SheetColumn column) {
    return header.spot(line, column);
  }
}
