package vn.tonghop.producer.file;

import java.nio.file.Path;

/**
 * Where a report stands, so that a clerk finds it again.
 *
 * @param line from 1: the line of the document, or the first line of its rows
 */
public record Place(Path file, long line) {

  /** {@code file:line}, as editors jump to. */
  @Override
  public String toString() {
    return file + ":" + line;
  }
}
