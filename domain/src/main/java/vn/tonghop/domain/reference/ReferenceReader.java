package vn.tonghop.domain.reference;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.tonghop.domain.report.IndicatorValue;

/** Turns rows of text into reference data, or into the list of all that is wrong with them. */
final class ReferenceReader {

  private final ReferenceRows rows;
  private final @Nullable Map<ReferenceKind, List<Integer>> lines;
  private final IdentityHashMap<Object, String> places = new IdentityHashMap<>();
  private final List<ReferenceProblem> problems = new ArrayList<>();

  private ReferenceReader(ReferenceRows rows, @Nullable Map<ReferenceKind, List<Integer>> lines) {
    this.rows = rows;
    this.lines = lines;
  }

  /**
   * Rows that no file holds, such as those of a topic; places are named by their number.
   *
   * @throws ReferenceException with all that is wrong
   */
  static ReferenceData read(ReferenceRows rows) {
    ReferenceReader reader = new ReferenceReader(rows, null);
    ReferenceData data = reader.data();
    if (data == null) {
      throw new ReferenceException(reader.problems);
    }
    return data;
  }

  /**
   * All that is wrong with the rows of files.
   *
   * @param lines of each row of the catalogues that could be read; the others are left out
   */
  static List<ReferenceProblem> problems(
      ReferenceRows rows, Map<ReferenceKind, List<Integer>> lines) {
    ReferenceReader reader = new ReferenceReader(rows, lines);
    reader.data();
    return reader.problems;
  }

  /** Null if there are problems. */
  private @Nullable ReferenceData data() {
    List<ReportingUnit> units = each(ReferenceKind.UNIT, ReferenceReader::unit);
    List<Programme> programmes = each(ReferenceKind.PROGRAMME, ReferenceReader::programme);
    List<Indicator> indicators = each(ReferenceKind.INDICATOR, ReferenceReader::indicator);
    List<CatalogueEntry> authorities = each(ReferenceKind.AUTHORITY, ReferenceReader::entry);
    List<CatalogueEntry> fields = each(ReferenceKind.FIELD, ReferenceReader::entry);
    problems.addAll(UnitSpans.problems(units, this::place));
    checkTwice(programmes, Programme::code);
    checkTwice(indicators, Indicator::code);
    checkTwice(authorities, CatalogueEntry::code);
    checkTwice(fields, CatalogueEntry::code);
    checkExpected(units, programmes);
    checkBaselines(programmes, indicators);
    return problems.isEmpty()
        ? new ReferenceData(units, programmes, indicators, authorities, fields)
        : null;
  }

  private <T> List<T> each(ReferenceKind kind, Function<RowReader, T> read) {
    List<T> entries = new ArrayList<>();
    List<Map<String, String>> all = rows.of(kind);
    for (int i = 0; i < all.size(); i++) {
      String place = place(kind, i);
      T entry = read.apply(new RowReader(place, all.get(i), problems::add));
      places.put(entry, place);
      entries.add(entry);
    }
    if (entries.isEmpty() && isRead(kind)) {
      problem(kind.file(), ReferenceFlaw.NO_ROWS);
    }
    return entries;
  }

  private boolean isRead(ReferenceKind kind) {
    return lines == null || lines.containsKey(kind);
  }

  private String place(ReferenceKind kind, int row) {
    return lines == null
        ? "%s, row %d".formatted(kind.file(), row + 1)
        : "%s:%d".formatted(kind.file(), lines.getOrDefault(kind, List.of()).get(row));
  }

  private void problem(String place, ReferenceFlaw flaw, Object... found) {
    problems.add(ReferenceProblem.at(place, flaw, found));
  }

  /** The file and line of an entry that has been read. */
  private String place(Object entry) {
    return places.getOrDefault(entry, "?");
  }

  private static ReportingUnit unit(RowReader row) {
    LocalDate from = row.date("valid_from");
    LocalDate to = row.date("valid_to");
    if (from != null && to != null && to.isBefore(from)) {
      row.problem(ReferenceFlaw.BEFORE, "valid_to", "valid_from");
    }
    UnitKind kind = row.oneOf("kind", UnitKind.values());
    if (kind.isProvincial()) {
      row.required("region");
    }
    return new ReportingUnit(
        row.code("code", RowReader.UNIT),
        row.code("body", RowReader.BODY),
        from,
        to,
        kind,
        row.required("name_vi"),
        row.required("name_en"),
        row.text("region").isEmpty() ? null : row.text("region"),
        row.list("successor"));
  }

  private static Programme programme(RowReader row) {
    int first = row.year("first_year");
    int last = row.year("last_year");
    if (last < first) {
      row.problem(ReferenceFlaw.BEFORE, "last_year", "first_year");
    }
    row.required("expected");
    return new Programme(
        row.code("code", RowReader.CODE),
        first,
        last,
        row.required("title_vi"),
        row.required("title_en"),
        row.list("expected"));
  }

  private static Indicator indicator(RowReader row) {
    String negative = row.text("negative");
    if (!negative.equals("yes") && !negative.equals("no")) {
      row.problem(ReferenceFlaw.NOT_YES_OR_NO, "negative", negative);
    }
    return new Indicator(
        row.code("code", RowReader.CODE),
        row.oneOf("kind", IndicatorKind.values()),
        row.required("name_vi"),
        row.required("name_en"),
        row.required("measure_vi"),
        row.required("measure_en"),
        negative.equals("yes"),
        baseline(row));
  }

  private static Indicator.@Nullable Baseline baseline(RowReader row) {
    String programme = row.text("baseline_programme");
    LocalDate date = row.date("baseline_date");
    String value = row.text("baseline_value");
    if (programme.isEmpty() && date == null && value.isEmpty()) {
      return null;
    }
    if (!value.matches("-?[0-9]{1,15}(\\.[0-9]{1,3})?")) {
      row.problem(ReferenceFlaw.NOT_A_NUMBER, "baseline_value", value);
      return null;
    }
    BigDecimal number = new IndicatorValue("", new BigDecimal(value)).value();
    if (programme.isEmpty() || date == null || number.signum() == 0) {
      row.problem(ReferenceFlaw.BASELINE_INCOMPLETE);
      return null;
    }
    return new Indicator.Baseline(programme, number, date);
  }

  private static CatalogueEntry entry(RowReader row) {
    return new CatalogueEntry(
        row.code("code", RowReader.CODE), row.required("name_vi"), row.required("name_en"));
  }

  private <T> void checkTwice(List<T> entries, Function<T, String> code) {
    Map<String, T> seen = new HashMap<>();
    for (T entry : entries) {
      T first = seen.putIfAbsent(code.apply(entry), entry);
      if (first != null) {
        problem(place(entry), ReferenceFlaw.CODE_TWICE, code.apply(entry), place(first));
      }
    }
  }

  private void checkExpected(List<ReportingUnit> units, List<Programme> programmes) {
    if (!isRead(ReferenceKind.UNIT)) {
      return;
    }
    Set<String> known = new HashSet<>(Set.of(Programme.ALL, Programme.PROVINCES));
    units.forEach(unit -> known.add(unit.code()));
    for (Programme programme : programmes) {
      programme.expected().stream()
          .filter(code -> !known.contains(code))
          .forEach(
              code ->
                  problem(place(programme), ReferenceFlaw.EXPECTS_NOBODY, programme.code(), code));
    }
  }

  private void checkBaselines(List<Programme> programmes, List<Indicator> indicators) {
    if (!isRead(ReferenceKind.PROGRAMME)) {
      return;
    }
    Set<String> known = new HashSet<>();
    programmes.forEach(programme -> known.add(programme.code()));
    for (Indicator indicator : indicators) {
      if (indicator.baseline() != null && !known.contains(indicator.baseline().programme())) {
        problem(
            place(indicator),
            ReferenceFlaw.BASELINE_NOWHERE,
            indicator.code(),
            indicator.baseline().programme());
      }
    }
  }
}
