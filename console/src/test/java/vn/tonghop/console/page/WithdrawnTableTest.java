package vn.tonghop.console.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.tonghop.domain.oracle.Reports.open;
import static vn.tonghop.domain.oracle.Reports.report;
import static vn.tonghop.domain.oracle.Reports.withdrawal;

import java.time.Instant;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import vn.tonghop.console.RolledUp;
import vn.tonghop.console.Served;
import vn.tonghop.console.drill.Drill;
import vn.tonghop.console.picture.Pictures;
import vn.tonghop.domain.acceptance.SourceRecord;
import vn.tonghop.domain.period.Regime;
import vn.tonghop.domain.reference.ReferenceData;

/** What a reader sees of a table whose only report was taken back. */
class WithdrawnTableTest {

  private static final Instant AT = Instant.parse("2024-06-20T03:00:00Z");
  private static final String WITH_FIGURES = "<td>yes</td>";

  private final RolledUp view = new RolledUp(Regime.DECREE_09_2019, ReferenceData.bundled());

  private SourceRecord withdrawn() {
    view.arrive(
        AT, report("40", "CTCT-2024", "2024-S1", 1, "2024-06-14", open("LATE", "2024-05-01", 40)));
    return view.arrive(
            AT.plusSeconds(60), withdrawal("40", "CTCT-2024", "2024-S1", 2, "2024-06-14"))
        .get(0);
  }

  @Test
  void neitherItNorItsProgrammeIsOfferedAsHavingFigures() throws Exception {
    withdrawn();
    try (Served served = Served.of(view)) {
      String home = served.page("/en/");
      String without = home.substring(home.indexOf("Programmes without figures"));
      assertTrue(without.contains("/programmes/CTCT-2024\""), home);
      assertFalse(home.contains("/tables/CTCT-2024/2024-S1"), home);
      assertFalse(served.page("/en/programmes/CTCT-2024").contains(WITH_FIGURES));
    }
  }

  @Test
  void itsPagesHaveNoUnitAndSayThatNothingCounts() throws Exception {
    withdrawn();
    try (Served served = Served.of(view, new Drill(), new Pictures())) {
      String table = served.page("/en/tables/CTCT-2024/2024-S1");
      assertTrue(table.contains("data-version=\"none\""), table);
      assertTrue(table.contains("0 received"), table);
      assertTrue(table.contains("There is no report that counts."), table);
      assertFalse(table.contains("unit-40"), table);
      String series = served.page("/en/series/CTCT-2024/2024-A1?measure=assigned");
      assertFalse(series.contains("Nghệ An"), series);
      assertEquals(
          7, Pattern.compile("<td class=\"number\">0/63</td>").matcher(series).results().count());
      String pictures = served.page("/en/pictures/CTCT-2024/2024-S1");
      assertTrue(pictures.contains("Reports received: 0 of 63 units"), pictures);
    }
  }

  @Test
  void whatTheWithdrawalMovedIsStillTold() throws Exception {
    SourceRecord withdrawal = withdrawn();
    try (Served served = Served.of(view, new Drill())) {
      String moves = served.page("/en/reports/40/0/" + withdrawal.offset() + "/moves");

      assertTrue(moves.contains("S1, revision 1, as at 14 Jun 2024"), moves);
      assertFalse(moves.contains("moved no figure"), moves);
    }
  }
}
