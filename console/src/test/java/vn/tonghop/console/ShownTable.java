package vn.tonghop.console;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The figures of a national table as its page shows them. */
public record ShownTable(String version, Map<String, List<Row>> byKind) {

  private static final Pattern VERSION = Pattern.compile("data-version=\"([^\"]*)\"");
  private static final Pattern ROW =
      Pattern.compile("<tr id=\"([^\"]+)\" class=\"([a-z]+)\">(.*?)</tr>", Pattern.DOTALL);
  private static final Pattern CELL =
      Pattern.compile(
          "<td id=\"[^\"]*-([A-Za-z]+)\" class=\"[^\"]*\" data-v=\"([^\"]*)\">(.*?)</td>",
          Pattern.DOTALL);

  /** One row: its figures by name, as programs and as people read them. */
  public record Row(String id, Map<String, String> raw, Map<String, String> text) {

    public long count(String measure) {
      return Long.parseLong(raw.getOrDefault(measure, ""));
    }
  }

  public static ShownTable of(String page) {
    Matcher version = VERSION.matcher(page);
    if (!version.find()) {
      throw new AssertionError("no table in " + page);
    }
    Map<String, List<Row>> rows = new LinkedHashMap<>();
    for (MatchResult row : ROW.matcher(page).results().toList()) {
      Map<String, String> raw = new LinkedHashMap<>();
      Map<String, String> text = new LinkedHashMap<>();
      for (MatchResult cell : CELL.matcher(row.group(3)).results().toList()) {
        raw.put(cell.group(1), cell.group(2));
        text.put(cell.group(1), cell.group(3).replaceAll("<[^>]*>", "").strip());
      }
      rows.computeIfAbsent(row.group(2), first -> new ArrayList<>())
          .add(new Row(row.group(1), raw, text));
    }
    return new ShownTable(version.group(1), rows);
  }

  public List<Row> rows(String kind) {
    return byKind.getOrDefault(kind, List.of());
  }

  public long sum(String kind, String measure) {
    return rows(kind).stream().mapToLong(row -> row.count(measure)).sum();
  }
}
