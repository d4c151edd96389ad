package vn.tonghop.samples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.tonghop.domain.acceptance.Outcome;
import vn.tonghop.domain.acceptance.Receipt;
import vn.tonghop.domain.oracle.Arrival;
import vn.tonghop.domain.oracle.Pipeline;
import vn.tonghop.domain.period.Regime;
import vn.tonghop.domain.reference.ReferenceData;
import vn.tonghop.domain.report.ProgressReport;
import vn.tonghop.domain.report.TaskLine;

/** The invented reports read like those of offices, and show each case they are meant to show. */
class ProvincesTest {

  /** Leave out finished tasks on purpose. */
  private static final Set<String> FORGETFUL = Set.of("51", "60");

  private static final int MOST_TASKS = 14;

  @ParameterizedTest
  @ValueSource(strings = {"provinces-2024", "provinces-2025"})
  void everyReportSaysThatItsFiguresAreInvented(String folder) throws IOException {
    for (Path file : Folder.of(folder).files()) {
      String text = Files.readString(file);
      assertTrue(Normalizer.isNormalized(text, Normalizer.Form.NFC), file.toString());
    }
    for (Arrival arrival : Folder.of(folder).arrivals()) {
      assertEquals(
          "SỐ LIỆU MINH HỌA, KHÔNG CÓ THẬT / invented figures", arrival.report().submittedBy());
    }
  }

  @Test
  void workOnlyGoesForwardAndWhatIsOverdueIsExplained() {
    Map<String, TaskLine> last = new HashMap<>();
    for (Arrival arrival : Folder.of("provinces-2024").arrivals()) {
      ProgressReport report = arrival.report();
      assertTrue(report.tasks().size() <= MOST_TASKS, report::toString);
      if (FORGETFUL.contains(report.unit()) || report.unit().equals("33")) {
        continue; // 33 sends its correction first
      }
      for (TaskLine task : report.tasks()) {
        TaskLine before = last.put(report.unit() + task.code(), task);
        String where = report.unit() + " " + report.period() + " " + task;
        assertTrue(before == null || before.percent() <= task.percent(), where);
        assertTrue(before == null || before.status().compareTo(task.status()) <= 0, where + before);
        if (task.isOverdue(report.asOf())) {
          assertNotNull(task.note(), where);
        }
      }
    }
  }

  @Test
  void nothingIsRefusedAndEveryOtherOutcomeIsThere() {
    Set<Outcome> outcomes = EnumSet.noneOf(Outcome.class);
    Set<String> warnings = new TreeSet<>();
    for (Receipt receipt : receipts("provinces-2024")) {
      outcomes.add(receipt.outcome());
      receipt.warnings().listed().forEach(each -> warnings.add(each.rule().name()));
    }
    assertEquals(EnumSet.complementOf(EnumSet.of(Outcome.REJECTED, Outcome.CONFLICT)), outcomes);
    assertEquals(Set.of("W01", "W02", "W03", "W05", "W06", "W07"), warnings);
  }

  @Test
  void theTablesShowEveryKindOfCoverage() throws IOException {
    JsonNode quarter = coverage("provinces-2024", "2024-Q1");
    assertEquals(List.of("45.63"), bodies(quarter, "carried"));
    assertEquals(List.of("02.63", "04"), bodies(quarter, "nil"));
    assertEquals(List.of("06.63", "70.63", "95.63"), bodies(quarter, "late"));
    assertEquals(
        List.of("11", "12", "62.63", "67.63", "84.63", "96.63"), bodies(quarter, "missing"));
    assertEquals(List.of("12", "67.63"), bodies(coverage("provinces-2024", "2024-A1"), "missing"));
    assertTrue(bodies(coverage("provinces-2024", "2024-Q3"), "missing").contains("89.63"));
    JsonNode year = coverage("provinces-2025", "2025-A1");
    assertTrue(bodies(year, "succeeded").contains("70.63"), "Bình Phước went into Đồng Nai");
    assertTrue(bodies(year, "carried").contains("74.63"), "its successor says nothing yet");
    assertEquals(List.of("44.34", "79.34", "96.34"), bodies(year, "missing"));
  }

  private static List<Receipt> receipts(String folder) {
    return new Pipeline(Regime.DECREE_09_2019, ReferenceData.bundled())
        .arriveAll(Folder.of(folder).arrivals())
        .receipts();
  }

  private static JsonNode coverage(String folder, String table) throws IOException {
    Path file = Folder.of("expected/" + folder).path().resolve(table + ".json");
    return new ObjectMapper().readTree(Files.readString(file)).get("coverage");
  }

  private static List<String> bodies(JsonNode coverage, String kind) {
    return Stream.of(coverage.get(kind))
        .flatMap(all -> StreamSupport.stream(all.spliterator(), false))
        .map(JsonNode::asText)
        .toList();
  }
}
