package vn.tonghop.standalone;

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
import vn.tonghop.domain.oracle.Oracle;
import vn.tonghop.domain.oracle.OracleTable;
import vn.tonghop.domain.period.Period;
import vn.tonghop.domain.reference.ReferenceKind;
import vn.tonghop.domain.reference.ReferenceRows;

/**
 * The oracle's tables in the words of commands.md, without {@code movedBy}: which record moved a
 * table last depends on the order between units, which nothing promises.
 */
record OracleJson(Oracle oracle, ReferenceRows rows) {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final OracleTable.Sums ZERO = new OracleTable.Sums(0, 0, 0, 0, 0, 0, 0);

  /** The table as one line that lacks its last entry. */
  String table(String programme, Period target) {
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
    json.put("total", measures(new LinkedHashMap<>(), table.map(OracleTable::total).orElse(ZERO)));
    json.put("byAssignedBy", sums("code", table.map(OracleTable::byAssignedBy)));
    json.put("byField", sums("code", table.map(OracleTable::byField)));
    json.put("byUnit", units.stream().map(row -> unit(row, target)).toList());
    json.put("byRegion", sums("name", Optional.of(regions(units, target))));
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

  private Map<String, @Nullable Object> unit(OracleTable.Row row, Period target) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("code", row.code());
    json.put("body", row.body());
    json.put("name", unitRow(row, target).get("name_vi"));
    json.put("carried", row.carried());
    json.put("nil", row.nil());
    json.put("late", row.late());
    Map<String, @Nullable Object> report = new LinkedHashMap<>();
    report.put("period", row.period());
    report.put("revision", row.revision());
    report.put("asOf", row.asOf().toString());
    report.put("topic", row.source().topic());
    report.put("partition", row.source().partition());
    report.put("offset", row.source().offset());
    json.put("report", report);
    json.put(
        "indicators",
        row.indicators().entrySet().stream()
            .map(each -> figure(each.getKey(), each.getValue()))
            .toList());
    return measures(json, row.sums());
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

  private SortedMap<String, OracleTable.Sums> regions(List<OracleTable.Row> units, Period target) {
    SortedMap<String, OracleTable.Sums> regions = new TreeMap<>();
    for (OracleTable.Row row : units) {
      String region = unitRow(row, target).getOrDefault("region", "");
      if (!region.isEmpty()) {
        regions.merge(region, row.sums(), OracleJson::plus);
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

  private static OracleTable.Sums plus(OracleTable.Sums one, OracleTable.Sums other) {
    return new OracleTable.Sums(
        one.assigned() + other.assigned(),
        one.completedOnTime() + other.completedOnTime(),
        one.completedLate() + other.completedLate(),
        one.openOnTrack() + other.openOnTrack(),
        one.openOverdue() + other.openOverdue(),
        one.completedInPeriod() + other.completedInPeriod(),
        one.percentSum() + other.percentSum());
  }
}
