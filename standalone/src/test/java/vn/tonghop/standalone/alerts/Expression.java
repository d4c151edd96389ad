package vn.tonghop.standalone.alerts;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Which metrics a PromQL expression asks for. Prometheus' own word on that came with a later
 * version.
 */
final class Expression {

  private static final Pattern TEXT = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"");
  private static final Pattern MATCHERS = Pattern.compile("\\{[^}]*\\}");
  private static final Pattern RANGE = Pattern.compile("\\[[^\\]]*\\]");
  private static final Pattern LABELS =
      Pattern.compile("\\b(?:by|without|on|ignoring|group_left|group_right)\\s*\\([^)]*\\)");
  private static final Pattern NAME =
      Pattern.compile("(?<![\\w.$])[a-zA-Z_:][\\w:]*\\b(?!\\s*\\()");
  private static final Set<String> WORDS = Set.of("and", "or", "unless", "offset", "bool", "Inf");

  /** What Prometheus makes by itself. */
  private static final Set<String> PROMETHEUS = Set.of("up", "ALERTS");

  private Expression() {}

  /** Names of ours that it asks for. */
  static Set<String> metrics(String expression) {
    String left = TEXT.matcher(expression).replaceAll("\"\"");
    left = MATCHERS.matcher(left).replaceAll(" ");
    left = RANGE.matcher(left).replaceAll(" ");
    left = LABELS.matcher(left).replaceAll(" ");
    // An aggregation's parameters may stand before its labels: sum by (le) (…).
    Set<String> names = new TreeSet<>();
    NAME.matcher(left).results().forEach(found -> names.add(found.group()));
    names.removeAll(WORDS);
    names.removeIf(name -> name.matches("by|on|sum|min|max|count"));
    names.removeAll(PROMETHEUS);
    return names;
  }
}
