package vn.tonghop.console.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import vn.tonghop.console.SomeTables;
import vn.tonghop.console.view.TableKey;
import vn.tonghop.domain.reference.ReferenceData;
import vn.tonghop.domain.standing.UnitStanding;
import vn.tonghop.domain.table.Restatement;
import vn.tonghop.domain.table.TableView;
import vn.tonghop.domain.table.UnitView;

class VisitorTest {

  private static final ReferenceData REFERENCE = ReferenceData.bundled();
  private static final LocalDate MERGED = LocalDate.of(2025, 7, 1);

  private static UnitView only(String code, TableView table) {
    assertEquals(List.of(code), table.byUnit().stream().map(UnitView::code).toList());
    return table.byUnit().get(0);
  }

  /** Đắk Nông alone has reported; since 1 July 2025 it is in Lâm Đồng, with Bình Thuận. */
  @Test
  void aRowThatStandsForAnotherUnitsReportIsNotItsHeirs() {
    TableKey key = SomeTables.key(SomeTables.PROGRAMME, "2024-S1");
    UnitStanding dakNong =
        SomeTables.standing(
            key,
            REFERENCE.unit("67", LocalDate.of(2024, 6, 30)).orElseThrow(),
            REFERENCE,
            new Random(1));
    TableView table =
        TableView.asReported(
            Optional.of(SomeTables.table(List.of(dakNong), 1)),
            REFERENCE.programme(key.programme()).orElseThrow(),
            key.target(),
            REFERENCE);
    UnitView own = only("67", table);
    UnitView restated = only("68", Restatement.to(MERGED, table, REFERENCE));
    Visitor heir = new Visitor("lam-dong", "68", false, "");
    assertEquals(1, restated.units());
    assertFalse(heir.sees(restated));
    assertFalse(heir.sees(own));
    assertTrue(new Visitor("dak-nong", "67", false, "").sees(own));
    assertTrue(new Visitor("lan", null, false, "").sees(restated));
  }
}
