package vn.tonghop.producer.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.tonghop.domain.acceptance.Finding;
import vn.tonghop.domain.acceptance.Rule;
import vn.tonghop.domain.report.IndicatorValue;
import vn.tonghop.domain.report.ProgressReport;
import vn.tonghop.domain.report.ReportDigest;
import vn.tonghop.domain.report.ReportKind;
import vn.tonghop.domain.report.TaskLine;
import vn.tonghop.domain.report.TaskStatus;
import vn.tonghop.schemas.mapping.ReportMapping;

/** A report says the same whether it comes as CSV or as JSON, and no CSV breaks the reader. */
class CsvAgreementTest {

  private static final long SEED = 20_261_122L;

  @TempDir
  @SuppressWarnings("NullAway.Init") // JUnit sets it.
  Path folder;

  @Test
  void theWorkedExampleIsTheSameInAllForms() throws IOException {
    Path samples = Path.of(System.getProperty("tonghop.root"), "samples");
    List<ProgressReport> json = reports(samples.resolve("worked-example.jsonl"));
    assertEquals(3, json.size());
    assertSame(json, reports(samples.resolve("worked-example.csv")), "sample");
    assertSame(json, reports(samples.resolve("worked-example.xlsx")), "sample");
  }

  @Test
  void anyReportsAreTheSameInBothForms() throws IOException {
    for (int i = 0; i < 150; i++) {
      long seed = SEED + i;
      Random random = new Random(seed);
      List<ProgressReport> reports = new ArrayList<>();
      for (int n = 1 + random.nextInt(6); n > 0; n--) {
        reports.add(report(random, n));
      }
      String csv = new CsvFiles(random).write(reports);
      Path json =
          Files.write(folder.resolve("r.jsonl"), reports.stream().map(ReportJson::write).toList());
      Path file = Files.writeString(folder.resolve("r.csv"), csv);
      assertSame(reports(json), reports(file), "seed " + seed + "\n" + csv);
    }
  }

  static void assertSame(List<ProgressReport> json, List<ProgressReport> csv, String message)
      throws IOException {
    assertEquals(json, csv, message);
    for (int i = 0; i < json.size(); i++) {
      assertEquals(ReportDigest.of(json.get(i)), ReportDigest.of(csv.get(i)), message);
      assertEquals(avro(json.get(i)), avro(csv.get(i)), message);
    }
  }

  private static java.nio.ByteBuffer avro(ProgressReport report) throws IOException {
    return ReportMapping.toAvro(report).toByteBuffer();
  }

  @Test
  void whateverTheBytesEachAnswerHasItsPlace() throws IOException {
    Random random = new Random(SEED);
    int readable = 0;
    int answers = 0;
    for (int i = 0; i < 600; i++) {
      List<ProgressReport> reports =
          List.of(report(random, 3), report(random, 2), report(random, 1));
      byte[] csv = new CsvFiles(random).write(reports).getBytes(StandardCharsets.UTF_8);
      byte[] bytes = mutated(random, csv);
      long lines = new String(bytes, StandardCharsets.UTF_8).split("\r\n|[\r\n]", -1).length;
      String message = "seed " + SEED + ", file " + i;
      List<FileReport> read = read(bytes);
      assertTrue(!read.isEmpty(), message);
      for (FileReport report : read) {
        answers++;
        assertTrue(report.place().line() >= 1 && report.place().line() <= lines, message);
        if (report instanceof FileReport.Unreadable unreadable) {
          assertTrue(unreadable.errors().count() > 0, message);
          unreadable.errors().listed().forEach(error -> assertPlaced(error, message));
          long paths = unreadable.errors().listed().stream().map(Finding::path).distinct().count();
          assertEquals(unreadable.errors().listed().size(), paths, message);
        } else {
          readable++;
        }
      }
    }
    assertTrue(
        readable > answers / 10 && readable < answers * 9 / 10,
        "mutations are too mild or wild: " + readable + " of " + answers);
  }

  private static void assertPlaced(Finding error, String message) {
    assertEquals(Rule.E01, error.rule(), message);
    assertTrue(error.en().matches("(?s).* \\(line [0-9]+(, column [a-z_]+)?\\)"), error.en());
    assertTrue(error.vi().matches("(?s).* \\(dòng [0-9]+(, cột [a-z_]+)?\\)"), error.vi());
  }

  private static List<FileReport> read(byte[] bytes) throws IOException {
    List<FileReport> reports = new ArrayList<>();
    try (ReportSource source =
        new CsvSource(Path.of("f.csv"), new ByteArrayInputStream(bytes), notice -> {})) {
      for (@Nullable FileReport next = source.next(); next != null; next = source.next()) {
        reports.add(next);
      }
    }
    return reports;
  }

  static byte[] mutated(Random random, byte[] csv) {
    byte[] bytes = csv.clone();
    String pieces = "\"\",;\r\n\0 x1-";
    for (int n = 1 + random.nextInt(3); n > 0; n--) {
      int at = random.nextInt(bytes.length);
      int to = Math.min(bytes.length, at + random.nextInt(30));
      switch (random.nextInt(4)) {
        case 0 -> bytes[at] = (byte) random.nextInt(256);
        case 1 -> bytes[at] = (byte) pieces.charAt(random.nextInt(pieces.length()));
        case 2 -> bytes = joined(bytes, at, to);
        default -> bytes = joined(bytes, to, at);
      }
    }
    return bytes;
  }

  private static byte[] joined(byte[] bytes, int to, int from) {
    byte[] both = Arrays.copyOf(bytes, to + bytes.length - from);
    System.arraycopy(bytes, from, both, to, bytes.length - from);
    return both.length == 0 ? new byte[1] : both;
  }

  static List<ProgressReport> reports(Path file) throws IOException {
    try (Stream<FileReport> reports = ReportFiles.read(file)) {
      return reports
          .map(
              report ->
                  assertInstanceOf(FileReport.Legible.class, report, report::toString).report())
          .toList();
    }
  }

  static ProgressReport report(Random random, int revision) {
    List<TaskLine> tasks = new ArrayList<>();
    for (int i = random.nextInt(5); i > 0; i--) {
      tasks.add(task(random, i));
    }
    List<IndicatorValue> indicators = new ArrayList<>();
    for (int i = random.nextInt(3); i > 0; i--) {
      BigDecimal value = BigDecimal.valueOf(random.nextLong() / 100, random.nextInt(4));
      indicators.add(
          new IndicatorValue("I" + i, IndicatorValue.fits(value) ? value : BigDecimal.ONE));
    }
    return new ProgressReport(
        List.of("40", "01", "09", "X-BTCTW", "?").get(random.nextInt(5)),
        "CTCT-2024",
        random.nextBoolean() ? "2024-Q1" : "2024-M02",
        revision,
        random.nextBoolean() ? ReportKind.SUBMIT : ReportKind.WITHDRAW,
        date(random),
        random.nextBoolean(),
        random.nextBoolean(),
        tasks,
        indicators,
        text(random),
        random.nextBoolean() ? null : Instant.ofEpochMilli(random.nextInt() * 1000L));
  }

  private static TaskLine task(Random random, int i) {
    return new TaskLine(
        "T" + i,
        text(random),
        "POLITBURO",
        "CADRES",
        List.of(TaskStatus.values()).get(random.nextInt(TaskStatus.values().length)),
        random.nextBoolean() ? null : date(random),
        random.nextBoolean() ? null : date(random),
        random.nextInt(200) - 50,
        text(random));
  }

  private static LocalDate date(Random random) {
    return LocalDate.of(2024, 1, 1).plusDays(random.nextInt(90));
  }

  /** Whatever a clerk or a spreadsheet might put in a cell; an empty one is none. */
  private static @Nullable String text(Random random) {
    String pieces = "aĐề ,;\"'\r\n\t\uFEFF\uFFFE\uFFFD=";
    StringBuilder text = new StringBuilder();
    for (int n = random.nextInt(8); n > 0; n--) {
      text.append(pieces.charAt(random.nextInt(pieces.length())));
    }
    return text.isEmpty() ? null : text.toString();
  }
}
