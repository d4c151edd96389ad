package vn.tonghop.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import vn.tonghop.bench.report.Report;

class BenchCommandTest {

  private final Path folder;
  private final StringWriter out = new StringWriter();

  BenchCommandTest(@TempDir Path folder) {
    this.folder = folder;
  }

  /** What one of them does. */
  private interface Body {
    void run(Report report);
  }

  private static Experiment experiment(String name, Body body) {
    return new Experiment() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public void run(Bench bench, Report report) {
        body.run(report);
      }
    };
  }

  private int run(Experiment... experiments) {
    return new CommandLine(new BenchCommand(List.of(experiments)))
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(new StringWriter(), true))
        .execute("--out", folder.toString());
  }

  private JsonNode json() throws IOException {
    return new ObjectMapper().readTree(folder.resolve("bench.json").toFile());
  }

  @Test
  void aRightReportEndsWithZero() throws IOException {
    assertEquals(0, run(experiment("fine", report -> report.raw("fine", 7))));
    assertEquals(7, json().get("raw").get("fine").asInt());
  }

  @Test
  void oneWrongResultIsSaidFirstAndEndsWithOne() throws IOException {
    int code =
        run(
            experiment("bad", report -> report.wrong("a table differs")),
            experiment("fine", report -> report.raw("fine", 7)));
    assertEquals(1, code);
    assertTrue(out.toString().startsWith("WRONG: a table differs"), out.toString());
    assertEquals("a table differs", json().get("wrong").get(0).asText());
  }

  @Test
  void whatWasMeasuredBeforeAFailureStays() throws IOException {
    int code =
        run(
            experiment("first", report -> report.raw("first", 7)),
            experiment(
                "second",
                report -> {
                  throw new IllegalStateException("the broker has ended");
                }));
    assertEquals(1, code);
    assertEquals(7, json().get("raw").get("first").asInt());
  }
}
