package vn.tonghop.domain.format;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.tonghop.domain.period.Regime;
import vn.tonghop.domain.reference.ReferenceData;
import vn.tonghop.domain.standing.Measures;
import vn.tonghop.domain.table.Restatement;
import vn.tonghop.domain.table.TableView;

class OfficialTableTest {

  /** Of the reports of 2025-A1. */
  private static final LocalDate DUE_ON = LocalDate.of(2025, 12, 25);

  private final ReferenceData reference = ReferenceData.bundled();
  private final RollUp many =
      new RollUp(reference, Regime.DECREE_09_2019).receive(ManyUnits.reports(reference));

  @Test
  void unitsAddUpToTheirRegionAndRegionsToTheTotalRestatedOrNot() {
    TableView table = many.table("CTCT-2024", "2024-Q1");
    for (TableView each :
        List.of(table, Restatement.to(LocalDate.of(2025, 7, 1), table, reference))) {
      OfficialTable official = OfficialTable.of(each, Language.VI, reference, DUE_ON);
      for (OfficialTable.Region region : official.byUnit()) {
        assertEquals(region.sum().measures(), sum(region.units()), region.sum().name());
      }
      assertEquals(
          table.total(), sum(official.byUnit().stream().map(OfficialTable.Region::sum).toList()));
      assertEquals(
          each.byUnit().size(),
          official.byUnit().stream().mapToInt(region -> region.units().size()).sum());
    }
  }

  @Test
  void unitsStandInTheOrderOfTheAlphabetWithTheirMarks() {
    OfficialTable official =
        OfficialTable.of(many.table("CTCT-2024", "2024-Q1"), Language.VI, reference, DUE_ON);
    OfficialTable.Region north = official.byUnit().get(0);
    assertEquals("Đồng bằng sông Hồng", north.sum().name());
    assertEquals(
        List.of("Hà Nam", "Hà Nội", "Hải Dương", "Hải Phòng\u00a0*"),
        north.units().stream().map(OfficialTable.Row::label).limit(4).toList());
  }

  @Test
  void missingUnitsAreNamedByRegionWhereTheyAreMany() {
    OfficialTable official =
        OfficialTable.of(many.table("CTCT-2025", "2025-A1"), Language.EN, reference, DUE_ON);
    Listing missing = official.ending().coverage().get(2);
    assertEquals("Missing, not yet due as of 25 Dec 2025", missing.label());
    assertEquals(32, missing.count());
    assertEquals(32, missing.parts().stream().mapToInt(Listing::count).sum());
    assertEquals("Bắc Trung Bộ", missing.parts().get(2).label());
    assertEquals(
        "Ha Tinh, Hue, Quang Tri, Thanh Hoa", missing.parts().get(2).text().replace('\u00a0', ' '));
  }

  @Test
  void aDocumentSaysHowLateMissingReportsAreAndOnWhichDay() {
    assertEquals("Missing, 1 day late as of 26 Dec 2025", missing(Language.EN, 1));
    assertEquals("Missing, 1,000 days late as of 20 Sep 2028", missing(Language.EN, 1_000));
    assertEquals("Chưa báo cáo, quá hạn 8 ngày tính đến 02/01/2026", missing(Language.VI, 8));
    assertEquals("Chưa báo cáo, còn trong hạn tính đến 24/12/2025", missing(Language.VI, -1));
  }

  private String missing(Language language, int daysLate) {
    OfficialTable official =
        OfficialTable.of(
            many.table("CTCT-2025", "2025-A1"), language, reference, DUE_ON.plusDays(daysLate));
    return official.ending().coverage().get(2).label();
  }

  private static Measures sum(List<OfficialTable.Row> rows) {
    return rows.stream().map(OfficialTable.Row::measures).reduce(Measures.ZERO, Measures::plus);
  }
}
