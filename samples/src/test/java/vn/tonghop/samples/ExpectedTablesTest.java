package vn.tonghop.samples;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.tonghop.domain.format.TableJson;
import vn.tonghop.domain.oracle.Arrival;
import vn.tonghop.domain.oracle.Oracle;
import vn.tonghop.domain.oracle.OracleJson;
import vn.tonghop.domain.oracle.Pipeline;
import vn.tonghop.domain.period.Period;
import vn.tonghop.domain.period.Regime;
import vn.tonghop.domain.reference.ReferenceData;
import vn.tonghop.domain.reference.ReferenceRows;
import vn.tonghop.domain.table.Restatement;
import vn.tonghop.domain.table.TableView;

/**
 * The expected tables beside the samples come from the oracle, a second reading of the rules, and
 * the domain must say the same; {@code -Dgolden.rewrite=true} has the oracle write them anew.
 */
class ExpectedTablesTest {

  private static final Regime REGIME = Regime.DECREE_09_2019;
  private static final LocalDate CHANGE = LocalDate.of(2025, 7, 1);
  private static final List<String> TARGETS = List.of("Q1", "Q2", "Q3", "Q4", "S1", "S2", "A1");
  private static final String RESTATED = "2025-Q1";
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final ReferenceData REFERENCE = ReferenceData.bundled();

  @ParameterizedTest
  @ValueSource(ints = {2024, 2025})
  void theExpectedTablesAreTheOracles(int year) throws IOException {
    OracleJson oracle = oracle(Folder.of("provinces-" + year).arrivals());
    SortedMap<String, String> tables = new TreeMap<>();
    for (String target : TARGETS) {
      String label = year + "-" + target;
      tables.put(label + ".json", oracle.table("CTCT-" + year, period(label)) + "}\n");
    }
    if (RESTATED.startsWith("" + year)) {
      tables.put(
          RESTATED + "-restated-" + CHANGE + ".json",
          oracle.restated("CTCT-" + year, period(RESTATED), CHANGE) + "}\n");
    }
    Folder.of("expected/provinces-" + year).check(tables);
  }

  @ParameterizedTest
  @ValueSource(ints = {2024, 2025})
  void theDomainSaysTheSameFieldByField(int year) throws IOException {
    Pipeline pipeline =
        new Pipeline(REGIME, REFERENCE).arriveAll(Folder.of("provinces-" + year).arrivals());
    for (Path file : Folder.of("expected/provinces-" + year).files()) {
      String name = file.getFileName().toString();
      TableView table = table(pipeline, "CTCT-" + year, period(name.substring(0, 7)));
      if (name.contains("restated")) {
        table = Restatement.to(CHANGE, table, REFERENCE);
      }
      ObjectNode said = (ObjectNode) JSON.readTree(TableJson.write(table));
      said.remove("movedBy");
      List<String> differences = new ArrayList<>();
      compare("", JSON.readTree(Files.readString(file)), said, differences);
      assertEquals(List.of(), differences, name);
    }
  }

  @Test
  void theComparisonFindsWhatDiffers() throws IOException {
    List<String> differences = new ArrayList<>();
    compare(
        "",
        JSON.readTree("{\"a\": [1, {\"b\": null}], \"c\": 2}"),
        JSON.readTree("{\"a\": [1, {\"b\": 0}, 3], \"d\": 2}"),
        differences);
    assertEquals(
        List.of(".a[1].b: null, not 0", ".a[2]: , not 3", ".c: 2, not ", ".d: , not 2"),
        differences);
  }

  private static OracleJson oracle(List<Arrival> arrivals) {
    ReferenceRows rows = ReferenceRows.bundled();
    return new OracleJson(new Oracle(REGIME, rows, arrivals), rows);
  }

  private static TableView table(Pipeline pipeline, String programme, Period target) {
    return TableView.asReported(
        pipeline.table(programme, target.label()),
        REFERENCE.programme(programme).orElseThrow(),
        target,
        REFERENCE);
  }

  private static Period period(String label) {
    return Period.parse(REGIME, label).orElseThrow();
  }

  private static void compare(
      String path, JsonNode expected, JsonNode found, List<String> differences) {
    if (expected.isObject() && found.isObject()) {
      TreeSet<String> names = new TreeSet<>();
      expected.fieldNames().forEachRemaining(names::add);
      found.fieldNames().forEachRemaining(names::add);
      for (String name : names) {
        compare(path + "." + name, expected.path(name), found.path(name), differences);
      }
    } else if (expected.isArray() && found.isArray()) {
      for (int i = 0; i < Math.max(expected.size(), found.size()); i++) {
        compare(path + "[" + i + "]", expected.path(i), found.path(i), differences);
      }
    } else if (!expected.equals(found)) {
      differences.add(path + ": " + expected + ", not " + found);
    }
  }
}
