package vn.tonghop.producer.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.tonghop.domain.acceptance.Finding;
import vn.tonghop.domain.acceptance.Rule;
import vn.tonghop.domain.report.ProgressReport;

/** Whoever reads an answer later sees the same cells as whoever waited for it. */
class LocatorJsonTest {

  private static final long SEED = 20240410;

  @Test
  void whatWasKeptNamesTheSameCells() throws IOException {
    Random random = new Random(SEED);
    int sheets = 0;
    for (int i = 0; i < 8; i++) {
      List<ProgressReport> reports =
          Stream.of(1, 2)
              .map(revision -> CsvAgreementTest.report(random, revision))
              .map(XlsxAgreementTest::writable)
              .toList();
      sheets += assertKept(xlsx(new XlsxFiles(random).write(reports)), "seed " + SEED + ", " + i);
      byte[] csv = new CsvFiles(random).write(reports).getBytes(StandardCharsets.UTF_8);
      sheets += assertKept(csv(csv), "seed " + SEED + ", " + i);
    }
    assertTrue(sheets > 8, "reports that were read: " + sheets);
  }

  @Test
  void aReportWhosePathsSayEnoughKeepsNothing() throws IOException {
    assertTrue(LocatorJson.write(Locator.PATHS_ONLY).isEmpty());
    JsonNode nothing = new ObjectMapper().readTree("{}").path("cells");
    assertSame(Locator.PATHS_ONLY, LocatorJson.read(nothing));
  }

  private static int assertKept(Stream<FileReport> reports, String message) throws IOException {
    int found = 0;
    for (FileReport report : reports.toList()) {
      if (report instanceof FileReport.Legible legible) {
        found++;
        String kept = LocatorJson.write(legible.locator()).orElseThrow().toString();
        Locator again = LocatorJson.read(new ObjectMapper().readTree(kept));
        for (String path : paths(legible.report())) {
          Finding finding = new Finding(Rule.W05, path, "vi", "en");
          Finding located = legible.locator().located(finding);
          assertEquals(located, again.located(finding), message);
          assertEquals(path.endsWith("[900].percent"), located.equals(finding), located.toString());
        }
      }
    }
    return found;
  }

  /** Of everything that can be wrong, and of a task that the file does not have. */
  private static List<String> paths(ProgressReport report) {
    List<String> paths = new ArrayList<>(List.of("$", "tasks", "asOf", "tasks[900].percent"));
    for (int i = 0; i < report.tasks().size(); i++) {
      paths.add("tasks[" + i + "]");
      String task = paths.get(paths.size() - 1);
      SheetColumn.TASKS.forEach(column -> paths.add(task + "." + column.field()));
    }
    for (int i = 0; i < report.indicators().size(); i++) {
      paths.add("indicators[" + i + "].value");
    }
    SheetColumn.REPORTS.forEach(column -> paths.add(column.field()));
    return paths;
  }

  private static Stream<FileReport> xlsx(byte[] bytes) throws IOException {
    return all(new XlsxSource(Path.of("f.xlsx"), new ByteArrayInputStream(bytes)));
  }

  private static Stream<FileReport> csv(byte[] bytes) throws IOException {
    return all(new CsvSource(Path.of("f.csv"), new ByteArrayInputStream(bytes), notice -> {}));
  }

  private static Stream<FileReport> all(ReportSource source) throws IOException {
    List<FileReport> reports = new ArrayList<>();
    try (source) {
      for (@Nullable FileReport next = source.next(); next != null; next = source.next()) {
        reports.add(next);
      }
    }
    return reports.stream();
  }
}
