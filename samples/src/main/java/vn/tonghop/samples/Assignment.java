package vn.tonghop.samples;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.tonghop.domain.reference.ReportingUnit;
import vn.tonghop.domain.reference.UnitKind;

/** A task as it was given: known before anybody has worked on it. */
record Assignment(
    String code,
    String assignedBy,
    String field,
    LocalDate givenOn,
    @Nullable LocalDate dueOn,
    String title) {

  /** Days after the start of the year on which a province gives itself tasks. */
  private static final List<Integer> GIVEN = List.of(5, 30, 150, 235);

  /** The tasks that the centre gives to every province in a year. */
  static List<Assignment> national(int year) {
    return Lists.rows("national-" + year + ".txt").stream()
        .map(
            row ->
                new Assignment(
                    row.get(0),
                    row.get(1),
                    row.get(2),
                    LocalDate.parse(row.get(3)),
                    row.get(4).isEmpty() ? null : LocalDate.parse(row.get(4)),
                    row.get(5)))
        .toList();
  }

  /** The tasks that a province gives itself, of different fields where it can be. */
  static List<Assignment> provincial(ReportingUnit unit, LocalDate yearStart) {
    Chance chance = Chance.of(unit.body(), yearStart, "own tasks");
    List<List<String>> titles = new ArrayList<>(Lists.rows("provincial.txt"));
    List<Assignment> own = new ArrayList<>();
    for (int days : GIVEN.subList(0, chance.between(3, GIVEN.size()))) {
      List<String> title = chance.oneOf(titles);
      titles.removeIf(other -> other.get(0).equals(title.get(0)));
      LocalDate given = yearStart.plusDays(days + chance.between(0, 10));
      own.add(
          new Assignment(
              "DP0" + (own.size() + 1),
              "PROVINCIAL_COMMITTEE",
              title.get(0),
              given,
              given.plusDays(chance.between(60, 190)),
              title.get(1).replace("{CU}", committee(unit))));
    }
    return own;
  }

  Assignment withCode(String other) {
    return new Assignment(other, assignedBy, field, givenOn, dueOn, title);
  }

  private static String committee(ReportingUnit unit) {
    return unit.kind() == UnitKind.CITY ? "Thành ủy" : "Tỉnh ủy";
  }
}
