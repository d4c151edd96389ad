package vn.tonghop.domain.acceptance;

/**
 * One error or warning of a report.
 *
 * @param path place in the document, e.g. {@code tasks[3].completedOn}; {@code $} is all of it
 * @param vi text in Vietnamese
 * @param en text in English
 */
public record Finding(Rule rule, String path, String vi, String en) {

  /** The place that means the whole document. */
  public static final String DOCUMENT = "$";
}
