package vn.tonghop.producer.file;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import vn.tonghop.domain.report.ReportKind;

/** A column of a CSV file: the field it fills, and how its cells read (roll-up.md §2). */
enum SheetColumn {
  UNIT(Part.KEY, "unit", Type.UNIT),
  PROGRAMME(Part.KEY, "programme", Type.TEXT),
  PERIOD(Part.KEY, "period", Type.TEXT),
  REVISION(Part.KEY, "revision", Type.INT),
  KIND(Part.OPTIONAL, "kind", Type.TEXT),
  AS_OF(Part.REPORT, "asOf", Type.TEXT),
  TEST(Part.OPTIONAL, "test", Type.BOOLEAN),
  NIL(Part.OPTIONAL, "nil", Type.BOOLEAN),
  TASK(Part.TASK, "code", Type.TEXT),
  TITLE(Part.TASK, "title", Type.TEXT),
  ASSIGNED_BY(Part.TASK, "assignedBy", Type.TEXT),
  FIELD(Part.TASK, "field", Type.TEXT),
  STATUS(Part.TASK, "status", Type.TEXT),
  DUE_ON(Part.TASK, "dueOn", Type.TEXT),
  COMPLETED_ON(Part.TASK, "completedOn", Type.TEXT),
  PERCENT(Part.TASK, "percent", Type.INT),
  NOTE(Part.TASK, "note", Type.TEXT),
  INDICATOR(Part.INDICATOR, "code", Type.TEXT),
  VALUE(Part.INDICATOR, "value", Type.TEXT),
  SUBMITTED_BY(Part.OPTIONAL, "submittedBy", Type.TEXT),
  SUBMITTED_AT(Part.OPTIONAL, "submittedAt", Type.TEXT);

  /** What of a report a column belongs to. */
  enum Part {
    KEY,
    REPORT,
    OPTIONAL,
    TASK,
    INDICATOR
  }

  static final Set<SheetColumn> KEYS = of(Part.KEY);

  /** Those without which no row says which report it is of, and as at when. */
  static final Set<SheetColumn> NEEDED = of(Part.KEY, Part.REPORT);

  static final Set<SheetColumn> TASKS = of(Part.TASK);

  /** Those of a task that have no default. */
  static final Set<SheetColumn> NEEDED_OF_TASKS =
      EnumSet.of(TASK, ASSIGNED_BY, FIELD, STATUS, PERCENT);

  static final Set<SheetColumn> INDICATORS = of(Part.INDICATOR);

  /** The fields of the report itself, repeated on each of its rows. */
  static final Set<SheetColumn> REPORTS = of(Part.KEY, Part.REPORT, Part.OPTIONAL);

  private enum Type {
    TEXT,
    UNIT,
    INT,
    BOOLEAN
  }

  private final Part part;
  private final String field;
  private final Type type;

  SheetColumn(Part part, String field, Type type) {
    this.part = part;
    this.field = field;
    this.type = type;
  }

  /** The column of a name as a header writes it. */
  static Optional<SheetColumn> of(String header) {
    String name = header.strip().toUpperCase(Locale.ROOT);
    return Arrays.stream(values()).filter(column -> column.name().equals(name)).findFirst();
  }

  private static Set<SheetColumn> of(Part... parts) {
    Set<SheetColumn> columns = EnumSet.noneOf(SheetColumn.class);
    Arrays.stream(values())
        .filter(column -> Arrays.asList(parts).contains(column.part))
        .forEach(columns::add);
    return columns;
  }

  /** The name in a header. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The name in the JSON of a report, of a task or of an indicator. */
  String field() {
    return field;
  }

  /** The value that a cell stands for; an empty cell is the default, or none. */
  Json value(String cell) {
    if (cell.isEmpty()) {
      return whenEmpty();
    }
    if (cell.indexOf('\0') >= 0) {
      return new Json.Bad(Defect.NUL);
    }
    return switch (type) {
      case TEXT -> new Json.Text(cell);
      case UNIT -> new Json.Text(unit(cell));
      case INT -> number(cell);
      case BOOLEAN -> bool(cell);
    };
  }

  private Json whenEmpty() {
    if (this == KIND) {
      return new Json.Text(ReportKind.SUBMIT.name());
    }
    return type == Type.BOOLEAN ? new Json.Bool(false) : new Json.Null();
  }

  /** The code of a unit: spreadsheets take the zero off {@code 01}. */
  static String unit(String cell) {
    boolean oneDigit = cell.length() == 1 && cell.charAt(0) >= '0' && cell.charAt(0) <= '9';
    return oneDigit ? "0" + cell : cell;
  }

  private static Json number(String cell) {
    if (!Decimal.isNumber(cell)) {
      return new Json.Text(cell);
    }
    boolean whole = cell.chars().allMatch(c -> c == '-' || (c >= '0' && c <= '9'));
    return new Json.Num(cell, whole);
  }

  private static Json bool(String cell) {
    return switch (cell.toLowerCase(Locale.ROOT)) {
      case "true" -> new Json.Bool(true);
      case "false" -> new Json.Bool(false);
      default -> new Json.Text(cell);
    };
  }
}
