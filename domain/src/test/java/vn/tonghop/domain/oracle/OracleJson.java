package vn.tonghop.domain.oracle;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import vn.tonghop.domain.period.Period;
import vn.tonghop.domain.reference.ReferenceKind;
import vn.tonghop.domain.reference.ReferenceRows;

/**
 * The oracle's tables in the words of commands.md, without {@code movedBy}: which record moved a
 * table last depends on the order between units, which nothing promises.
 */
public record OracleJson(Oracle oracle, ReferenceRows rows) {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** The table as one line that lacks its last entry. */
  public String table(String programme, Period target) {
    return table(programme, target, lines(programme, target));
  }

  /** The same under the units of another day: each row added to that of the unit it went into. */
  public String restated(String programme, Period target, LocalDate date) {
    SortedMap<String, Line> lines = new TreeMap<>();
    for (Line line : lines(programme, target)) {
      Line now = heir(line.body(), date).map(line::under).orElse(line);
      lines.merge(now.code() + "|" + now.body(), now, Line::plus);
    }
    return table(programme, target, List.copyOf(lines.values()));
  }

  /** One row by unit. */
  private record Line(
      String code,
      String body,
      String name,
      String region,
      boolean carried,
      boolean nil,
      boolean late,
      OracleTable.@Nullable Row report,
      SortedMap<String, OracleTable.Value> indicators,
      OracleTable.Sums sums) {

    Line under(Map<String, String> unit) {
      boolean itself = unit.getOrDefault("body", "").equals(body);
      return new Line(
          unit.getOrDefault("code", ""),
          unit.getOrDefault("body", ""),
          unit.getOrDefault("name_vi", ""),
          unit.getOrDefault("region", ""),
          carried,
          nil,
          late,
          itself ? report : null,
          indicators,
          sums);
    }

    Line plus(Line other) {
      SortedMap<String, OracleTable.Value> both = new TreeMap<>(indicators);
      other.indicators.forEach(
          (indicator, value) -> both.merge(indicator, value, OracleTable.Value::plus));
      return new Line(
          code,
          body,
          name,
          region,
          carried || other.carried,
          nil && other.nil,
          late || other.late,
          null,
          both,
          sums.plus(other.sums));
    }
  }

  private List<Line> lines(String programme, Period target) {
    return oracle.table(programme, target.label()).map(OracleTable::rows).orElse(List.of()).stream()
        .map(row -> line(row, unitRow(row, target)))
        .toList();
  }

  private static Line line(OracleTable.Row row, Map<String, String> unit) {
    return new Line(
        row.code(),
        row.body(),
        unit.getOrDefault("name_vi", ""),
        unit.getOrDefault("region", ""),
        row.carried(),
        row.nil(),
        row.late(),
        row,
        row.indicators(),
        row.sums());
  }

  /** The one row in force on the day of a body or of the only one that it went into. */
  private Optional<Map<String, String>> heir(String body, LocalDate date) {
    List<Map<String, String>> ofBody =
        rows.of(ReferenceKind.UNIT).stream().filter(row -> cell(row, "body", body)).toList();
    Optional<Map<String, String>> now =
        ofBody.stream().filter(row -> inForce(row, date)).findFirst();
    List<String> successors =
        ofBody.stream()
            .map(row -> row.getOrDefault("successor", ""))
            .filter(successor -> !successor.isEmpty())
            .flatMap(successor -> List.of(successor.split(";")).stream())
            .distinct()
            .toList();
    return now.isEmpty() && successors.size() == 1 ? heir(successors.get(0), date) : now;
  }

  private String table(String programme, Period target, List<Line> lines) {
    Optional<OracleTable> table = oracle.table(programme, target.label());
    OracleTable.Coverage coverage = oracle.coverage(programme, target.label());
    List<OracleTable.Row> units = table.map(OracleTable::rows).orElse(List.of());
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("programme", programme);
    json.put("period", target.label());
    json.put("regime", target.regime().id());
    json.put("from", target.firstDay().toString());
    json.put("to", target.lastDay().toString());
    json.put("dueAt", target.dueAt().toLocalDate() + "T00:00:00+07:00");
    json.put(
        "total",
        measures(
            new LinkedHashMap<>(), table.map(OracleTable::total).orElse(OracleTable.Sums.NONE)));
    json.put("byAssignedBy", sums("code", table.map(OracleTable::byAssignedBy)));
    json.put("byField", sums("code", table.map(OracleTable::byField)));
    json.put("byUnit", lines.stream().map(OracleJson::unit).toList());
    json.put("byRegion", sums("name", Optional.of(regions(lines))));
    json.put("coverage", coverage(coverage, units, target));
    boolean whole = coverage.missing().isEmpty();
    json.put(
        "indicators",
        table.map(OracleTable::indicators).orElse(new TreeMap<>()).entrySet().stream()
            .map(each -> indicator(programme, each.getKey(), each.getValue(), whole))
            .toList());
    try {
      String line = JSON.writeValueAsString(json);
      return line.substring(0, line.length() - 1);
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }

  private static Map<String, @Nullable Object> unit(Line line) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("code", line.code());
    json.put("body", line.body());
    json.put("name", line.name());
    json.put("carried", line.carried());
    json.put("nil", line.nil());
    json.put("late", line.late());
    json.put("report", line.report() == null ? null : report(line.report()));
    json.put(
        "indicators",
        line.indicators().entrySet().stream()
            .map(each -> figure(each.getKey(), each.getValue()))
            .toList());
    return measures(json, line.sums());
  }

  private static Map<String, @Nullable Object> report(OracleTable.Row row) {
    Map<String, @Nullable Object> report = new LinkedHashMap<>();
    report.put("period", row.period());
    report.put("revision", row.revision());
    report.put("asOf", row.asOf().toString());
    report.put("topic", row.source().topic());
    report.put("partition", row.source().partition());
    report.put("offset", row.source().offset());
    return report;
  }

  private static Map<String, @Nullable Object> figure(String code, OracleTable.Value value) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("code", code);
    json.put("value", plain(value.value()));
    json.put("partial", value.partial());
    json.put("carried", value.carried());
    return json;
  }

  private Map<String, @Nullable Object> indicator(
      String programme, String code, OracleTable.Value value, boolean whole) {
    Map<String, @Nullable Object> json = figure(code, value);
    Map<String, String> row = first(ReferenceKind.INDICATOR, each -> cell(each, "code", code));
    if (!programme.equals(row.get("baseline_programme"))) {
      json.put("baseline", null);
      json.put("change", null);
      json.put("changePercent", null);
      return json;
    }
    BigDecimal baseline = new BigDecimal(row.getOrDefault("baseline_value", ""));
    Map<String, @Nullable Object> from = new LinkedHashMap<>();
    from.put("value", plain(baseline));
    from.put("date", row.get("baseline_date"));
    json.put("baseline", from);
    boolean known = whole && !value.partial() && !value.carried();
    BigDecimal change = value.value().subtract(baseline);
    json.put("change", known ? plain(change) : null);
    json.put(
        "changePercent",
        known
            ? change.scaleByPowerOfTen(2).divide(baseline, 1, RoundingMode.HALF_UP).toPlainString()
            : null);
    return json;
  }

  private Map<String, @Nullable Object> coverage(
      OracleTable.Coverage coverage, List<OracleTable.Row> units, Period target) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("expected", coverage.expected().size());
    json.put("reported", coverage.reported());
    json.put("carried", bodies(units, OracleTable.Row::carried));
    json.put("nil", bodies(units, OracleTable.Row::nil));
    json.put("late", bodies(units, OracleTable.Row::late));
    json.put("missing", byCode(coverage.missing(), target.lastDay()));
    json.put("succeeded", byCode(coverage.succeeded(), null));
    return json;
  }

  private static List<String> bodies(
      List<OracleTable.Row> units, Predicate<OracleTable.Row> which) {
    return units.stream().filter(which).map(OracleTable.Row::body).toList();
  }

  private List<String> byCode(Collection<String> bodies, @Nullable LocalDate on) {
    List<String> sorted = new ArrayList<>(bodies);
    sorted.sort(
        Comparator.comparing(
                (String body) ->
                    first(
                            ReferenceKind.UNIT,
                            row -> cell(row, "body", body) && (on == null || inForce(row, on)))
                        .getOrDefault("code", ""))
            .thenComparing(Comparator.naturalOrder()));
    return sorted;
  }

  private static SortedMap<String, OracleTable.Sums> regions(List<Line> lines) {
    SortedMap<String, OracleTable.Sums> regions = new TreeMap<>();
    for (Line line : lines) {
      if (!line.region().isEmpty()) {
        regions.merge(line.region(), line.sums(), OracleTable.Sums::plus);
      }
    }
    return regions;
  }

  /** By the name in force on the last day of the closing report's period. */
  private Map<String, String> unitRow(OracleTable.Row row, Period target) {
    LocalDate on = Period.parse(target.regime(), row.period()).orElseThrow().lastDay();
    return first(ReferenceKind.UNIT, each -> cell(each, "body", row.body()) && inForce(each, on));
  }

  private Map<String, String> first(ReferenceKind kind, Predicate<Map<String, String>> which) {
    return rows.of(kind).stream().filter(which).findFirst().orElseThrow();
  }

  private static boolean cell(Map<String, String> row, String column, String value) {
    return row.getOrDefault(column, "").equals(value);
  }

  private static boolean inForce(Map<String, String> row, LocalDate on) {
    String from = row.getOrDefault("valid_from", "");
    String to = row.getOrDefault("valid_to", "");
    return (from.isEmpty() || !LocalDate.parse(from).isAfter(on))
        && (to.isEmpty() || !LocalDate.parse(to).isBefore(on));
  }

  private static List<Map<String, @Nullable Object>> sums(
      String name, Optional<SortedMap<String, OracleTable.Sums>> sums) {
    List<Map<String, @Nullable Object>> json = new ArrayList<>();
    sums.orElse(new TreeMap<>())
        .forEach(
            (code, each) -> {
              Map<String, @Nullable Object> row = new LinkedHashMap<>();
              row.put(name, code);
              json.add(measures(row, each));
            });
    return json;
  }

  private static Map<String, @Nullable Object> measures(
      Map<String, @Nullable Object> json, OracleTable.Sums sums) {
    long done = sums.completedOnTime() + sums.completedLate();
    json.put("assigned", sums.assigned());
    json.put("completedOnTime", sums.completedOnTime());
    json.put("completedLate", sums.completedLate());
    json.put("openOnTrack", sums.openOnTrack());
    json.put("openOverdue", sums.openOverdue());
    json.put("completedInPeriod", sums.completedInPeriod());
    json.put("percentSum", sums.percentSum());
    json.put("rateDue", rate(done, done + sums.openOverdue()));
    json.put("rateAll", rate(done, sums.assigned()));
    json.put("rateVolume", rate(sums.percentSum(), 100 * sums.assigned()));
    return json;
  }

  private static @Nullable BigDecimal rate(long part, long whole) {
    return whole == 0
        ? null
        : BigDecimal.valueOf(part).divide(BigDecimal.valueOf(whole), 4, RoundingMode.HALF_UP);
  }

  private static String plain(BigDecimal value) {
    return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
  }
}
