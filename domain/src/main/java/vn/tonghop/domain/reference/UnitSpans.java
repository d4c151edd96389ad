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
  private final List<ReferenceProblem> problems = new ArrayList<>();

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
  static List<ReferenceProblem> problems(
      List<ReportingUnit> units, Function<ReportingUnit, String> place) {
    UnitSpans spans = new UnitSpans(units, place);
    spans.byCode.forEach(spans::checkCode);
    spans.byBody.forEach(spans::checkBody);
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

  private void checkCode(String code, List<ReportingUnit> rows) {
    for (int i = 1; i < rows.size(); i++) {
      ReportingUnit before = rows.get(i - 1);
      if (overlap(before, rows.get(i))) {
        problem(rows.get(i), ReferenceFlaw.CODE_TAKEN, code, place.apply(before));
      }
    }
  }

  private void checkBody(String body, List<ReportingUnit> rows) {
    for (int i = 1; i < rows.size(); i++) {
      ReportingUnit before = rows.get(i - 1);
      LocalDate end = before.validTo();
      LocalDate start = rows.get(i).validFrom();
      if (overlap(before, rows.get(i))) {
        problem(rows.get(i), ReferenceFlaw.BODY_TAKEN, body, place.apply(before));
      } else if (end != null && start != null && !end.plusDays(1).equals(start)) {
        problem(rows.get(i), ReferenceFlaw.BODY_GAP, body, end, start);
      }
    }
  }

  private static boolean overlap(ReportingUnit before, ReportingUnit after) {
    LocalDate end = before.validTo();
    LocalDate start = after.validFrom();
    return end == null || start == null || !end.isBefore(start);
  }

  private void checkSuccessors(String body, List<ReportingUnit> rows) {
    for (int i = 0; i < rows.size(); i++) {
      ReportingUnit row = rows.get(i);
      if (row.successors().isEmpty()) {
        continue;
      }
      if (row.validTo() == null || i < rows.size() - 1) {
        problem(row, ReferenceFlaw.SUCCEEDED_TOO_SOON, body);
      }
      row.successors().forEach(successor -> checkSuccessor(row, successor));
    }
  }

  private void checkSuccessor(ReportingUnit ended, String successor) {
    LocalDate end = ended.validTo();
    List<ReportingUnit> rows = byBody.get(successor);
    if (rows == null) {
      problem(ended, ReferenceFlaw.SUCCESSOR_UNKNOWN, ended.body(), successor);
    } else if (end != null && rows.stream().noneMatch(row -> row.isInForceOn(end.plusDays(1)))) {
      problem(ended, ReferenceFlaw.SUCCESSOR_NOT_IN_FORCE, ended.body(), successor, end);
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
      problem(rows.get(rows.size() - 1), ReferenceFlaw.OWN_SUCCESSOR, body);
    }
  }

  private void problem(ReportingUnit row, ReferenceFlaw flaw, Object... found) {
    problems.add(ReferenceProblem.at(place.apply(row), flaw, found));
  }
}
