package vn.tonghop.producer.file;

import org.jspecify.annotations.Nullable;
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

    /** The same under another revision. */
    public Legible numbered(int revision) {
      return new Legible(place, report.withRevision(revision), locator);
    }
  }

  /**
   * A document that does not fit the schema.
   *
   * @param errors one {@code E01} a path, never empty
   * @param unnumbered the report, as revision 1, where a revision is all that it lacks: who sends
   *     it may fill that in; else null
   */
  record Unreadable(Place place, DocumentKey key, FindingList errors, @Nullable Legible unnumbered)
      implements FileReport {

    /** A document that nothing can be filled into. */
    public Unreadable(Place place, DocumentKey key, FindingList errors) {
      this(place, key, errors, null);
    }

    /** The same, of a file where paths say too little. */
    Unreadable located(Locator locator) {
      return new Unreadable(
          place,
          key,
          locator.located(errors),
          unnumbered == null ? null : new Legible(place, unnumbered.report(), locator));
    }
  }
}
