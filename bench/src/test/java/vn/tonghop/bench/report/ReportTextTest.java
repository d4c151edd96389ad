package vn.tonghop.bench.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTextTest {

  private final Path folder;

  ReportTextTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private static Report report() {
    Report report = new Report(Map.of("cores", 2), Map.of("rounds", 5));
    report.add(Goal.atLeast("G1", "throughput, of L4", 0.4, Interval.of(0.5, 0.5, 0.5)));
    report.add(Goal.atMost("G8", "seconds to recover", 5, Interval.of(12)));
    report
        .section("Throughput")
        .say("How it was done.")
        .add(
            new Table(
                List.of("system", "reports/s"),
                List.of(List.of("ours", "12,345"), List.of("L4", "9"))))
        .add(
            new Plot(
                "curve",
                "A < B",
                "ms",
                "reports/s",
                true,
                false,
                List.of(
                    new Plot.Series(
                        "ours", List.of(new Plot.Point(10, 0), new Plot.Point(1000, 50))))));
    return report;
  }

  @Test
  void missedGoalsStandFirst() {
    assertEquals(
        """
        cores: 2
        rounds: 5
        G8     MISSED  seconds to recover: 12 (≤ 5)
        G1     met     throughput, of L4: 0.50 [0.50, 0.50] (≥ 0.40)

        Throughput
        How it was done.
        system  reports/s
        ours       12,345
        L4              9
        """,
        ReportText.of(report()));
  }

  @Test
  void aWrongRunIsSaidBeforeAnythingElse() {
    Report report = report();
    report.doubt("round 3");
    report.wrong("ours: table X differs from the oracle");
    assertTrue(
        ReportText.of(report)
            .startsWith("WRONG: ours: table X differs from the oracle\nDOUBTFUL: round 3\n"));
    assertTrue(ReportMarkdown.of(report, "").startsWith("**WRONG: ours: table X differs"));
  }

  @Test
  void aDocumentKeepsWhatIsWrittenByHand() throws IOException {
    Path document = folder.resolve("benchmarks.md");
    String frame = "By hand.\n<!-- measured: begin -->%s<!-- measured: end -->\nBy hand, too.\n";
    Files.writeString(document, frame.formatted("old"));
    ReportFiles.intoDocument(report(), document);
    assertEquals(
        frame.formatted(
            """


            ### Machine and settings

            - cores: 2
            - rounds: 5

            ### Goals

            | goal | what | target | measured |  |
            | --- | --- | --- | --- | --- |
            | G8 | seconds to recover | ≤ 5 | 12 | **missed** |
            | G1 | throughput, of L4 | ≥ 0.40 | 0.50 [0.50, 0.50] | met |

            ### Throughput

            How it was done.

            | system | reports/s |
            | --- | --- |
            | ours | 12,345 |
            | L4 | 9 |

            ![A < B](benchmarks/curve.svg)

            """),
        Files.readString(document));
    String svg = Files.readString(folder.resolve("benchmarks/curve.svg"));
    assertTrue(svg.contains("A &lt; B") && svg.contains("80.0,360.0 700.0,50.0"), svg);
    Files.writeString(document, "no marks");
    assertThrows(IOException.class, () -> ReportFiles.intoDocument(report(), document));
  }
}
