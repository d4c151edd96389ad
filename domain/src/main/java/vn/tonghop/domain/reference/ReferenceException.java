package vn.tonghop.domain.reference;

import java.util.List;
import java.util.stream.Collectors;

/** Reference data that cannot be used, with every reason found and its place. */
public final class ReferenceException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<ReferenceProblem> problems;

  /** The message, which is for logs, is English; people read {@link #problems()}. */
  public ReferenceException(List<ReferenceProblem> problems) {
    super(
        problems.stream()
            .map(ReferenceProblem::en)
            .collect(Collectors.joining(System.lineSeparator())));
    this.problems = List.copyOf(problems);
  }

  /** All that is wrong, in both languages. */
  public List<ReferenceProblem> problems() {
    return problems;
  }
}
