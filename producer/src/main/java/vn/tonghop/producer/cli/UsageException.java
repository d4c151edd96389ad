package vn.tonghop.producer.cli;

import java.util.List;

/** A command that cannot begin, with every reason found, in the language of the user. */
final class UsageException extends Exception {

  private static final long serialVersionUID = 1L;

  private final transient List<String> problems;

  UsageException(List<String> problems) {
    super(String.join("; ", problems));
    this.problems = List.copyOf(problems);
  }

  List<String> problems() {
    return problems;
  }
}
