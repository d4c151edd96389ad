package vn.tonghop.producer.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ValidateCommandTest {

  private static final String RIGHT =
      "{\"unit\":\"40\",\"programme\":\"CTCT-2024\",\"period\":\"2024-Q1\",\"revision\":1,"
          + "\"asOf\":\"2024-03-14\",\"nil\":true}";

  @TempDir
  @SuppressWarnings("NullAway.Init") // JUnit sets it.
  Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void aRightFileIsDone() throws IOException {
    Path file = write("r.jsonl", RIGHT);
    assertEquals(0, run(new ValidateCommand(), "--lang", "en", file.toString()), err.toString());
    assertEquals("1 report, 0 errors, 0 warnings\n", out.toString());
    assertEquals("", err.toString());
  }

  @Test
  void everyFindingHasItsFileAndLine() throws IOException {
    Path file =
        write(
            "r.jsonl",
            RIGHT
                + "\n\n"
                + RIGHT.replace("\"40\"", "\"nowhere\\n\"").replace("03-14", "03-10")
                + "\n{\n");
    assertEquals(1, run(new ValidateCommand(), "--lang", "en", file.toString()));
    List<String> lines = out.toString().lines().toList();
    assertEquals(4, lines.size(), out.toString());
    assertTrue(lines.get(0).startsWith(file + ":3: unit: E02 No reporting unit"), lines.get(0));
    assertTrue(lines.get(1).startsWith(file + ":3: asOf: W06 "), lines.get(1));
    assertTrue(
        lines.get(2).startsWith(file + ":4: $: E01 The report cannot be read"), lines.get(2));
    assertEquals("3 reports, 2 errors, 1 warning", lines.get(3));
  }

  @Test
  void findingsOfASpreadsheetNameItsRowAndColumn() throws IOException {
    String header =
        "unit;programme;period;revision;as_of;task;title;assigned_by;field;status;due_on;"
            + "completed_on;percent;note\n";
    String task = "40;CTCT-2024;2024-Q1;1;2024-03-14;%s;;POLITBURO;CADRES;COMPLETED;;%s;%s;\n";
    Path file =
        write(
            "r.csv",
            header
                + task.formatted("T1", "2024-03-01", "100")
                + task.formatted("T2", "2024-03-15", "90"));
    assertEquals(1, run(new ValidateCommand(), "--lang", "en", file.toString()), err.toString());
    assertEquals(1, run(new ValidateCommand(), "--lang", "vi", file.toString()), err.toString());
    List<String> lines = out.toString().lines().toList();
    assertEquals(6, lines.size(), out.toString());
    assertTrue(lines.get(0).startsWith(file + ":2: tasks[1].completedOn: E09 "), lines.get(0));
    assertTrue(lines.get(0).endsWith(" (line 3, column completed_on)"), lines.get(0));
    assertTrue(lines.get(1).endsWith(" (line 3, column percent)"), lines.get(1));
    assertEquals("1 report, 2 errors, 0 warnings", lines.get(2));
    assertTrue(lines.get(3).endsWith(" (dòng 3, cột completed_on)"), lines.get(3));
  }

  /** Whoever sends it fills the revision in, so that nobody has to look for its cell. */
  @Test
  void aMissingRevisionIsNoErrorBesideOthers() throws IOException {
    String unnumbered = RIGHT.replace("\"revision\":1,", "");
    String file = write("r.jsonl", unnumbered.replace("\"nil\":true", "\"nil\":1")).toString();
    assertEquals(1, run(new ValidateCommand(), "--lang", "en", file));
    List<String> lines = out.toString().lines().toList();
    assertEquals(2, lines.size(), out.toString());
    assertTrue(lines.get(0).startsWith(file + ":1: nil: E01 "), lines.get(0));
    assertEquals("1 report, 1 error, 0 warnings", lines.get(1));
  }

  @Test
  void aWrongTypeIsSaidInPlainWords() throws IOException {
    String file = write("r.jsonl", RIGHT.replace("\"revision\":1", "\"revision\":1.5")).toString();
    assertEquals(1, run(new ValidateCommand(), "--lang", "vi", file));
    assertEquals(1, run(new ValidateCommand(), "--lang", "en", file));
    assertTrue(out.toString().contains("cần số nguyên, nhận được 1.5"), out.toString());
    assertTrue(out.toString().contains("wanted a whole number, got 1.5"), out.toString());
  }

  @Test
  void itSpeaksVietnamese() throws IOException {
    Path file = write("r.jsonl", RIGHT.replace("\"40\"", "\"99\""));
    assertEquals(1, run(new ValidateCommand(), "--lang", "vi", file.toString()));
    assertTrue(out.toString().contains("Không có đơn vị báo cáo mang mã 99"), out.toString());
    assertTrue(out.toString().endsWith("1 báo cáo, 1 lỗi, 0 cảnh báo\n"), out.toString());
  }

  @Test
  void whatCannotBeReadIsAUsageErrorAndAllOfItIsTold() throws IOException {
    Path file = write("r.doc", "");
    int code = run(new ValidateCommand(), "--lang", "en", file.toString(), folder + "/none.json");
    assertEquals(2, code);
    assertEquals(2, err.toString().lines().count(), err.toString());
    assertTrue(
        err.toString().contains(".json, .jsonl, .ndjson, .csv, .xlsx, .xlsm"), err.toString());
    assertEquals("", out.toString());
    assertEquals(2, run(new ValidateCommand()));
    assertEquals(2, run(new ValidateCommand(), "--regime", "x", write("a.json", "").toString()));
    assertEquals(2, run(new ValidateCommand(), "--lang", "fr", write("a.json", "").toString()));
  }

  @Test
  void submitAndReceiptsSayThatNobodyAnswers() throws IOException {
    String file = write("r.jsonl", RIGHT).toString();
    long begun = System.nanoTime();
    assertEquals(
        3, run(new SubmitCommand(), "--lang", "en", "--bootstrap", "127.0.0.1:1", file), "" + err);
    assertEquals(3, run(new ReceiptsCommand(), "--lang", "en", "--bootstrap", "127.0.0.1:1", "40"));
    assertTrue(err.toString().contains("out of reach"), err.toString());
    assertEquals("", out.toString());
    assertTrue(System.nanoTime() - begun < 100_000_000_000L);
  }

  private int run(Callable<Integer> command, String... arguments) {
    return new CommandLine(command)
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(err))
        .execute(arguments);
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }
}
