package vn.tonghop.standalone;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.tonghop.ProgressReport;
import vn.tonghop.producer.file.FileReport;
import vn.tonghop.producer.file.Place;
import vn.tonghop.producer.file.ReportJson;
import vn.tonghop.schemas.mapping.ReportMapping;
import vn.tonghop.schemas.serde.WireFormat;

/** Runs files through {@code try}, by the command line, as a user does. */
@Timeout(value = 600, unit = TimeUnit.SECONDS)
class TryTest {

  private static final Duration NOTHING_STARTS = Duration.ofSeconds(3);
  private static final Path EXAMPLE =
      Path.of(System.getProperty("tonghop.root"), "samples", "worked-example.jsonl");
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<String> MEASURES =
      List.of(
          "assigned",
          "completedOnTime",
          "completedLate",
          "openOnTrack",
          "openOverdue",
          "completedInPeriod",
          "percentSum",
          "rateDue",
          "rateAll",
          "rateVolume");
  private static final String SECOND = "{\"unit\":\"40\",\"programme\":\"CTCT-2024\",\"period\":";

  private final Path folder;

  TryTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void theFirstReportSpeaksForItsQuarterAndIsCarriedInTheHalf() throws Exception {
    List<String> lines = Files.readAllLines(EXAMPLE);
    // The same revision with another content decides nothing, but the command says so.
    Path file = file(lines.get(0), lines.get(0).replace("\"percent\": 60", "\"percent\": 61"));
    Invocation run = run(file, "2024-Q1", "2024-S1").expecting(1);

    List<String> outcomes = new ArrayList<>();
    receipts().forEach(receipt -> outcomes.add(receipt.get("outcome").asText()));
    assertEquals(List.of("ACCEPTED", "CONFLICT"), outcomes);
    List<JsonNode> tables = tables(run, 2);
    assertFigures("4 1 1 1 1 2 260 0.6667 0.5 0.65", "2024-Q1 1", false, tables.get(0));
    assertFigures("4 1 1 1 1 2 260 0.6667 0.5 0.65", "2024-Q1 1", true, tables.get(1));
    assertEquals(
        List.of(
            "programme",
            "period",
            "regime",
            "from",
            "to",
            "dueAt",
            "total",
            "byAssignedBy",
            "byField",
            "byUnit",
            "byRegion",
            "coverage",
            "indicators",
            "movedBy"),
        names(tables.get(0)));
    assertEquals(MEASURES, names(tables.get(0).get("total")));
    for (String by : List.of("byAssignedBy", "byField")) {
      assertEquals(with("code", MEASURES), names(tables.get(0).get(by).get(0)), by);
    }
    assertEquals(with("name", MEASURES), names(tables.get(0).get("byRegion").get(0)));
    JsonNode unit = tables.get(0).get("byUnit").get(0);
    assertEquals(
        Stream.concat(
                Stream.of("code", "body", "name", "carried", "nil", "late", "report", "indicators"),
                MEASURES.stream())
            .toList(),
        names(unit));
    assertEquals(
        List.of("period", "revision", "asOf", "topic", "partition", "offset"),
        names(unit.get("report")));
    assertEquals(
        List.of("expected", "reported", "carried", "nil", "late", "missing", "succeeded"),
        names(tables.get(0).get("coverage")));
    assertEquals(
        List.of("unit", "period", "revision", "topic", "partition", "offset", "at"),
        names(tables.get(0).get("movedBy")));
    assertEquals("Nghệ An", unit.get("name").asText());
    assertEquals("2024-04-11T00:00:00+07:00", tables.get(0).get("dueAt").asText());
    assertEquals("2024-04-05T02:00:00Z", tables.get(0).get("movedBy").get("at").asText());
    assertEquals(63, tables.get(0).get("coverage").get("expected").asInt());
    assertEquals(62, tables.get(0).get("coverage").get("missing").size());
  }

  @Test
  void aMonthSpeaksForTheSecondQuarterAndTheHalfButNotForTheFirst() throws Exception {
    List<String> lines = Files.readAllLines(EXAMPLE);
    List<String> arguments =
        arguments(file(lines.get(0), lines.get(1)), "2024-Q1", "2024-Q2", "2024-S1", "2024-S2");
    // A table that nobody can have is said to be missing; the others are printed all the same.
    arguments.addAll(List.of("--table", "2024-Q1", "NO-SUCH"));
    arguments.addAll(List.of("--table", "2023-Q1", "CTCT-2024"));
    Invocation run = Invocation.of(arguments).expecting(1);

    List<JsonNode> tables = tables(run, 4);
    assertFigures("4 1 1 1 1 2 260 0.6667 0.5 0.65", "2024-Q1 1", false, tables.get(0));
    assertFigures("4 1 2 1 0 1 350 1.0 0.75 0.875", "2024-M05 1", true, tables.get(1));
    assertFigures("4 1 2 1 0 3 350 1.0 0.75 0.875", "2024-M05 1", true, tables.get(2));
    JsonNode empty = tables.get(3);
    assertEquals("0 0 0 0 0 0 0 null null null", figures(empty.get("total")));
    assertEquals(63, empty.get("coverage").get("missing").size());
    assertTrue(empty.get("movedBy").isNull());
    assertTrue(run.err().contains("2024-Q1 NO-SUCH"), run.err());
    assertTrue(run.err().contains("2023-Q1 CTCT-2024"), run.err());
    assertEquals(2, receipts().size());
  }

  /** In a process of its own: what is on standard output and what stays behind is seen there. */
  @Test
  void aCorrectionMovesItsQuarterAloneAndNothingStaysBehind() throws Exception {
    Path temporary = Files.createDirectory(folder.resolve("temporary"));
    Path out = folder.resolve("out");
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "-Djava.io.tmpdir=" + temporary,
                "-D" + Distribution.PROPERTY + "=" + Distribution.find().folder(),
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
                Tonghop.class.getName()));
    command.addAll(1, ShortLived.options());
    command.addAll(arguments(EXAMPLE, "2024-Q1", "2024-Q2", "2024-S1"));
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(out.toFile())
            .redirectError(folder.resolve("err").toFile())
            .start();
    Set<ProcessHandle> children = new HashSet<>();
    Set<String> left = new HashSet<>();
    try {
      Await.until(
          "the end of try",
          Duration.ofMinutes(2),
          () -> {
            process.descendants().forEach(children::add);
            left.addAll(names(temporary));
            return !process.isAlive();
          });
    } finally {
      process.destroyForcibly();
    }
    String err = Files.readString(folder.resolve("err"));
    assertEquals(0, process.exitValue(), err);
    assertFalse(children.isEmpty(), "no registry was seen");
    assertTrue(left.stream().anyMatch(name -> name.startsWith("tonghop-try-")), left::toString);
    Await.until(
        "no process is left",
        Duration.ofMinutes(1),
        () -> children.stream().noneMatch(ProcessHandle::isAlive));
    assertEquals(Set.of(), names(temporary));

    List<JsonNode> tables = tables(new Invocation(0, Files.readString(out), err), 3);
    assertFigures("4 2 0 1 1 2 260 0.6667 0.5 0.65", "2024-Q1 2", false, tables.get(0));
    assertFigures("4 1 2 1 0 1 350 1.0 0.75 0.875", "2024-M05 1", true, tables.get(1));
    assertFigures("4 1 2 1 0 3 350 1.0 0.75 0.875", "2024-M05 1", true, tables.get(2));
    List<JsonNode> receipts = receipts();
    assertEquals(
        "ACCEPTED 2024-Q1 1, ACCEPTED_WITH_WARNINGS 2024-M05 1, ACCEPTED 2024-Q1 2",
        String.join(
            ", ",
            receipts.stream()
                .map(
                    each ->
                        each.get("outcome").asText()
                            + " "
                            + each.get("period").asText()
                            + " "
                            + each.get("countsNow").asText())
                .toList()));
    assertEquals(
        List.of(
            "unit",
            "programme",
            "period",
            "revision",
            "outcome",
            "errors",
            "errorCount",
            "warnings",
            "warningCount",
            "onTime",
            "countsNow",
            "topic",
            "partition",
            "offset",
            "digest",
            "referenceVersion",
            "decidedAt"),
        names(receipts.get(1)));
    JsonNode warning = receipts.get(1).get("warnings").get(0);
    assertEquals(List.of("code", "path", "vi", "en"), names(warning));
    assertEquals("W07 tasks", warning.get("code").asText() + " " + warning.get("path").asText());
    assertTrue(receipts.get(2).get("onTime").asBoolean(), "a correction is never late");
    assertEquals(2, receipts.get(2).get("offset").asInt());
  }

  @Test
  void whatDoesNotFitIsAnsweredInItsPlaceAndWhatIsRejectedIsKept() throws Exception {
    String good = Files.readAllLines(EXAMPLE).get(0);
    String wrong = good.replace("2024-03-18", "2024-04-01").replace("2024-Q1", "2024-S1");
    Path file =
        file(
            "{\"unit\": \"40\", ",
            good,
            good.replace("\"percent\": 60", "\"percent\": \"60\"").replace("2024-Q1", "2024-Q2"),
            good.replace("\"unit\": \"40\"", "\"unit\": \"NOBODY\"")
                .replace("\"asOf\": \"2024-03-31\"", "\"asOf\": \"2024-04-01\""),
            SECOND + "\"2024-M02\",\"revision\":1,\"asOf\":\"2024-02-29\",\"nil\":true,\"x\":1}",
            wrong,
            // A document of some 400 KB, but a record of 800: its codes stand in key and value.
            good.replace("CTCT-2024", "P".repeat(300_000)).replace("2024-Q1", "Z".repeat(100_000)));
    List<String> arguments = arguments(file, "2024-Q1");
    Path letters = folder.resolve("letters.jsonl");
    arguments.addAll(List.of("--dead-letters", letters.toString()));
    Invocation run = Invocation.of(arguments).expecting(1);

    assertFigures("4 1 1 1 1 2 260 0.6667 0.5 0.65", "2024-Q1 1", false, tables(run, 1).get(0));
    List<JsonNode> receipts = receipts();
    List<String> said = new ArrayList<>();
    receipts.forEach(
        receipt ->
            said.add(
                receipt.get("period").asText()
                    + " "
                    + receipt.get("outcome").asText()
                    + codes(receipt)
                    + " "
                    + receipt.get("topic").asText()
                    + " "
                    + receipt.get("partition").asText()
                    + " "
                    + receipt.get("offset").asText()));
    assertEquals(
        List.of(
            "null REJECTED E01 $ null null null",
            "2024-Q1 ACCEPTED tonghop.reports.40 0 0",
            "2024-Q2 REJECTED E01 tasks[2].percent null null null",
            "2024-Q1 REJECTED E02 unit E07 asOf null null null",
            "2024-M02 REJECTED E01 x null null null",
            "2024-S1 REJECTED E09 tasks[0].completedOn tonghop.reports.40 0 1",
            "Z".repeat(200) + " REJECTED E01 $ null null null"),
        said);
    assertTrue(receipts.get(0).get("digest").isNull());
    assertTrue(receipts.get(3).get("onTime").isNull());
    assertEquals(64, receipts.get(3).get("digest").asText().length());

    assertDeadLetter(wrong, Files.readAllLines(letters));
  }

  @ParameterizedTest
  @CsvSource({
    "2024-Q5, worked-example.jsonl",
    "2024-M05, worked-example.jsonl",
    "'2024-Q1 ', worked-example.jsonl",
    "2024-Q1, no-such-file.jsonl",
    "2024-Q1, README.md"
  })
  void aCommandLineThatIsWrongIsRefusedBeforeAnythingStarts(String period, String file) {
    Duration shortest = Duration.ofDays(1);
    // On a busy machine one alone may take as long as a broker does to start.
    for (int i = 0; i < 5 && shortest.compareTo(NOTHING_STARTS) >= 0; i++) {
      long begun = System.nanoTime();
      Invocation run =
          Invocation.of(
                  "try", EXAMPLE.resolveSibling(file).toString(), "--table", period, "CTCT-2024")
              .expecting(2);
      shortest = Duration.ofNanos(System.nanoTime() - begun);
      assertEquals("", run.out());
      assertNotEquals("", run.err());
    }
    assertTrue(shortest.compareTo(NOTHING_STARTS) < 0, "something started");
  }

  private static void assertDeadLetter(String sent, List<String> letters) throws IOException {
    assertEquals(1, letters.size(), letters::toString);
    JsonNode letter = JSON.readTree(letters.get(0));
    assertEquals(List.of("key", "value", "headers"), names(letter));
    Base64.Decoder base64 = Base64.getDecoder();
    assertEquals(
        "CTCT-2024|2024-S1",
        new String(base64.decode(letter.get("key").asText()), StandardCharsets.UTF_8));
    byte[] value = base64.decode(letter.get("value").asText());
    assertTrue(WireFormat.matches(value));
    assertTrue(WireFormat.schemaId(value) > 0, "a schema's id");
    assertArrayEquals(avro(sent), Arrays.copyOfRange(value, WireFormat.HEADER_BYTES, value.length));
    assertEquals(
        "{\"tonghop.topic\":\"tonghop.reports.40\",\"tonghop.partition\":\"0\","
            + "\"tonghop.offset\":\"1\",\"tonghop.codes\":\"E09\"}",
        letter.get("headers").toString());
  }

  /** The bytes of a report as they stand on the wire after the header. */
  static byte[] avro(String line) throws IOException {
    FileReport read = ReportJson.read(new Place(Path.of("test"), 1), line);
    ProgressReport report = ReportMapping.toAvro(((FileReport.Legible) read).report());
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, null);
    new SpecificDatumWriter<ProgressReport>(
            ProgressReport.getClassSchema(), SpecificData.getForClass(ProgressReport.class))
        .write(report, encoder);
    encoder.flush();
    return bytes.toByteArray();
  }

  private static String codes(JsonNode receipt) {
    StringBuilder codes = new StringBuilder();
    for (JsonNode error : receipt.get("errors")) {
      codes.append(' ').append(error.get("code").asText());
      codes.append(' ').append(error.get("path").asText());
    }
    assertEquals(receipt.get("errors").size(), receipt.get("errorCount").asInt());
    return codes.toString();
  }

  /** The same figures as total, by authority, field, region and unit: there is one unit. */
  private static void assertFigures(
      String expected, String report, boolean carried, JsonNode table) {
    String where = table.get("period").asText();
    for (String by : List.of("byAssignedBy", "byField", "byRegion", "byUnit")) {
      assertEquals(1, table.get(by).size(), where + " " + by);
      assertEquals(expected, figures(table.get(by).get(0)), where + " " + by);
    }
    assertEquals(expected, figures(table.get("total")), where);
    JsonNode unit = table.get("byUnit").get(0);
    assertEquals(
        report,
        unit.get("report").get("period").asText() + " " + unit.get("report").get("revision"),
        where);
    assertEquals(carried, unit.get("carried").asBoolean(), where);
    assertEquals(carried ? "[\"40\"]" : "[]", table.get("coverage").get("carried").toString());
    assertEquals(1, table.get("coverage").get("reported").asInt(), where);
    assertEquals("calendar", table.get("regime").asText());
  }

  private static String figures(JsonNode row) {
    return String.join(" ", MEASURES.stream().map(name -> row.get(name).asText()).toList());
  }

  private static List<JsonNode> tables(Invocation run, int count) throws IOException {
    assertEquals(count, run.lines().size(), run::out);
    List<JsonNode> tables = new ArrayList<>();
    for (String line : run.lines()) {
      tables.add(JSON.readTree(line));
    }
    return tables;
  }

  private Invocation run(Path file, String... periods) {
    return Invocation.of(arguments(file, periods));
  }

  private List<String> arguments(Path file, String... periods) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "try",
                file.toString(),
                "--regime",
                "calendar",
                "--format",
                "json",
                "--lang",
                "en",
                "--receipts",
                folder.resolve("receipts.jsonl").toString()));
    for (String period : periods) {
      arguments.addAll(List.of("--table", period, "CTCT-2024"));
    }
    return arguments;
  }

  private List<JsonNode> receipts() throws IOException {
    List<JsonNode> receipts = new ArrayList<>();
    for (String line : Files.readAllLines(folder.resolve("receipts.jsonl"))) {
      receipts.add(JSON.readTree(line));
    }
    return receipts;
  }

  private Path file(String... lines) throws IOException {
    return Files.write(folder.resolve("reports.jsonl"), List.of(lines));
  }

  private static List<String> with(String first, List<String> others) {
    return Stream.concat(Stream.of(first), others.stream()).toList();
  }

  private static List<String> names(JsonNode object) {
    List<String> names = new ArrayList<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }

  private static Set<String> names(Path of) {
    String[] names = of.toFile().list();
    return names == null ? Set.of() : Set.of(names);
  }
}
