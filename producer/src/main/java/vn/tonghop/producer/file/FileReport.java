package vn.tonghop.producer.file;

import vn.tonghop.domain.acceptance.FindingList;
import vn.tonghop.domain.report.ProgressReport;

/** One document of a file, in the order of the file. */
public sealed interface FileReport {

  /** Where it stands. */
  Place place();

  /** A document that fits the schema; whether it is right is another question. */
  record Legible(Place place, ProgressReport report) implements FileReport {}

  /**
   * A document that does not fit the schema.
   *
   * @param errors one {@code E01} a path, never empty
   */
  record Unreadable(Place place, DocumentKey key, FindingList errors) implements FileReport {}
}
