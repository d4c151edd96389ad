package vn.tonghop.standalone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import vn.tonghop.domain.acceptance.SourceRecord;
import vn.tonghop.domain.oracle.Arrival;
import vn.tonghop.domain.oracle.Histories;
import vn.tonghop.domain.oracle.Histories.History;
import vn.tonghop.domain.oracle.Histories.Shape;
import vn.tonghop.domain.oracle.Oracle;
import vn.tonghop.domain.oracle.OracleJson;
import vn.tonghop.domain.oracle.OracleReceipt;
import vn.tonghop.domain.oracle.Reports;
import vn.tonghop.domain.oracle.Tally;
import vn.tonghop.domain.period.Period;
import vn.tonghop.domain.period.Regime;
import vn.tonghop.domain.reference.ReferenceData;
import vn.tonghop.domain.reference.ReferenceKind;
import vn.tonghop.domain.reference.ReferenceRows;
import vn.tonghop.domain.report.ProgressReport;
import vn.tonghop.domain.report.ReportDigest;
import vn.tonghop.producer.file.ReportJson;

/** Holds the whole pipeline, from a file to a printed table, against the oracle. */
class TryOracleTest {

  private static final int HISTORIES = Integer.getInteger("tonghop.try.histories", 1);
  private static final int REPORTS = Integer.getInteger("tonghop.try.reports", 300);
  private static final int ORDERS = Integer.getInteger("tonghop.try.orders", 2);
  private static final long FIRST_SEED = Long.getLong("tonghop.try.seed", 1);
  private static final Shape MIXED =
      new Shape(REPORTS, 6, 0.45, 0.1, 0.08, 0.1, 0.12, 0.08, 0.12, false);
  private static final Shape CONFLICT_FREE =
      new Shape(REPORTS / 2, 6, 0.45, 0.15, 0, 0.1, 0.12, 0.08, 0.08, true);

  /** Where a closing report stands: that alone depends on the order of the records. */
  private static final Pattern COORDINATES =
      Pattern.compile(",\"topic\":\"[^\"]+\",\"partition\":0,\"offset\":\\d+");

  private static final Pattern VALUE = Pattern.compile("\"value\":\"(-?[0-9.]+)\"");
  private static final ReferenceRows ROWS = Histories.rows();
  private static final ReferenceData REFERENCE = ReferenceData.of(ROWS);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path folder;

  TryOracleTest(@TempDir Path folder) {
    this.folder = folder;
  }

  /** One table that is asked for. */
  private record Asked(String programme, Period target) {}

  @TestFactory
  Stream<DynamicTest> thePipelineSaysOfAHistoryWhatTheOracleSays() {
    List<History> histories = new ArrayList<>();
    List<Regime> regimes = List.of(Regime.values());
    long seed = FIRST_SEED;
    while (histories.size() < HISTORIES) {
      History history = Histories.of(seed++, MIXED);
      // One regime after the other.
      if (history.regime() == regimes.get(histories.size() % regimes.size())) {
        histories.add(replayed(history));
      }
    }
    return histories.stream()
        .map(
            history ->
                DynamicTest.dynamicTest(
                    "seed " + history.seed() + ", " + history.regime().id(), () -> check(history)));
  }

  @Test
  void anyOrderOfReportsWithoutConflictsEndsInTheSameTables() throws IOException {
    History history = conflictFree();
    List<String> expected = new ArrayList<>();
    OracleJson oracle =
        new OracleJson(new Oracle(history.regime(), ROWS, history.arrivals()), ROWS);
    for (Asked each : asked(history)) {
      expected.add(oracle.table(each.programme(), each.target()));
    }
    assertTrue(expected.stream().anyMatch(table -> !table.contains("\"late\":[]")), "late units");
    List<Arrival> repeated = new ArrayList<>(history.arrivals());
    repeated.addAll(history.arrivals().subList(0, REPORTS / 20));
    History whole = new History(history.seed(), history.regime(), history.programmes(), repeated);
    for (long order = 1; order <= ORDERS; order++) {
      List<String> printed = tables(whole.shuffled(order));
      String where = "seed " + history.seed() + ", order " + order;
      assertEquals(withoutCoordinates(expected), withoutCoordinates(printed), where);
      assertNotEquals(expected, printed, where + ": no record stood elsewhere");
    }
  }

  /** Of the regime that a single history of the other test does not have. */
  private static History conflictFree() {
    long seed = FIRST_SEED;
    History history = Histories.of(seed, CONFLICT_FREE);
    while (history.regime() != Regime.CALENDAR) {
      history = Histories.of(++seed, CONFLICT_FREE);
    }
    return replayed(history);
  }

  private List<String> tables(History history) throws IOException {
    List<Asked> asked = asked(history);
    Path receipts = folder.resolve("receipts-of-an-order.jsonl");
    Invocation run = Invocation.of(arguments(history, asked, receipts)).expecting(1);
    assertEquals(asked.size(), run.lines().size(), run::err);
    return run.lines().stream().map(TryOracleTest::withoutMover).toList();
  }

  private static List<String> withoutCoordinates(List<String> tables) {
    return tables.stream().map(table -> COORDINATES.matcher(table).replaceAll("")).toList();
  }

  private static String withoutMover(String table) {
    return table.substring(0, table.indexOf(",\"movedBy\""));
  }

  private void check(History history) throws IOException {
    List<Asked> asked = asked(history);
    Path receipts = folder.resolve("receipts-" + history.seed() + ".jsonl");
    Invocation run = Invocation.of(arguments(history, asked, receipts)).expecting(1);

    assertEquals(asked.size(), run.lines().size(), run::err);

    Oracle oracle = new Oracle(history.regime(), ROWS, history.arrivals());
    List<OracleReceipt> expected = oracle.receipts();
    List<String> lines = Files.readAllLines(receipts);
    assertEquals(expected.size(), lines.size(), "seed " + history.seed());
    for (int i = 0; i < expected.size(); i++) {
      Arrival arrival = history.arrivals().get(i);
      assertEquals(
          said(arrival, expected.get(i)),
          said(JSON.readTree(lines.get(i))),
          "seed %d, line %d: %s".formatted(history.seed(), i + 1, arrival.report()));
    }
    OracleJson tables = new OracleJson(oracle, ROWS);
    int filled = 0;
    for (int i = 0; i < asked.size(); i++) {
      Asked each = asked.get(i);
      String line = run.lines().get(i);
      String where = "seed %d, %s".formatted(history.seed(), each);
      assertEquals(tables.table(each.programme(), each.target()), withoutMover(line), where);
      boolean empty = oracle.table(each.programme(), each.target().label()).isEmpty();
      filled += empty ? 0 : 1;
      assertMover(empty, JSON.readTree(line).get("movedBy"), history, expected, each, where);
    }
    assertTrue(filled > 10, "seed " + history.seed() + ": only " + filled + " tables have rows");
    Tally tally = new Tally();
    expected.forEach(tally::add);
    System.out.printf(
        "seed %d, %s: %d reports, %d tables, %d of them with rows: %s%n",
        history.seed(), history.regime().id(), expected.size(), asked.size(), filled, tally);
  }

  /** Some accepted report within the target: which one depends on the order between units. */
  private static void assertMover(
      boolean empty,
      JsonNode moved,
      History history,
      List<OracleReceipt> receipts,
      Asked asked,
      String where) {
    assertEquals(empty, moved.isNull(), where);
    for (int i = 0; i < receipts.size() && !empty; i++) {
      Arrival arrival = history.arrivals().get(i);
      SourceRecord source = arrival.source();
      if (moved.get("topic").asText().equals(source.topic())
          && moved.get("offset").asLong() == source.offset()) {
        ProgressReport report = arrival.report();
        assertEquals(asked.programme(), report.programme(), where);
        Period period = Period.parse(history.regime(), report.period()).orElseThrow();
        assertTrue(asked.target().contains(period), where);
        assertEquals(
            "%s %s %d %s"
                .formatted(report.unit(), report.period(), report.revision(), arrival.at()),
            "%s %s %s %s"
                .formatted(
                    moved.get("unit").asText(),
                    moved.get("period").asText(),
                    moved.get("revision"),
                    moved.get("at").asText()),
            where);
        return;
      }
    }
    assertTrue(empty, where + ": moved by no record that was sent: " + moved);
  }

  private List<String> arguments(History history, List<Asked> asked, Path receipts)
      throws IOException {
    Path file = folder.resolve("reports-" + history.seed() + ".jsonl");
    Random random = new Random(history.seed());
    List<String> lines = new ArrayList<>();
    for (Arrival arrival : history.arrivals()) {
      Matcher values = VALUE.matcher(ReportJson.write(arrival.report()));
      lines.add(values.replaceAll(value -> "\"value\":" + inSomeForm(value.group(1), random)));
    }
    Files.write(file, lines);
    List<String> arguments = new ArrayList<>(List.of("try", file.toString()));
    arguments.addAll(List.of("--regime", history.regime().id(), "--format", "json"));
    arguments.addAll(List.of("--reference", reference().toString()));
    arguments.addAll(List.of("--receipts", receipts.toString()));
    for (Asked each : asked) {
      arguments.addAll(List.of("--table", each.target().label(), each.programme()));
    }
    return arguments;
  }

  /** A decimal as a clerk or a program may write it: a number or a text, with zeros or a power. */
  private static String inSomeForm(String decimal, Random random) {
    BigDecimal value = new BigDecimal(decimal);
    String written =
        switch (random.nextInt(4)) {
          case 0 -> decimal;
          case 1 -> value.setScale(3 + random.nextInt(3)).toPlainString();
          case 2 -> value.movePointRight(1).toPlainString() + "E-1";
          default -> value.movePointLeft(2).toPlainString() + "e+2";
        };
    return random.nextBoolean() ? written : "\"" + written + "\"";
  }

  private static List<Asked> asked(History history) {
    List<Asked> asked = new ArrayList<>();
    for (String programme : history.programmes()) {
      for (int year = 2023; year <= 2026; year++) {
        if (REFERENCE.programme(programme).orElseThrow().runsIn(year)) {
          for (String part : List.of("Q1", "Q2", "Q3", "Q4", "S1", "S2", "A1")) {
            String label = year + "-" + part;
            asked.add(new Asked(programme, Period.parse(history.regime(), label).orElseThrow()));
          }
        }
      }
    }
    return asked;
  }

  /** As {@code try} sends it: to the unit's own topic if it has one, at the time in the report. */
  private static History replayed(History history) {
    Map<String, Long> offsets = new HashMap<>();
    List<Arrival> arrivals = new ArrayList<>();
    for (Arrival arrival : history.arrivals()) {
      ProgressReport report =
          Reports.sent(arrival.report(), arrival.report().submittedBy(), arrival.at());
      String unit = report.unit();
      String topic = "tonghop.reports." + unit;
      boolean sent =
          ROWS.of(ReferenceKind.UNIT).stream().anyMatch(row -> unit.equals(row.get("code")));
      long offset = sent ? offsets.merge(topic, 1L, Long::sum) - 1 : -1;
      arrivals.add(new Arrival(report, unit, arrival.at(), new SourceRecord(topic, 0, offset)));
    }
    return new History(history.seed(), history.regime(), history.programmes(), arrivals);
  }

  private static String said(Arrival arrival, OracleReceipt receipt) {
    SourceRecord source = arrival.source();
    ProgressReport report = arrival.report();
    return String.join(
        " ",
        List.of(
            report.unit(),
            report.programme(),
            report.period(),
            "" + report.revision(),
            receipt.outcome().name(),
            receipt.errors().toString(),
            "" + receipt.errorCount(),
            receipt.warnings().toString(),
            "" + receipt.warningCount(),
            "" + receipt.onTime(),
            "" + receipt.countsNow(),
            source.offset() < 0 ? "null null null" : source.topic() + " 0 " + source.offset(),
            ReportDigest.of(report),
            "1"));
  }

  private static String said(JsonNode receipt) {
    return String.join(
        " ",
        List.of(
            receipt.get("unit").asText(),
            receipt.get("programme").asText(),
            receipt.get("period").asText(),
            receipt.get("revision").asText(),
            receipt.get("outcome").asText(),
            findings(receipt.get("errors")).toString(),
            receipt.get("errorCount").asText(),
            findings(receipt.get("warnings")).toString(),
            receipt.get("warningCount").asText(),
            receipt.get("onTime").asText(),
            receipt.get("countsNow").asText(),
            receipt.get("topic").asText(),
            receipt.get("partition").asText(),
            receipt.get("offset").asText(),
            receipt.get("digest").asText(),
            receipt.get("referenceVersion").asText()));
  }

  private static List<String> findings(JsonNode findings) {
    List<String> said = new ArrayList<>();
    findings.forEach(each -> said.add(each.get("code").asText() + " " + each.get("path").asText()));
    return said;
  }

  /** The history's reference data as a folder of CSV. */
  private Path reference() throws IOException {
    Path reference = Files.createDirectories(folder.resolve("reference"));
    for (ReferenceKind kind : ReferenceKind.values()) {
      List<String> lines = new ArrayList<>();
      lines.add(String.join(",", kind.columns()));
      for (Map<String, String> row : ROWS.of(kind)) {
        lines.add(
            String.join(
                ",", kind.columns().stream().map(row::get).map(TryOracleTest::quoted).toList()));
      }
      Files.write(reference.resolve(kind.file()), lines);
    }
    return reference;
  }

  private static String quoted(@Nullable String cell) {
    return cell == null ? "" : "\"" + cell.replace("\"", "\"\"") + "\"";
  }
}
