package vn.tonghop.standalone.lag;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import vn.tonghop.monitor.business.Business;
import vn.tonghop.monitor.business.Deadline;
import vn.tonghop.monitor.business.Rejects;
import vn.tonghop.monitor.lag.Seen;
import vn.tonghop.monitor.lag.Stage;

/**
 * What is known of one unit.
 *
 * @param unit its code; empty for dead letters of which nobody knows the topic
 * @param lastReport append time of its last record; null if it has sent none
 * @param inARow how many of its latest receipts are rejections
 * @param rejects dead letters by code
 * @param silentFor deadlines, programme and period, for which it owes a report
 */
public record UnitLine(
    String unit,
    @Nullable Instant lastReport,
    int inARow,
    SortedMap<String, Long> rejects,
    List<Deadline> silentFor) {

  /** A line for each unit that has a topic, owes a report or had one rejected. */
  public static List<UnitLine> of(Seen seen, Business business) {
    Map<String, TreeMap<String, Long>> rejects = new TreeMap<>();
    for (Rejects.Count each : business.rejects()) {
      rejects.computeIfAbsent(each.unit(), first -> new TreeMap<>()).put(each.code(), each.count());
    }
    TreeSet<String> units = new TreeSet<>(rejects.keySet());
    seen.places().stream()
        .filter(each -> each.place().stage() == Stage.INTAKE)
        .forEach(each -> units.add(each.place().unit()));
    business.deadlines().forEach(due -> due.silent().forEach(unit -> units.add(unit.code())));
    List<UnitLine> lines = new ArrayList<>();
    for (String unit : units) {
      lines.add(
          new UnitLine(
              unit,
              business.lastReports().get(unit),
              business.inARow().getOrDefault(unit, 0),
              rejects.getOrDefault(unit, new TreeMap<>()),
              business.deadlines().stream().filter(due -> owes(unit, due)).toList()));
    }
    return lines;
  }

  private static boolean owes(String unit, Deadline due) {
    return due.silent().stream().anyMatch(each -> each.code().equals(unit));
  }

  /** One JSON object. */
  public String json() {
    Map<String, @Nullable Object> line = new LinkedHashMap<>();
    line.put("unit", unit);
    line.put("lastReport", lastReport == null ? null : lastReport.toString());
    line.put("rejectedInARow", inARow);
    line.put("rejects", rejects);
    line.put(
        "silentFor",
        silentFor.stream()
            .map(
                each ->
                    Map.of(
                        "programme", each.programme(),
                        "period", each.period().label(),
                        "dueAt", each.dueAt().toString()))
            .toList());
    return LagJson.text(line);
  }
}
