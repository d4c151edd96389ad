package vn.tonghop.standalone;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The commands that a README shows, in their order. */
record Readme(String text) {

  private static final Pattern FENCE =
      Pattern.compile("^```(sh|console)\\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);
  private static final String PROMPT = "$ ";

  /** Every line of every {@code sh} fence; one that ends in a backslash goes on in the next. */
  List<String> shell() {
    List<String> lines = new ArrayList<>();
    for (String fence : fences("sh")) {
      fence
          .replaceAll("\\\\\\n\\s*", "")
          .lines()
          .map(String::strip)
          .filter(line -> !line.isEmpty() && !line.startsWith("#"))
          .forEach(lines::add);
    }
    return lines;
  }

  /** The commands of the {@code console} fence whose first command begins so; empty if none. */
  List<String> session(String beginning) {
    for (String fence : fences("console")) {
      List<String> commands =
          fence
              .replaceAll("\\\\\\n\\s*", "")
              .lines()
              .filter(line -> line.startsWith(PROMPT) || line.startsWith("./"))
              .map(line -> line.startsWith(PROMPT) ? line.substring(PROMPT.length()) : line)
              .map(String::strip)
              .toList();
      if (!commands.isEmpty() && commands.get(0).startsWith(beginning)) {
        return commands;
      }
    }
    return List.of();
  }

  private List<String> fences(String language) {
    List<String> fences = new ArrayList<>();
    Matcher matcher = FENCE.matcher(text);
    while (matcher.find()) {
      if (language.equals(matcher.group(1))) {
        fences.add(matcher.group(2));
      }
    }
    return fences;
  }
}
