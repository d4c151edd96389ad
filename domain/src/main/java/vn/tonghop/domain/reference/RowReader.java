package vn.tonghop.domain.reference;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the columns of one row and says what is wrong with them, with the file and line. */
final class RowReader {

  /** Codes become parts of topic names and of keys, where bars and blanks part things. */
  static final Pattern CODE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,63}");

  /** A unit's code ends the names of its topics, in which underscores and dots would collide. */
  static final Pattern UNIT = Pattern.compile("[A-Za-z0-9][A-Za-z0-9-]{0,63}");

  static final Pattern BODY = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.-]{0,63}");

  private final String place;
  private final Map<String, String> row;
  private final Consumer<ReferenceProblem> problems;

  RowReader(String place, Map<String, String> row, Consumer<ReferenceProblem> problems) {
    this.place = place;
    this.row = row;
    this.problems = problems;
  }

  String text(String column) {
    String value = row.get(column);
    return value == null ? "" : value.strip();
  }

  String required(String column) {
    if (text(column).isEmpty()) {
      problem(ReferenceFlaw.EMPTY, column);
    }
    return text(column);
  }

  String code(String column, Pattern pattern) {
    if (!pattern.matcher(text(column)).matches()) {
      problem(ReferenceFlaw.MALFORMED, column, text(column), pattern);
    }
    return text(column);
  }

  List<String> list(String column) {
    return Arrays.stream(text(column).split(";"))
        .map(String::strip)
        .filter(part -> !part.isEmpty())
        .toList();
  }

  @Nullable LocalDate date(String column) {
    try {
      return text(column).isEmpty() ? null : LocalDate.parse(text(column));
    } catch (DateTimeParseException e) {
      problem(ReferenceFlaw.NOT_A_DATE, column, text(column));
      return null;
    }
  }

  int year(String column) {
    if (!text(column).matches("[1-9][0-9]{3}")) {
      problem(ReferenceFlaw.NOT_A_YEAR, column, text(column));
      return 0;
    }
    return Integer.parseInt(text(column));
  }

  <E extends Enum<E>> E oneOf(String column, E[] values) {
    for (E value : values) {
      if (value.name().equals(text(column))) {
        return value;
      }
    }
    problem(ReferenceFlaw.NONE_OF, column, text(column), Arrays.toString(values));
    return values[0];
  }

  void problem(ReferenceFlaw flaw, Object... found) {
    problems.accept(ReferenceProblem.at(place, flaw, found));
  }
}
