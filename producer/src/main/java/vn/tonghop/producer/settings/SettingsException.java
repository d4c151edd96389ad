package vn.tonghop.producer.settings;

import java.util.List;
import java.util.stream.Collectors;
import vn.tonghop.domain.format.Language;
import vn.tonghop.producer.text.Text;

/** Settings that cannot be used, with every reason found. */
public final class SettingsException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<Text> problems;

  SettingsException(List<Text> problems) {
    super(problems.stream().map(Text::en).collect(Collectors.joining("; ")));
    this.problems = List.copyOf(problems);
  }

  /** All that is wrong, one line each: where it was set, and what is accepted. */
  public List<String> problems(Language lang) {
    return problems.stream().map(problem -> problem.in(lang)).toList();
  }
}
