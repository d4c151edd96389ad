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
    assertEquals("1 reports, 0 errors, 0 warnings\n", out.toString());
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
    assertEquals("3 reports, 2 errors, 1 warnings", lines.get(3));
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
    assertTrue(err.toString().contains(".json, .jsonl, .ndjson"), err.toString());
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
    assertTrue(System.nanoTime() - begun < 40_000_000_000L);
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
