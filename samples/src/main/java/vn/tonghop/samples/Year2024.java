package vn.tonghop.samples;

import static java.util.Map.entry;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import vn.tonghop.domain.reference.ReferenceData;
import vn.tonghop.domain.reference.ReportingUnit;
import vn.tonghop.domain.report.ProgressReport;

/** The 63 provinces and cities in 2024: who reports how, and what goes wrong with whom. */
final class Year2024 {

  private static final int YEAR = 2024;
  private static final LocalDate START = LocalDate.of(2023, 12, 15);
  private static final LocalDate END = LocalDate.of(2024, 12, 14);

  private static final String QUARTERS = "Q1 Q2 Q3 Q4";
  private static final String EVERYTHING = "Q1 Q2 S1 Q3 Q4 S2 A1";
  private static final String WITH_HALF_AND_YEAR = "Q1 Q2 S1 Q3 Q4 A1";
  private static final String MONTHS = "M01 M02 M03 M04 M05 M06 M07 M08 M09 M10 M11 M12";
  private static final String HALVES = "S1 S2";

  /** They never report: missing in every table. */
  private static final Set<String> SILENT = Set.of("12", "67");

  /** Those not named here report each quarter, in time. */
  private static final Map<String, String> SCRIPTS =
      Map.ofEntries(
          entry("01", EVERYTHING),
          entry("31", EVERYTHING),
          entry("38", EVERYTHING),
          entry("22", EVERYTHING),
          entry("08", WITH_HALF_AND_YEAR),
          entry("68", "Q1 Q2 S1 Q3 Q4 S2"),
          entry("10", WITH_HALF_AND_YEAR),
          entry("24", WITH_HALF_AND_YEAR),
          entry("30", WITH_HALF_AND_YEAR),
          entry("36", WITH_HALF_AND_YEAR),
          entry("49", WITH_HALF_AND_YEAR),
          entry("52", WITH_HALF_AND_YEAR),
          entry("74", WITH_HALF_AND_YEAR),
          entry("83", WITH_HALF_AND_YEAR),
          entry("91", WITH_HALF_AND_YEAR),
          entry("48", MONTHS),
          entry("79", MONTHS),
          entry("92", MONTHS),
          entry("26", "M01 M02 Q1 M04 M05 Q2 M07 M08 Q3 M10 M11 Q4"),
          entry("11", HALVES),
          entry("62", HALVES),
          entry("84", "S1 A1"),
          entry("96", HALVES),
          // Nothing to report.
          entry("02", "Q1-nil Q2 Q3 Q4"),
          entry("04", "Q1-nil Q2-nil Q3 Q4"),
          entry("58", "Q1 Q2 Q3-nil Q4"),
          // Corrected: in time, after the deadline, twice.
          entry("40", "Q1-twice Q1/2 Q2 S1 Q3 Q4 S2 A1"),
          entry("27", "Q1 Q2-behind Q2/2-late Q3 Q4"),
          entry("56", "Q1-behind Q1/2-twice Q1/3 Q2 Q3 Q4"),
          entry("82", "Q1 Q2 Q3-twice Q3/2-late Q4"),
          entry("51", "Q1 Q2 Q3-forgets Q3/2 Q4"),
          entry("35", "Q1 Q2 Q3 Q4-behind Q4/2"),
          entry("60", "Q1 Q2-late Q3 Q4-forgets"),
          // Taken back: sent anew; for good.
          entry("46", "Q1 Q1/2-withdraw Q1/3-late Q2 Q3 Q4"),
          entry("89", "Q1 Q2 Q3 Q3/2-withdraw Q4"),
          // Late.
          entry("70", "Q1-late Q2 Q3 Q4"),
          entry("66", "Q1 Q2-late Q3 Q4"),
          entry("54", "Q1 Q2 Q3-late Q4-late"),
          entry("06", "Q1-late Q2-late Q3-late Q4-late"),
          entry("95", "Q1-late Q2 Q3-late Q4"),
          entry("14", "Q1 Q2-late S1-late Q3 Q4"),
          // No longer heard of: carried.
          entry("64", "Q1 Q2 M08"),
          entry("93", "Q1"),
          entry("45", "M02 Q2 Q3 Q4"),
          // As at an earlier day; a trial first; sent twice; overtaken by its own correction.
          entry("86", "Q1 Q2-early Q3 Q4"),
          entry("20", "Q1-test Q1 Q2 Q3 Q4"),
          entry("75", "Q1 Q2 Q2 Q3 Q4"),
          entry("33", "Q1 Q2/2 Q2-behind Q3 Q4"));

  /** These send CSV; one has parted its cells by semicolons, as its spreadsheet does. */
  private static final Map<String, Character> CSV =
      Map.of("34", ',', "42", ',', "77", ',', "80", ';');

  private Year2024() {}

  /** Content by file name. */
  static SortedMap<String, String> files(ReferenceData reference) {
    SortedMap<String, String> files = new TreeMap<>();
    List<Assignment> national = Assignment.national(YEAR);
    for (ReportingUnit unit : Provinces.on(END, reference)) {
      if (SILENT.contains(unit.code())) {
        continue;
      }
      int pace = Provinces.pace(unit.body());
      List<Work> works =
          Stream.concat(national.stream(), Assignment.provincial(unit, START).stream())
              .map(task -> Work.of(unit.body(), task, pace))
              .toList();
      Reporter reporter = new Reporter(unit, YEAR, works, new Statistics(List.of(unit.body())));
      List<ProgressReport> reports =
          reporter.reports(Step.script(SCRIPTS.getOrDefault(unit.code(), QUARTERS)));
      String name = unit.code() + "-" + Provinces.fileName(unit);
      Character separator = CSV.get(unit.code());
      if (separator == null) {
        files.put(name + ".jsonl", ReportLines.write(reports));
      } else {
        files.put(name + ".csv", ReportRows.write(reports, separator));
      }
    }
    return files;
  }
}
