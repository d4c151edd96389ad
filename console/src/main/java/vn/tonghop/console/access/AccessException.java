package vn.tonghop.console.access;

import java.util.List;
import java.util.stream.Collectors;
import vn.tonghop.producer.text.Text;

/** The page cannot be opened like this to those who could reach it, or its accounts are no use. */
public final class AccessException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<Text> problems;

  AccessException(List<Text> problems) {
    super(problems.stream().map(Text::en).collect(Collectors.joining("; ")));
    this.problems = List.copyOf(problems);
  }

  /** All that is wrong, one line each. */
  public List<Text> problems() {
    return problems;
  }
}
