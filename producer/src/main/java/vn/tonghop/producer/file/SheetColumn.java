package vn.tonghop.producer.file;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.tonghop.domain.report.ReportKind;

/**
 * A column of a sheet, CSV or XLSX: the field it fills, and how its cells read (roll-up.md §2).
 * What people write there for a code stands in {@link Words}.
 */
enum SheetColumn {
  UNIT(Part.KEY, "unit", Type.UNIT),
  PROGRAMME(Part.KEY, "programme", Type.LISTED),
  PERIOD(Part.KEY, "period", Type.CODE),
  REVISION(Part.KEY, "revision", Type.INT),
  KIND(Part.OPTIONAL, "kind", Type.LISTED),
  AS_OF(Part.REPORT, "asOf", Type.DATE),
  TEST(Part.OPTIONAL, "test", Type.BOOLEAN),
  NIL(Part.OPTIONAL, "nil", Type.BOOLEAN),
  TASK(Part.TASK, "code", Type.CODE),
  TITLE(Part.TASK, "title", Type.TEXT),
  ASSIGNED_BY(Part.TASK, "assignedBy", Type.LISTED),
  FIELD(Part.TASK, "field", Type.LISTED),
  STATUS(Part.TASK, "status", Type.LISTED),
  DUE_ON(Part.TASK, "dueOn", Type.DATE),
  COMPLETED_ON(Part.TASK, "completedOn", Type.DATE),
  PERCENT(Part.TASK, "percent", Type.PERCENT),
  NOTE(Part.TASK, "note", Type.TEXT),
  INDICATOR(Part.INDICATOR, "code", Type.LISTED),
  VALUE(Part.INDICATOR, "value", Type.VALUE),
  SUBMITTED_BY(Part.OPTIONAL, "submittedBy", Type.TEXT),
  SUBMITTED_AT(Part.OPTIONAL, "submittedAt", Type.INSTANT);

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

  /** How a cell reads. */
  enum Type {
    /** Words for people. */
    TEXT,
    /** A code that somebody made up. */
    CODE,
    /** A code of a list, which may be written by its name or with it: {@code Nghệ An (40)}. */
    LISTED,
    UNIT,
    INT,
    PERCENT,
    VALUE,
    BOOLEAN,
    DATE,
    INSTANT
  }

  /** A name with its code in brackets, as drop-down lists have it. */
  private static final Pattern NAMED_CODE = Pattern.compile("\\S.*\\(([A-Za-z0-9_-]{1,64})\\)\\s*");

  private static final Pattern WITH_PERCENT_SIGN = Pattern.compile("(-?[0-9]+) ?%");

  private final Part part;
  private final String field;
  private final Type type;

  SheetColumn(Part part, String field, Type type) {
    this.part = part;
    this.field = field;
    this.type = type;
  }

  /** The columns that a header may mean: one, none, or several where it is ambiguous. */
  static Set<SheetColumn> of(String header) {
    Set<SheetColumn> columns = EnumSet.noneOf(SheetColumn.class);
    Words.codes(Words.About.COLUMN, header)
        .forEach(name -> columns.add(valueOf(name.toUpperCase(Locale.ROOT))));
    return columns;
  }

  Type type() {
    return type;
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
      case TEXT, CODE, VALUE -> new Json.Text(cell);
      case LISTED, UNIT -> new Json.Text(code(cell));
      case INT -> number(cell);
      case PERCENT -> number(WITH_PERCENT_SIGN.matcher(cell).replaceFirst("$1"));
      case BOOLEAN -> bool(cell);
      case DATE -> new Json.Text(DayFirst.date(cell));
      case INSTANT -> new Json.Text(DayFirst.instant(cell));
    };
  }

  /** The code that a cell stands for, by itself, by its name or with it. */
  String code(String cell) {
    Matcher named = NAMED_CODE.matcher(cell);
    String code = named.matches() ? named.group(1) : cell;
    return switch (this) {
      case UNIT -> unit(code);
      case STATUS -> Words.codeOr(Words.About.STATUS, code);
      case KIND -> Words.codeOr(Words.About.KIND, code);
      case ASSIGNED_BY -> Words.codeOr(Words.About.ASSIGNED_BY, code);
      case FIELD -> Words.codeOr(Words.About.FIELD, code);
      case PROGRAMME, INDICATOR -> code;
      default -> cell;
    };
  }

  private Json whenEmpty() {
    if (this == KIND) {
      return new Json.Text(ReportKind.SUBMIT.name());
    }
    return type == Type.BOOLEAN ? new Json.Bool(false) : new Json.Null();
  }

  /** The code of a unit: spreadsheets take the zero off {@code 01}. */
  private static String unit(String cell) {
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
    return switch (Words.codeOr(Words.About.BOOLEAN, cell)) {
      case "true" -> new Json.Bool(true);
      case "false" -> new Json.Bool(false);
      default -> new Json.Text(cell);
    };
  }
}
