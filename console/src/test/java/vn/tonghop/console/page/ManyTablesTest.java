package vn.tonghop.console.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import vn.tonghop.console.HeldView;
import vn.tonghop.console.Served;
import vn.tonghop.console.ShownTable;
import vn.tonghop.console.SomeTables;
import vn.tonghop.domain.reference.ReferenceData;
import vn.tonghop.domain.reference.ReferenceKind;
import vn.tonghop.domain.reference.ReferenceRows;
import vn.tonghop.domain.standing.UnitStanding;

/** What a page takes where there are many tables. */
class ManyTablesTest {

  private static final int PROGRAMMES = 286;
  private static final List<String> TARGETS =
      List.of("2024-Q1", "2024-Q2", "2024-Q3", "2024-Q4", "2024-S1", "2024-S2", "2024-A1");
  private static final long MOST_MS = 200;
  private static final int LOOKS = 10;

  @Test
  @Timeout(120)
  void aPageTakesNoLongerBesideTwoThousandTables() throws Exception {
    ReferenceData reference = ReferenceData.of(withProgrammes());
    HeldView view = new HeldView(reference);
    Random random = new Random(2_000);
    int tables = 0;
    for (int programme = 0; programme < PROGRAMMES; programme++) {
      List<UnitStanding> standings = null;
      for (String target : TARGETS) {
        var key = SomeTables.key("P" + programme, target);
        if (standings == null || programme == 0) {
          standings = SomeTables.standings(key, reference, random);
        }
        List<UnitStanding> ofTarget = new ArrayList<>();
        for (UnitStanding each : standings) {
          ofTarget.add(
              new UnitStanding(
                  key.programme(),
                  key.target(),
                  each.unit(),
                  each.body(),
                  null,
                  List.of(),
                  each.closing(),
                  each.carried(),
                  each.nil(),
                  each.late(),
                  each.cells(),
                  each.indicators()));
        }
        view.put(SomeTables.table(ofTarget, tables++));
      }
    }
    assertTrue(tables >= 2_000, tables + " tables");
    try (Served served = Served.of(view)) {
      for (String path : List.of("/vi/tables/P17/2024-S1", "/vi/programmes/P17", "/vi/")) {
        long best = Long.MAX_VALUE;
        for (int look = 0; look < LOOKS || (best >= MOST_MS && look < 20 * LOOKS); look++) {
          long begun = System.nanoTime();
          served.page(path);
          best = Math.min(best, (System.nanoTime() - begun) / 1_000_000);
        }
        System.err.println(path + " beside " + tables + " tables: " + best + " ms");
        assertTrue(best < MOST_MS, path + " took " + best + " ms");
      }
      ShownTable shown = ShownTable.of(served.page("/vi/tables/P17/2024-S1"));
      assertEquals(shown.rows("total").get(0).count("assigned"), shown.sum("unit", "assigned"));
    }
  }

  private static ReferenceRows withProgrammes() {
    Map<ReferenceKind, List<Map<String, String>>> rows =
        new HashMap<>(ReferenceRows.bundled().byKind());
    List<Map<String, String>> programmes =
        new ArrayList<>(rows.getOrDefault(ReferenceKind.PROGRAMME, List.of()));
    for (int programme = 0; programme < PROGRAMMES; programme++) {
      programmes.add(
          Map.of(
              "code",
              "P" + programme,
              "first_year",
              "2024",
              "last_year",
              "2024",
              "title_vi",
              "Chương trình " + programme,
              "title_en",
              "Programme " + programme,
              "expected",
              "PROVINCES"));
    }
    rows.put(ReferenceKind.PROGRAMME, programmes);
    return new ReferenceRows(rows);
  }
}
