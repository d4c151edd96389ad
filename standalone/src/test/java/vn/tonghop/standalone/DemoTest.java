package vn.tonghop.standalone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The first command that a newcomer runs. */
class DemoTest {

  @Test
  @Timeout(value = 600, unit = TimeUnit.SECONDS)
  void theDemoShowsPublishedFiguresAndSaysWhichAreInvented() throws IOException {
    String out = Invocation.of("demo", "--exit", "--lang", "en").expecting(0).out();
    int published = out.indexOf("PUBLISHED NATIONAL FIGURES");
    int receipts = out.indexOf("RECEIPTS");
    assertTrue(0 < published && published < receipts, out);
    for (String figure :
        List.of(
            "5 of 18 tasks completed = 27.8%",
            "50% of the volume", "2 + 10 + 7", "227", "295 (partial)", "2,887,500", "20.9%")) {
      assertTrue(out.substring(published, receipts).contains(figure), figure + " is not in " + out);
    }
    String tables = out.substring(0, published);
    assertTrue(tables.startsWith("ALL PROVINCIAL FIGURES HERE ARE INVENTED"), out);
    assertEquals(6, tables.split("WORK PROGRAMME 2024 \\(CTCT-2024\\)\n", -1).length - 1, out);
    for (String target : List.of("Q1", "Q2", "S1", "Q3", "Q4", "S2")) {
      assertFigures(SampleTables.expected("provinces-2024", "2024-" + target), tables);
    }
    String brief = out.substring(receipts);
    long sent = SampleTables.reports("provinces-2024") + SampleTables.reports("reviews");
    assertTrue(brief.matches("(?s)RECEIPTS\n +" + sent + "  reports sent\n.*"), brief);
    assertTrue(brief.lines().count() <= ReceiptBrief.LISTED + 12, brief);
    for (String expected :
        List.of("duplicate, ignored", "stale, ignored", "W02", "of these late")) {
      assertTrue(brief.contains(expected), expected + " is not in " + brief);
    }
  }

  /** The line of the total under the table's title has the expected counts. */
  private static void assertFigures(JsonNode expected, String tables) {
    String period = expected.get("period").asText();
    String table = tables.substring(tables.indexOf("(" + period + ")"));
    String total = table.lines().filter(line -> line.startsWith("Total")).findFirst().orElseThrow();
    JsonNode sums = expected.get("total");
    StringBuilder counts = new StringBuilder("Total +");
    for (String measure :
        List.of(
            "assigned",
            "completedOnTime",
            "completedLate",
            "openOnTrack",
            "openOverdue",
            "completedInPeriod")) {
      counts.append(sums.get(measure).asText()).append(" +");
    }
    assertTrue(
        total.replace(",", "").matches(counts + ".*"), period + ": " + counts + " in " + total);
  }
}
