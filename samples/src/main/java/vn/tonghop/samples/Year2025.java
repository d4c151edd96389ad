package vn.tonghop.samples;

import static java.util.Map.entry;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.tonghop.domain.reference.ReferenceData;
import vn.tonghop.domain.reference.ReportingUnit;
import vn.tonghop.domain.report.ProgressReport;

/**
 * The provinces and cities in 2025: 63 until the end of June, 34 from July on. A code may mean one
 * body before and another after, so a file holds all reports of a code: those of one topic.
 */
final class Year2025 {

  private static final int YEAR = 2025;
  private static final LocalDate START = LocalDate.of(2024, 12, 15);
  private static final LocalDate BEFORE = LocalDate.of(2025, 6, 30);
  private static final LocalDate AFTER = LocalDate.of(2025, 7, 1);

  /** Tasks that a new province takes over from each of those it was made of. */
  private static final int TAKEN_OVER = 2;

  /** Nothing is sent by that body. */
  private static final String SILENT = "";

  /** By body; the others report each quarter that they see the end of. */
  private static final Map<String, String> SCRIPTS =
      Map.ofEntries(
          entry("62.63", SILENT),
          entry("95.63", "Q1"),
          entry("70.63", "Q1 Q2-late"),
          entry("27.63", "Q1 Q2-behind Q2/2"),
          entry("46", "Q1 Q2 Q3 Q4"),
          entry("40", "Q1 Q2 S1 Q3 Q4 S2 A1"),
          entry("75.34", "Q3 Q4 S2 A1"),
          // Their successors are not heard of yet: the old ones speak for the year.
          entry("79.34", SILENT),
          entry("96.34", SILENT),
          entry("44.34", SILENT),
          // Begin late, or stop.
          entry("66.34", "Q4"),
          entry("91.34", "Q3-late"),
          entry("33.34", "M08 Q4"),
          entry("51.34", "Q3-nil Q4"));

  private final ReferenceData reference;
  private final List<Assignment> national = Assignment.national(YEAR);

  private Year2025(ReferenceData reference) {
    this.reference = reference;
  }

  /** Content by file name. */
  static SortedMap<String, String> files(ReferenceData reference) {
    Year2025 year = new Year2025(reference);
    SortedMap<String, String> files = new TreeMap<>();
    for (ReportingUnit old : Provinces.on(BEFORE, reference)) {
      List<ProgressReport> reports = new ArrayList<>();
      String name = old.code() + "-" + Provinces.fileName(old);
      // The same body goes on under a code, or another takes the code, or nobody does.
      @Nullable ReportingUnit now = reference.unit(old.code(), AFTER).orElse(null);
      if (now != null && now.body().equals(old.body())) {
        reports.addAll(year.reports(old, "Q1 Q2 Q3 Q4"));
      } else {
        reports.addAll(year.reports(old, "Q1 Q2"));
      }
      if (now != null && !now.body().equals(old.body())) {
        reports.addAll(year.reports(now, "Q3 Q4"));
        name += old.nameEn().equals(now.nameEn()) ? "" : "-" + Provinces.fileName(now);
      }
      if (!reports.isEmpty()) {
        files.put(name + ".jsonl", ReportLines.write(reports));
      }
    }
    return files;
  }

  private List<ProgressReport> reports(ReportingUnit unit, String usual) {
    String script = SCRIPTS.getOrDefault(unit.body(), usual);
    return script.equals(SILENT)
        ? List.of()
        : new Reporter(unit, YEAR, works(unit), new Statistics(madeOf(unit)))
            .reports(Step.script(script));
  }

  private List<Work> works(ReportingUnit unit) {
    int pace = Provinces.pace(unit.body());
    Stream<Work> ofTheCentre = national.stream().map(task -> Work.of(unit.body(), task, pace));
    return Stream.concat(ofTheCentre, ownWorks(unit)).toList();
  }

  /** Its own, or what it took over, with the code of the province that had begun it. */
  private Stream<Work> ownWorks(ReportingUnit unit) {
    List<ReportingUnit> parts = parts(unit);
    if (parts.isEmpty()) {
      return Assignment.provincial(unit, START).stream()
          .map(task -> Work.of(unit.body(), task, Provinces.pace(unit.body())));
    }
    return parts.stream()
        .flatMap(
            part ->
                Assignment.provincial(part, START).stream()
                    .limit(TAKEN_OVER)
                    .map(task -> task.withCode(part.code() + "-" + task.code()))
                    .map(task -> Work.of(part.body(), task, Provinces.pace(part.body()))));
  }

  private List<String> madeOf(ReportingUnit unit) {
    List<String> bodies = parts(unit).stream().map(ReportingUnit::body).toList();
    return bodies.isEmpty() ? List.of(unit.body()) : bodies;
  }

  private List<ReportingUnit> parts(ReportingUnit unit) {
    return Provinces.on(BEFORE, reference).stream()
        .filter(old -> old.successors().contains(unit.body()))
        .toList();
  }
}
