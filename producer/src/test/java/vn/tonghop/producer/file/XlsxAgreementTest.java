package vn.tonghop.producer.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.tonghop.domain.acceptance.Rule;
import vn.tonghop.domain.report.ProgressReport;
import vn.tonghop.domain.report.TaskLine;

/** A report says the same whether it comes as XLSX, CSV or JSON, and no XLSX breaks the reader. */
class XlsxAgreementTest {

  private static final long SEED = 20_261_123L;

  @TempDir
  @SuppressWarnings("NullAway.Init") // JUnit sets it.
  Path folder;

  @Test
  void anyReportsAreTheSameInAllForms() throws IOException {
    for (int i = 0; i < 60; i++) {
      long seed = SEED + i;
      Random random = new Random(seed);
      List<ProgressReport> reports = new ArrayList<>();
      for (int n = 1 + random.nextInt(5); n > 0; n--) {
        reports.add(writable(CsvAgreementTest.report(random, n)));
      }
      Path json =
          Files.write(folder.resolve("r.jsonl"), reports.stream().map(ReportJson::write).toList());
      Path xlsx = Files.write(folder.resolve("r.xlsx"), new XlsxFiles(random).write(reports));
      Path csv = Files.writeString(folder.resolve("r.csv"), new CsvFiles(random).write(reports));
      String message = "seed " + seed;
      CsvAgreementTest.assertSame(sorted(json), sorted(xlsx), message);
      CsvAgreementTest.assertSame(sorted(json), sorted(csv), message);
    }
  }

  /**
   * The sheets part a report's rows, so reports may come in another order than in the other forms.
   */
  private static List<ProgressReport> sorted(Path file) throws IOException {
    return CsvAgreementTest.reports(file).stream()
        .sorted(
            Comparator.comparing(ProgressReport::unit)
                .thenComparing(ProgressReport::period)
                .thenComparing(ProgressReport::revision))
        .toList();
  }

  /** XML knows no U+FFFE, and ends its lines with LF. */
  static ProgressReport writable(ProgressReport report) {
    List<TaskLine> tasks =
        report.tasks().stream()
            .map(
                task ->
                    new TaskLine(
                        task.code(),
                        text(task.title()),
                        task.assignedBy(),
                        task.field(),
                        task.status(),
                        task.dueOn(),
                        task.completedOn(),
                        task.percent(),
                        text(task.note())))
            .toList();
    return new ProgressReport(
        report.unit(),
        report.programme(),
        report.period(),
        report.revision(),
        report.kind(),
        report.asOf(),
        report.test(),
        report.nil(),
        tasks,
        report.indicators(),
        text(report.submittedBy()),
        report.submittedAt());
  }

  private static @Nullable String text(@Nullable String text) {
    return text == null ? null : "x" + text.replace("\uFFFE", "");
  }

  @Test
  void whateverTheBytesThereIsAnAnswer() throws IOException {
    Random random = new Random(SEED);
    int readable = 0;
    int files = 400;
    List<ProgressReport> reports =
        List.of(CsvAgreementTest.report(random, 2), CsvAgreementTest.report(random, 1));
    byte[] xlsx =
        new XlsxFiles(random).write(reports.stream().map(XlsxAgreementTest::writable).toList());
    for (int i = 0; i < files; i++) {
      String message = "seed " + SEED + ", file " + i;
      for (FileReport report : read(CsvAgreementTest.mutated(random, xlsx))) {
        if (report instanceof FileReport.Unreadable unreadable) {
          assertTrue(unreadable.errors().count() > 0, message);
          unreadable
              .errors()
              .listed()
              .forEach(error -> assertEquals(Rule.E01, error.rule(), message));
        } else {
          readable++;
        }
      }
    }
    assertTrue(readable > 0 && readable < 2 * files, "mutations are too mild or wild: " + readable);
  }

  private static List<FileReport> read(byte[] bytes) throws IOException {
    List<FileReport> reports = new ArrayList<>();
    try (ReportSource source = new XlsxSource(Path.of("f.xlsx"), new ByteArrayInputStream(bytes))) {
      for (@Nullable FileReport next = source.next(); next != null; next = source.next()) {
        reports.add(next);
      }
    }
    assertTrue(!reports.isEmpty());
    return reports;
  }
}
