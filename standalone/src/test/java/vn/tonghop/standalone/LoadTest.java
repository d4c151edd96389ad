package vn.tonghop.standalone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.tonghop.domain.acceptance.Receipt;
import vn.tonghop.domain.acceptance.SourceRecord;
import vn.tonghop.domain.format.TableJson;
import vn.tonghop.domain.oracle.Arrival;
import vn.tonghop.domain.oracle.Pipeline;
import vn.tonghop.domain.oracle.Reports;
import vn.tonghop.domain.period.Period;
import vn.tonghop.domain.period.PeriodLength;
import vn.tonghop.domain.period.Regime;
import vn.tonghop.domain.reference.ReferenceData;
import vn.tonghop.domain.reference.ReportingUnit;
import vn.tonghop.domain.report.IndicatorValue;
import vn.tonghop.domain.report.ProgressReport;
import vn.tonghop.domain.report.TaskLine;
import vn.tonghop.domain.table.TableView;
import vn.tonghop.producer.file.ReportJson;

/** Years of reports of 63 provinces at once: the figures stay right, and it does not take long. */
class LoadTest {

  private static final int REPORTS = Integer.getInteger("tonghop.load.reports", 3_000);
  private static final long SEED = 63;
  private static final int MEASURED = 20_000;
  private static final Duration LONGEST = Duration.ofSeconds(60);
  private static final Regime REGIME = Regime.DECREE_09_2019;
  private static final Map<String, Integer> PROGRAMMES =
      Map.of("CTCT-2023", 2023, "CTCT-2024", 2024);
  private static final ReferenceData REFERENCE = ReferenceData.bundled();
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Random random = new Random(SEED);
  private final Map<String, Integer> revisions = new HashMap<>();
  private final Map<String, Long> offsets = new HashMap<>();
  private final Path folder;

  LoadTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void allReportsOfAllProvincesEndInTheTablesOfTheDomain() throws IOException {
    List<Arrival> arrivals = new ArrayList<>();
    while (arrivals.size() < REPORTS) {
      arrivals.add(next());
    }
    Path file = folder.resolve("reports.jsonl");
    Files.write(file, arrivals.stream().map(each -> ReportJson.write(each.report())).toList());
    Path receipts = folder.resolve("receipts.jsonl");
    List<String> arguments = new ArrayList<>(List.of("try", file.toString()));
    arguments.addAll(List.of("--format", "json", "--receipts", receipts.toString()));
    List<String> expected = new ArrayList<>();
    Pipeline pipeline = new Pipeline(REGIME, REFERENCE).arriveAll(arrivals);
    for (String programme : PROGRAMMES.keySet()) {
      for (Period target : targets(PROGRAMMES.getOrDefault(programme, 0))) {
        arguments.addAll(List.of("--table", target.label(), programme));
        expected.add(withoutMover(table(pipeline, programme, target)));
      }
    }

    long begun = System.nanoTime();
    Invocation run = Invocation.of(arguments).expecting(0);
    Duration took = Duration.ofNanos(System.nanoTime() - begun);

    List<String> lines = Files.readAllLines(receipts);
    System.out.println(rate(took, lines));
    List<Receipt> answers = pipeline.receipts();
    assertEquals(answers.size(), lines.size());
    for (int i = 0; i < lines.size(); i++) {
      assertEquals(said(answers.get(i)), said(JSON.readTree(lines.get(i))));
    }
    assertEquals(expected, run.lines().stream().map(LoadTest::withoutMover).toList());
    if (REPORTS == MEASURED) {
      assertTrue(took.compareTo(LONGEST) < 0, took::toString);
    }
  }

  private static String rate(Duration took, List<String> receipts) throws IOException {
    Instant first = Instant.MAX;
    Instant last = Instant.MIN;
    for (String line : receipts) {
      Instant at = Instant.parse(JSON.readTree(line).get("decidedAt").asText());
      first = at.isBefore(first) ? at : first;
      last = at.isAfter(last) ? at : last;
    }
    double deciding = Duration.between(first, last).toMillis() / 1000.0;
    return "load: %d reports in %.1f s from start to end, decided within %.1f s (%.0f a second)"
        .formatted(REPORTS, took.toMillis() / 1000.0, deciding, REPORTS / deciding);
  }

  private static String table(Pipeline pipeline, String programme, Period target) {
    return TableJson.write(
        TableView.asReported(
            pipeline.table(programme, target.label()),
            REFERENCE.programme(programme).orElseThrow(),
            target,
            REFERENCE));
  }

  /** Which record moved a table last depends on the order between units. */
  private static String withoutMover(String table) {
    return table.substring(0, table.indexOf(",\"movedBy\""));
  }

  private static String said(Receipt receipt) {
    return "%s %s %s %s %s"
        .formatted(
            receipt.source(),
            receipt.outcome(),
            receipt.onTime(),
            receipt.countsNow(),
            receipt.digest());
  }

  private static String said(JsonNode receipt) {
    return "%s %s %s %s %s"
        .formatted(
            new SourceRecord(
                receipt.get("topic").asText(),
                receipt.get("partition").asInt(),
                receipt.get("offset").asLong()),
            receipt.get("outcome").asText(),
            receipt.get("onTime"),
            receipt.get("countsNow"),
            receipt.get("digest").asText());
  }

  private static List<Period> targets(int year) {
    return periods(year).stream().filter(Period::isTarget).toList();
  }

  private static List<Period> periods(int year) {
    List<Period> periods = new ArrayList<>();
    for (PeriodLength length : PeriodLength.values()) {
      periods.addAll(Period.ofYear(REGIME, year, length));
    }
    return periods;
  }

  /** A first report of a key or its next revision, in a shuffled order of keys. */
  private Arrival next() {
    String programme = pick(List.of("CTCT-2023", "CTCT-2024"));
    Period period = pick(periods(PROGRAMMES.getOrDefault(programme, 0)));
    List<ReportingUnit> provinces =
        REFERENCE.unitsOn(period.lastDay()).stream()
            .filter(each -> each.kind().isProvincial())
            .toList();
    String unit = pick(provinces).code();
    int revision = revisions.merge(unit + programme + period.label(), 1, Integer::sum);
    LocalDate asOf = period.lastDay();
    ProgressReport report =
        Reports.report(
            unit,
            programme,
            period.label(),
            revision,
            asOf.toString(),
            tasks(asOf).toArray(TaskLine[]::new));
    if (random.nextInt(3) == 0) {
      report =
          Reports.withIndicators(
              report,
              new IndicatorValue("POSTS", BigDecimal.valueOf(random.nextInt(90_000))),
              new IndicatorValue("RECOMMENDATIONS", BigDecimal.valueOf(random.nextInt(90))));
    }
    Instant at = period.dueAt().toInstant().plus(Duration.ofHours(random.nextInt(200) - 180));
    report = Reports.sent(report, null, at);
    long offset = offsets.merge(unit, 1L, Long::sum) - 1;
    return Reports.arrival(report, at, offset);
  }

  private List<TaskLine> tasks(LocalDate asOf) {
    List<TaskLine> tasks = new ArrayList<>();
    for (int i = 0; i < 3 + random.nextInt(6); i++) {
      String due = asOf.plusDays(random.nextInt(90) - 45).toString();
      TaskLine task =
          random.nextBoolean()
              ? Reports.done("T" + i, due, asOf.minusDays(random.nextInt(60)).toString())
              : Reports.open("T" + i, due, random.nextInt(100));
      String authority = pick(List.of("POLITBURO", "SECRETARIAT", "COMMISSION"));
      tasks.add(Reports.assigned(task, authority, pick(List.of("CADRES", "GRASSROOTS", "OTHER"))));
    }
    return tasks;
  }

  private <T> T pick(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }
}
