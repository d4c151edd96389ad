package vn.tonghop.standalone.alerts;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One metric that docs/metrics.md promises.
 *
 * @param name without the suffixes of histograms and summaries
 * @param labels those of each of its samples
 */
record Metric(String name, String type, List<String> labels) {

  private static final Pattern ROW = Pattern.compile("(?m)^\\| (`[^|]*) \\| ([a-z]+) \\| (.*)$");
  private static final Pattern CODE = Pattern.compile("`([^`]+)`");
  private static final Pattern BY = Pattern.compile("by `(\\w+)`");

  /** All of them; a name that two tables have is there once. */
  static List<Metric> documented() throws IOException {
    String document = Files.readString(AlertRules.ROOT.resolve("docs/metrics.md"));
    List<Metric> metrics = new ArrayList<>();
    for (MatchResult row : ROW.matcher(document).results().toList()) {
      // Tables of ours have a column for labels; that of the JVM's says "by `pool`" in its text.
      boolean ours = row.group(1).startsWith("`tonghop_");
      String cell = ours ? row.group(3).split("\\|", -1)[0] : row.group(3);
      List<String> labels = all(ours ? CODE : BY, cell);
      for (String name : all(CODE, row.group(1))) {
        if (metrics.stream().noneMatch(each -> each.name.equals(name))) {
          metrics.add(new Metric(name, row.group(2), labels));
        }
      }
    }
    return metrics;
  }

  /** Names under which Prometheus keeps it. */
  Stream<String> series() {
    return switch (type) {
      case "histogram" -> Stream.of("_bucket", "_sum", "_count").map(name::concat);
      case "summary" -> Stream.of("_sum", "_count").map(name::concat);
      default -> Stream.of(name);
    };
  }

  private static List<String> all(Pattern pattern, String text) {
    return pattern.matcher(text).results().map(found -> found.group(1)).toList();
  }
}
