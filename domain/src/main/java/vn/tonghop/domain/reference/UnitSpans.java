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
import org.jspecify.annotations.Nullable;

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
  private final List<String> problems = new ArrayList<>();

  private UnitSpans(List<ReportingUnit> units) {
    byBody = sorted(units, ReportingUnit::body);
    byCode = sorted(units, ReportingUnit::code);
  }

  static List<String> problems(List<ReportingUnit> units) {
    UnitSpans spans = new UnitSpans(units);
    spans.byCode.forEach((code, rows) -> spans.checkOverlaps("code " + code, rows, false));
    spans.byBody.forEach((body, rows) -> spans.checkOverlaps("body " + body, rows, true));
    spans.byBody.forEach(spans::checkSuccessors);
    spans.byBody.keySet().forEach(spans::checkCycle);
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
      LocalDate end = rows.get(i - 1).validTo();
      LocalDate start = rows.get(i).validFrom();
      if (end == null || start == null || !end.isBefore(start)) {
        problem(who + " has two rows in force at once, the second from " + start);
      } else if (gapless && !end.plusDays(1).equals(start)) {
        problem(who + " is not in force between " + end + " and " + start);
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
        problem("body " + body + " has a successor in a row that is not its last");
      }
      row.successors().forEach(successor -> checkSuccessor(body, row.validTo(), successor));
    }
  }

  private void checkSuccessor(String body, @Nullable LocalDate end, String successor) {
    List<ReportingUnit> rows = byBody.get(successor);
    if (rows == null) {
      problem("body " + body + " went into " + successor + ", which no row has");
    } else if (end != null && rows.stream().noneMatch(row -> row.isInForceOn(end.plusDays(1)))) {
      problem("body " + body + " went into " + successor + ", not in force the day after " + end);
    }
  }

  private void checkCycle(String body) {
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
      problem("body " + body + " is its own successor");
    }
  }

  private void problem(String what) {
    problems.add(ReferenceKind.UNIT.file() + ": " + what);
  }
}
