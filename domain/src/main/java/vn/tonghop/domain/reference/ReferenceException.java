package vn.tonghop.domain.reference;

import java.util.List;

/** Reference data that cannot be used, with every reason found and its place. */
public final class ReferenceException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<String> problems;

  /**
   * @param problems one line each, with file and line
   */
  public ReferenceException(List<String> problems) {
    super(String.join(System.lineSeparator(), problems));
    this.problems = List.copyOf(problems);
  }

  /** All that is wrong, one line each. */
  public List<String> problems() {
    return problems;
  }
}
