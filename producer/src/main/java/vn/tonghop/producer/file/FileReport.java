package vn.tonghop.producer.file;

import vn.tonghop.domain.acceptance.FindingList;
import vn.tonghop.domain.report.ProgressReport;

/** One document of a file, in the order of the file. */
public sealed interface FileReport {

  /** Where it stands. */
  Place place();

  /**
   * A document that fits the schema; whether it is right is another question.
   *
   * @param locator where in the file the parts of the report stand
   */
  record Legible(Place place, ProgressReport report, Locator locator) implements FileReport {

    /** A document whose paths say enough. */
    public Legible(Place place, ProgressReport report) {
      this(place, report, Locator.PATHS_ONLY);
    }
  }

  /**
   * A document that does not fit the schema.
   *
   * @param errors one {@code E01} a path, never empty
   */
  record Unreadable(Place place, DocumentKey key, FindingList errors) implements FileReport {}
}
