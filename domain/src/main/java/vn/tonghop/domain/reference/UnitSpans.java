package vn.tonghop.domain.reference;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Checks that on each day a code means at most one body, a body has no gap, and whoever ended went
 * into somebody who exists.
 */
final class UnitSpans {

  private static final Comparator<ReportingUnit> BY_START =
      Comparator.comparing(
          ReportingUnit::validFrom, Comparator.nullsFirst(Comparator.naturalOrder()));

  private final Map<String, List<ReportingUnit>> byBody;
  private final Map<String, List<ReportingUnit>> byCode;
  private final Function<ReportingUnit, String> place;
  private final List<String> problems = new ArrayList<>();

  private UnitSpans(List<ReportingUnit> units, Function<ReportingUnit, String> place) {
    this.place = place;
    byBody = sorted(units, ReportingUnit::body);
    byCode = sorted(units, ReportingUnit::code);
  }

  /**
   * All that is wrong.
   *
   * @param place file and line of a row
   */
  static List<String> problems(List<ReportingUnit> units, Function<ReportingUnit, String> place) {
    UnitSpans spans = new UnitSpans(units, place);
    spans.byCode.forEach((code, rows) -> spans.checkOverlaps("code " + code, rows, false));
    spans.byBody.forEach((body, rows) -> spans.checkOverlaps("body " + body, rows, true));
    spans.byBody.forEach(spans::checkSuccessors);
    spans.byBody.forEach(spans::checkCycle);
    return spans.problems;
  }

  private static Map<String, List<ReportingUnit>> sorted(
      List<ReportingUnit> units, Function<ReportingUnit, String> key) {
    return units.stream()
        .sorted(BY_START)
        .collect(Collectors.groupingBy(key, TreeMap::new, Collectors.toList()));
  }

  private void checkOverlaps(String who, List<ReportingUnit> rows, boolean gapless) {
    for (int i = 1; i < rows.size(); i++) {
      ReportingUnit before = rows.get(i - 1);
      LocalDate end = before.validTo();
      LocalDate start = rows.get(i).validFrom();
      if (end == null || start == null || !end.isBefore(start)) {
        problem(rows.get(i), who + " is in force already by " + place.apply(before));
      } else if (gapless && !end.plusDays(1).equals(start)) {
        problem(rows.get(i), who + " is not in force between " + end + " and " + start);
      }
    }
  }

  private void checkSuccessors(String body, List<ReportingUnit> rows) {
    for (int i = 0; i < rows.size(); i++) {
      ReportingUnit row = rows.get(i);
      if (row.successors().isEmpty()) {
        continue;
      }
      if (row.validTo() == null || i < rows.size() - 1) {
        problem(row, "body " + body + " has a successor in a row that is not its last");
      }
      row.successors().forEach(successor -> checkSuccessor(row, successor));
    }
  }

  private void checkSuccessor(ReportingUnit ended, String successor) {
    String went = "body " + ended.body() + " went into " + successor;
    LocalDate end = ended.validTo();
    List<ReportingUnit> rows = byBody.get(successor);
    if (rows == null) {
      problem(ended, went + ", which no row has");
    } else if (end != null && rows.stream().noneMatch(row -> row.isInForceOn(end.plusDays(1)))) {
      problem(ended, went + ", not in force the day after " + end);
    }
  }

  private void checkCycle(String body, List<ReportingUnit> rows) {
    Set<String> seen = new HashSet<>();
    List<String> next = List.of(body);
    while (!next.isEmpty()) {
      next =
          next.stream()
              .flatMap(each -> byBody.getOrDefault(each, List.of()).stream())
              .flatMap(row -> row.successors().stream())
              .filter(seen::add)
              .toList();
    }
    if (seen.contains(body)) {
      problem(rows.get(rows.size() - 1), "body " + body + " is its own successor");
    }
  }

  private void problem(ReportingUnit row, String what) {
    problems.add(place.apply(row) + ": " + what);
  }
}
