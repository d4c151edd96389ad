package vn.tonghop.standalone;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import vn.tonghop.producer.file.FileReport;
import vn.tonghop.producer.file.ReportFiles;
import vn.tonghop.producer.file.ReportJson;
import vn.tonghop.schemas.serde.WireFormat;

/** The samples through the real {@code try}: what comes out is what stands beside them. */
@Timeout(value = 600, unit = TimeUnit.SECONDS)
class TrySamplesTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path folder;

  TrySamplesTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void theTablesOfTheProvincesAreTheExpectedOnesToTheByte() throws IOException {
    Invocation run = tried("provinces-2024", "2024-Q1", "2024-S1", "2024-A1").expecting(0);
    assertTable("provinces-2024", "2024-Q1", run.lines().get(0));
    assertTable("provinces-2024", "2024-S1", run.lines().get(1));
    assertTable("provinces-2024", "2024-A1", run.lines().get(2));
  }

  @Test
  void theTablesOverTheChangeOfProvincesAreTheExpectedOnes() throws IOException {
    Invocation run = tried("provinces-2025", "2025-Q2", "2025-A1").expecting(0);
    assertTable("provinces-2025", "2025-Q2", run.lines().get(0));
    assertTable("provinces-2025", "2025-A1", run.lines().get(1));
  }

  @Test
  void eachBadReportHasItsAnswerAndWhatWasRejectedIsKept() throws IOException {
    tried("bad", "2024-Q1").expecting(1);
    List<String> expected = Files.readAllLines(SampleTables.SAMPLES.resolve("expected/bad.jsonl"));
    List<JsonNode> receipts = read(folder.resolve("receipts.jsonl"));
    assertEquals(expected.size(), receipts.size());
    for (int i = 0; i < expected.size(); i++) {
      JsonNode receipt = receipts.get(i);
      JsonNode wanted = JSON.readTree(expected.get(i));
      String file = wanted.get("file").asText();
      assertEquals(wanted.get("outcome"), receipt.get("outcome"), file);
      assertEquals(wanted.get("errors").toString(), said(receipt.get("errors"), file), file);
      assertEquals(wanted.get("warnings").toString(), said(receipt.get("warnings"), file), file);
    }
    assertDeadLetters(receipts);
  }

  /** One for each rejected report that had a topic to go to, with the bytes that were sent. */
  private void assertDeadLetters(List<JsonNode> receipts) throws IOException {
    List<String> sent = new ArrayList<>();
    for (Path file : SampleTables.files("bad")) {
      try (Stream<FileReport> reports = ReportFiles.read(file)) {
        reports.forEach(
            report ->
                sent.add(
                    report instanceof FileReport.Legible legible
                        ? ReportJson.write(legible.report())
                        : ""));
      }
    }
    Map<String, String> rejected = new TreeMap<>();
    for (int i = 0; i < receipts.size(); i++) {
      JsonNode receipt = receipts.get(i);
      if (receipt.get("outcome").asText().equals("REJECTED") && !receipt.get("topic").isNull()) {
        rejected.put(
            receipt.get("topic").asText() + " " + receipt.get("offset").asText(), sent.get(i));
      }
    }
    assertTrue(rejected.size() > 10, "only " + rejected.keySet());
    List<JsonNode> letters = read(folder.resolve("letters.jsonl"));
    assertEquals(rejected.size(), letters.size());
    for (JsonNode letter : letters) {
      JsonNode headers = letter.get("headers");
      String record =
          headers.get("tonghop.topic").asText() + " " + headers.get("tonghop.offset").asText();
      byte[] value = Base64.getDecoder().decode(letter.get("value").asText());
      assertTrue(rejected.containsKey(record), record);
      assertArrayEquals(
          TryTest.avro(rejected.getOrDefault(record, "")),
          Arrays.copyOfRange(value, WireFormat.HEADER_BYTES, value.length),
          record);
    }
  }

  private static void assertTable(String of, String table, String line) throws IOException {
    int last = line.indexOf(",\"movedBy\"");
    assertTrue(last > 0, line);
    assertEquals(SampleTables.line(of, table), line.substring(0, last) + "}", table);
  }

  /** Codes with paths; each finding has its text in both languages. */
  private static String said(JsonNode findings, String file) {
    var said = JSON.createArrayNode();
    for (JsonNode each : findings) {
      said.add(each.get("code").asText() + " " + each.get("path").asText());
      assertFalse(each.get("vi").asText().isBlank(), file);
      assertFalse(each.get("en").asText().isBlank(), file);
    }
    return said.toString();
  }

  private Invocation tried(String samples, String... tables) throws IOException {
    List<String> arguments = new ArrayList<>(List.of("try"));
    SampleTables.files(samples).forEach(file -> arguments.add(file.toString()));
    for (String table : tables) {
      arguments.addAll(List.of("--table", table, "CTCT-" + table.substring(0, 4)));
    }
    arguments.addAll(List.of("--format", "json"));
    arguments.addAll(List.of("--receipts", folder.resolve("receipts.jsonl").toString()));
    arguments.addAll(List.of("--dead-letters", folder.resolve("letters.jsonl").toString()));
    return Invocation.of(arguments);
  }

  private static List<JsonNode> read(Path file) throws IOException {
    List<JsonNode> lines = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      lines.add(JSON.readTree(line));
    }
    return lines;
  }
}
