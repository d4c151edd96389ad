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
   * @param unnumbered where the document has no revision, what it is to whoever may fill that in:
   *     the report, as revision 1, or what else is wrong with it; else null
   */
  record Unreadable(
      Place place, DocumentKey key, FindingList errors, @Nullable FileReport unnumbered)
      implements FileReport {

    /** A document that nothing can be filled into. */
    public Unreadable(Place place, DocumentKey key, FindingList errors) {
      this(place, key, errors, null);
    }

    /** The report that it is but for its revision, as revision 1; null if more is wrong with it. */
    public @Nullable Legible toBeNumbered() {
      return unnumbered instanceof Legible legible ? legible : null;
    }

    /** The same without the error that no revision is given, for whoever fills that in. */
    public Unreadable otherwiseWrong() {
      return unnumbered instanceof Unreadable other ? other : this;
    }

    /** The same, of a file where paths say too little. */
    Unreadable located(Locator locator) {
      return new Unreadable(place, key, locator.located(errors), located(unnumbered, locator));
    }

    private static @Nullable FileReport located(@Nullable FileReport report, Locator locator) {
      if (report instanceof Legible legible) {
        return new Legible(legible.place(), legible.report(), locator);
      }
      return report instanceof Unreadable other ? other.located(locator) : null;
    }
  }
}
