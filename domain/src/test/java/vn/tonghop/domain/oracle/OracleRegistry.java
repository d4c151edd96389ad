package vn.tonghop.domain.oracle;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import vn.tonghop.domain.reference.ReferenceKind;
import vn.tonghop.domain.reference.ReferenceRows;

/** Reference data as rows of text, searched from top to bottom for each question. */
final class OracleRegistry {

  private final ReferenceRows rows;

  OracleRegistry(ReferenceRows rows) {
    this.rows = rows;
  }

  private static String cell(Map<String, String> row, String column) {
    return row.getOrDefault(column, "");
  }

  private static boolean inForce(Map<String, String> row, LocalDate date) {
    String from = cell(row, "valid_from");
    String to = cell(row, "valid_to");
    // ISO dates of four-digit years compare as text.
    return (from.isEmpty() || from.compareTo(date.toString()) <= 0)
        && (to.isEmpty() || to.compareTo(date.toString()) >= 0);
  }

  boolean knows(ReferenceKind kind, String code) {
    return row(kind, code) != null;
  }

  @Nullable Map<String, String> row(ReferenceKind kind, String code) {
    for (Map<String, String> row : rows.of(kind)) {
      if (cell(row, "code").equals(code)) {
        return row;
      }
    }
    return null;
  }

  @Nullable String bodyOf(String code, LocalDate date) {
    for (Map<String, String> row : rows.of(ReferenceKind.UNIT)) {
      if (cell(row, "code").equals(code) && inForce(row, date)) {
        return cell(row, "body");
      }
    }
    return null;
  }

  boolean exists(String body, LocalDate date) {
    for (Map<String, String> row : rows.of(ReferenceKind.UNIT)) {
      if (cell(row, "body").equals(body) && inForce(row, date)) {
        return true;
      }
    }
    return false;
  }

  /** The last day of a body, or null while it is in force. */
  @Nullable LocalDate lastDay(String body) {
    String last = "";
    for (Map<String, String> row : rows.of(ReferenceKind.UNIT)) {
      if (cell(row, "body").equals(body)) {
        String to = cell(row, "valid_to");
        if (to.isEmpty()) {
          return null;
        }
        last = to.compareTo(last) > 0 ? to : last;
      }
    }
    return LocalDate.parse(last);
  }

  /** Every body that a body went into, and those that these went into. */
  SortedSet<String> successors(String body) {
    TreeSet<String> found = new TreeSet<>();
    int before = -1;
    while (found.size() > before) {
      before = found.size();
      for (Map<String, String> row : rows.of(ReferenceKind.UNIT)) {
        if (cell(row, "body").equals(body) || found.contains(cell(row, "body"))) {
          for (String successor : List.of(cell(row, "successor").split(";", -1))) {
            if (!successor.isBlank()) {
              found.add(successor.strip());
            }
          }
        }
      }
    }
    return found;
  }

  boolean runs(Map<String, String> programme, int year) {
    return Integer.parseInt(cell(programme, "first_year")) <= year
        && year <= Integer.parseInt(cell(programme, "last_year"));
  }

  /** Bodies that owe reports on a programme on a day. */
  SortedSet<String> expected(String programme, LocalDate date) {
    Map<String, String> row = row(ReferenceKind.PROGRAMME, programme);
    List<String> owing = row == null ? List.of() : List.of(cell(row, "expected").split(";", -1));
    TreeSet<String> bodies = new TreeSet<>();
    for (Map<String, String> unit : rows.of(ReferenceKind.UNIT)) {
      boolean province = List.of("PROVINCE", "CITY").contains(cell(unit, "kind"));
      if (inForce(unit, date)
          && (owing.contains("ALL")
              || (owing.contains("PROVINCES") && province)
              || owing.contains(cell(unit, "code")))) {
        bodies.add(cell(unit, "body"));
      }
    }
    return bodies;
  }

  List<String> programmes() {
    List<String> codes = new ArrayList<>();
    for (Map<String, String> row : rows.of(ReferenceKind.PROGRAMME)) {
      codes.add(cell(row, "code"));
    }
    return codes;
  }

  boolean mayBeNegative(String indicator) {
    Map<String, String> row = row(ReferenceKind.INDICATOR, indicator);
    return row != null && cell(row, "negative").equals("yes");
  }

  boolean isFlow(String indicator) {
    Map<String, String> row = row(ReferenceKind.INDICATOR, indicator);
    return row != null && cell(row, "kind").equals("FLOW");
  }
}
