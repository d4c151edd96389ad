package vn.tonghop.standalone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The first command that a newcomer runs. */
class DemoTest {

  @Test
  @Timeout(value = 60, unit = TimeUnit.SECONDS)
  void theDemoShowsPublishedFiguresAndSaysWhichAreInvented() {
    String out = Invocation.of("demo", "--exit", "--lang", "en").expecting(0).out();
    int published = out.indexOf("PUBLISHED NATIONAL FIGURES");
    int receipts = out.indexOf("RECEIPTS");
    assertTrue(0 < published && published < receipts, out);
    for (String figure :
        List.of(
            "5 of 18 tasks completed = 27.8 %",
            "50 % of the volume", "2 + 10 + 7", "227", "295 (partial)", "2,887,500", "20.9 %")) {
      assertTrue(out.substring(published, receipts).contains(figure), figure + " is not in " + out);
    }
    String tables = out.substring(0, published);
    assertTrue(tables.startsWith("ALL PROVINCIAL FIGURES HERE ARE INVENTED"), out);
    assertEquals(3, tables.split("WORK PROGRAMME 2024 \\(CTCT-2024\\)\n", -1).length - 1, out);
    for (String title :
        List.of("Quarter I of 2024 (2024-Q1)", "Quarter II of 2024 (2024-Q2)", "(2024-S1)")) {
      assertTrue(tables.contains(title), title + " is not in " + out);
    }
    assertTrue(out.substring(receipts).lines().count() > 20, out);
  }
}
