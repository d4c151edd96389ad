package vn.tonghop.domain.reference;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.tonghop.domain.report.IndicatorValue;

/** Turns rows of text into reference data, or into the list of all that is wrong with them. */
final class ReferenceReader {

  private static final int LINES_BEFORE_FIRST_ROW = 2;

  private final ReferenceRows rows;
  private final List<String> problems = new ArrayList<>();

  ReferenceReader(ReferenceRows rows) {
    this.rows = rows;
  }

  ReferenceData read() {
    List<ReportingUnit> units = each(ReferenceKind.UNIT, ReferenceReader::unit);
    List<Programme> programmes = each(ReferenceKind.PROGRAMME, ReferenceReader::programme);
    List<Indicator> indicators = each(ReferenceKind.INDICATOR, ReferenceReader::indicator);
    List<CatalogueEntry> authorities = each(ReferenceKind.AUTHORITY, ReferenceReader::entry);
    List<CatalogueEntry> fields = each(ReferenceKind.FIELD, ReferenceReader::entry);
    problems.addAll(UnitSpans.problems(units));
    checkTwice(ReferenceKind.PROGRAMME, programmes, Programme::code);
    checkTwice(ReferenceKind.INDICATOR, indicators, Indicator::code);
    checkTwice(ReferenceKind.AUTHORITY, authorities, CatalogueEntry::code);
    checkTwice(ReferenceKind.FIELD, fields, CatalogueEntry::code);
    checkExpected(units, programmes);
    checkBaselines(programmes, indicators);
    if (!problems.isEmpty()) {
      throw new ReferenceException(problems);
    }
    return new ReferenceData(units, programmes, indicators, authorities, fields);
  }

  private <T> List<T> each(ReferenceKind kind, Function<RowReader, T> read) {
    List<T> entries = new ArrayList<>();
    List<Map<String, String>> lines = rows.of(kind);
    for (int i = 0; i < lines.size(); i++) {
      String place = kind.file() + ":" + (i + LINES_BEFORE_FIRST_ROW);
      entries.add(read.apply(new RowReader(place, lines.get(i), problems::add)));
    }
    if (entries.isEmpty()) {
      problems.add(kind.file() + ": no rows");
    }
    return entries;
  }

  private static ReportingUnit unit(RowReader row) {
    LocalDate from = row.date("valid_from");
    LocalDate to = row.date("valid_to");
    if (from != null && to != null && to.isBefore(from)) {
      row.problem("valid_to", "is before valid_from");
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
      row.problem("last_year", "is before first_year");
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
      row.problem("negative", "\"" + negative + "\" is neither yes nor no");
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
      row.problem("baseline_value", "\"" + value + "\" is not a number of at most 15 + 3 digits");
      return null;
    }
    BigDecimal number = new IndicatorValue("", new BigDecimal(value)).value();
    if (programme.isEmpty() || date == null || number.signum() == 0) {
      row.problem("baseline", "wants a programme, a value other than zero and a date");
      return null;
    }
    return new Indicator.Baseline(programme, number, date);
  }

  private static CatalogueEntry entry(RowReader row) {
    return new CatalogueEntry(
        row.code("code", RowReader.CODE), row.required("name_vi"), row.required("name_en"));
  }

  private <T> void checkTwice(ReferenceKind kind, List<T> entries, Function<T, String> code) {
    Set<String> seen = new HashSet<>();
    entries.stream()
        .map(code)
        .filter(each -> !seen.add(each))
        .forEach(twice -> problems.add(kind.file() + ": code " + twice + " stands twice"));
  }

  private void checkExpected(List<ReportingUnit> units, List<Programme> programmes) {
    Set<String> known = new HashSet<>(Set.of(Programme.ALL, Programme.PROVINCES));
    units.forEach(unit -> known.add(unit.code()));
    for (Programme programme : programmes) {
      programme.expected().stream()
          .filter(code -> !known.contains(code))
          .forEach(
              code ->
                  problems.add(
                      "programmes.csv: " + programme.code() + " expects " + code + ", no unit"));
    }
  }

  private void checkBaselines(List<Programme> programmes, List<Indicator> indicators) {
    Set<String> known = new HashSet<>();
    programmes.forEach(programme -> known.add(programme.code()));
    for (Indicator indicator : indicators) {
      if (indicator.baseline() != null && !known.contains(indicator.baseline().programme())) {
        problems.add(
            "indicators.csv: %s has a baseline in %s, no programme"
                .formatted(indicator.code(), indicator.baseline().programme()));
      }
    }
  }
}
