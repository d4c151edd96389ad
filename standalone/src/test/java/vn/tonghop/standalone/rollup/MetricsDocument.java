package vn.tonghop.standalone.rollup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What docs/metrics.md promises, a table at a time, and what a page of metrics holds. */
final class MetricsDocument {

  private static final Path FILE =
      Path.of(System.getProperty("tonghop.root"), "docs", "metrics.md");
  private static final Pattern CODE = Pattern.compile("`([^`]+)`");
  private static final Pattern SAMPLE = Pattern.compile("([a-z0-9_]+)(?:\\{(.*)\\})? \\S+");
  private static final Pattern LABEL = Pattern.compile("([a-z]+)=\"");
  private static final Pattern TYPE = Pattern.compile("# TYPE (\\S+) (\\S+)");

  private MetricsDocument() {}

  /** Lines {@code name type [labels]} of the table after that marker. */
  static Set<String> promised(String marker) throws IOException {
    Set<String> promised = new TreeSet<>();
    for (String[] row : rows(marker)) {
      promised.add(code(row[1]).get(0) + " " + type(row[2]) + " " + new TreeSet<>(code(row[3])));
    }
    return promised;
  }

  /** Lines {@code name type} of a table whose rows may name several. */
  static Set<String> named(String marker) throws IOException {
    Set<String> named = new TreeSet<>();
    for (String[] row : rows(marker)) {
      code(row[1]).forEach(name -> named.add(name + " " + type(row[2])));
    }
    return named;
  }

  /** Lines {@code name type [labels]} of a page, of names that begin so. */
  static Set<String> told(String page, String prefix) {
    Set<String> told = new TreeSet<>();
    for (MatchResult type : TYPE.matcher(page).results().toList()) {
      if (type.group(1).startsWith(prefix)) {
        told.add(type.group(1) + " " + type.group(2) + " " + labels(page, type.group(1)));
      }
    }
    return told;
  }

  /** The value of one sample, written as it stands on the page; empty if it is not there. */
  static String value(String page, String sample) {
    return page.lines()
        .filter(line -> line.startsWith(sample + " "))
        .map(line -> line.substring(sample.length() + 1))
        .findFirst()
        .orElse("");
  }

  private static Set<String> labels(String page, String name) {
    Set<String> labels = new TreeSet<>();
    page.lines()
        .map(SAMPLE::matcher)
        .filter(sample -> sample.matches() && sample.group(1).equals(name))
        .filter(sample -> sample.group(2) != null)
        .forEach(
            sample ->
                LABEL.matcher(sample.group(2)).results().forEach(l -> labels.add(l.group(1))));
    return labels;
  }

  private static List<String[]> rows(String marker) throws IOException {
    String document = Files.readString(FILE);
    String mark = "<!-- " + marker + " -->\n";
    return document
        .substring(document.indexOf(mark) + mark.length())
        .lines()
        .takeWhile(line -> line.startsWith("|"))
        .skip(2)
        .map(line -> line.split("\\|", -1))
        .toList();
  }

  private static List<String> code(String cell) {
    return CODE.matcher(cell).results().map(found -> found.group(1)).toList();
  }

  /** In the older text format, in which tests ask, an info is a gauge. */
  private static String type(String cell) {
    return cell.strip().replace("info", "gauge");
  }
}
