package vn.tonghop.standalone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import vn.tonghop.domain.format.TableJson;
import vn.tonghop.domain.reference.ReferenceData;
import vn.tonghop.producer.settings.Settings;
import vn.tonghop.standalone.table.CommittedTables;
import vn.tonghop.standalone.table.TableRequest;

/**
 * Folders that earlier builds left behind, with what those builds said of them, are kept; this
 * build goes on where each of them ended.
 */
class EvolutionTest {

  private static final Path KEPT =
      Path.of(
          System.getProperty("tonghop.root"),
          "standalone",
          "src",
          "test",
          "resources",
          "evolution");
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String LAST = "2030-A1";
  private static final List<String> PERIODS =
      List.of(
          "2024-Q1", "2024-S1", "2024-A1", "2025-Q1", "2025-Q3", "2025-S2", "2025-A1", "2030-Q1",
          "2030-S1", LAST);

  /** Name of a folder to be kept, e.g. {@code 2026-11}: on purpose, and never written anew. */
  private static final String KEEP = System.getProperty("tonghop.evolution.keep", "");

  private final Path temporary;

  EvolutionTest(@TempDir Path temporary) {
    this.temporary = temporary;
  }

  @TestFactory
  Stream<DynamicTest> thisBuildGoesOnWhereAnEarlierOneEnded() throws Exception {
    if (!KEEP.isEmpty()) {
      return Stream.of(DynamicTest.dynamicTest("keep " + KEEP, this::keep));
    }
    List<Path> all;
    try (Stream<Path> files = Files.list(KEPT)) {
      all = files.filter(each -> each.toString().endsWith(".zip")).sorted().toList();
    }
    assertFalse(all.isEmpty(), "no folder was kept");
    String expected = asANewOneWouldSay();
    List<DynamicTest> tests = new ArrayList<>();
    for (Path kept : all) {
      tests.add(
          DynamicTest.dynamicTest(
              kept.getFileName() + " with its state", () -> goesOn(kept, true, expected)));
    }
    // Local state of a former layout is not read anyway: only the newest folder's can matter.
    Path newest = all.get(all.size() - 1);
    tests.add(
        DynamicTest.dynamicTest(
            newest.getFileName() + " restored from its topics",
            () -> goesOn(newest, false, expected)));
    return tests.stream();
  }

  private void keep() throws Exception {
    Path kept = KEPT.resolve(KEEP + ".zip");
    assertTrue(Files.notExists(kept), () -> kept + " is what an earlier build left behind");
    Path whole = Files.createTempDirectory(temporary, "whole");
    try (RunningUp up = up(whole.resolve("data"))) {
      submit(up, "first.jsonl");
      Files.writeString(whole.resolve("said.jsonl"), said(up));
      up.end();
    }
    Folders.zip(whole, kept);
  }

  private void goesOn(Path kept, boolean withState, String expected) throws Exception {
    Path whole = Files.createTempDirectory(temporary, "kept");
    Folders.unzip(kept, whole);
    if (!withState) {
      Folders.delete(whole.resolve("data").resolve("roll-up"));
    }
    try (RunningUp up = up(whole.resolve("data"))) {
      assertEquals(Files.readString(whole.resolve("said.jsonl")), said(up));
      submit(up, "then.jsonl");
      assertEquals(expected, timeless(said(up)));
    }
  }

  /** What a folder says that knows no earlier build. */
  private String asANewOneWouldSay() throws Exception {
    try (RunningUp up = up(Files.createTempDirectory(temporary, "new"))) {
      submit(up, "first.jsonl");
      submit(up, "then.jsonl");
      return timeless(said(up));
    }
  }

  private RunningUp up(Path data) throws IOException {
    return RunningUp.start(data, "calendar", "--reference", KEPT.resolve("reference").toString());
  }

  /** Some of them are refused, as they should be. */
  private static void submit(RunningUp up, String file) {
    Invocation sent =
        up.run("submit", "--force", "--wait", KEPT.resolve(file).toString()).expecting(1);
    assertTrue(sent.out().contains("accepted"), sent::out);
    up.awaitSettled(PATIENCE);
  }

  /** All tables that the reports touch, and all receipts. */
  private static String said(RunningUp up) {
    List<String> said = new ArrayList<>(tables(up.settings()));
    // As the commands have it; the last of those tables once more, as it was reported.
    assertEquals(
        said.get(said.size() - 1), up.run("table", LAST, "KH-DAI", "--format", "json").out());
    said.add(
        up.run("table", "2024-A1", "KH-DAI", "--restated", "2025-07-01", "--format", "json")
            .expecting(0)
            .out());
    for (String unit : List.of("40", "70", "75")) {
      said.add(up.run("receipts", unit, "--format", "json").expecting(0).out());
    }
    return String.join("", said);
  }

  /** What {@code table} would print of each, read once. */
  private static List<String> tables(Settings settings) {
    Map<String, Object> config = settings.clientConfig();
    CommittedTables committed = CommittedTables.read(config);
    try (NewestReference newest = new NewestReference(config)) {
      ReferenceData reference = newest.get().orElseThrow();
      return PERIODS.stream()
          .map(period -> TableRequest.of(settings.regime(), period, "KH-DAI"))
          .map(request -> request.view(committed, reference).orElseThrow())
          .map(table -> TableJson.write(table) + "\n")
          .toList();
    }
  }

  /**
   * Without the moments at which things were received and decided, and without what moved a table
   * last: that depends on the order between units, which nothing promises.
   */
  private static String timeless(String said) {
    return said.replaceAll("\"decidedAt\":\"[^\"]*\"", "")
        .replaceAll("\"movedBy\":(null|[{][^}]*[}])", "");
  }
}
