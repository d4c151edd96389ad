package vn.tonghop.console.drill;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.tonghop.domain.period.Period;
import vn.tonghop.domain.period.Regime;
import vn.tonghop.domain.reference.ReferenceData;
import vn.tonghop.domain.reference.ReportingUnit;

class BreakTest {

  private static final ReferenceData REFERENCE = ReferenceData.bundled();

  private static Optional<Break> between(String programme, String from, String to) {
    return Break.between(
        Period.parse(Regime.DECREE_09_2019, from).orElseThrow(),
        Period.parse(Regime.DECREE_09_2019, to).orElseThrow(),
        REFERENCE.programme(programme).orElseThrow(),
        REFERENCE);
  }

  private static List<String> names(List<ReportingUnit> units) {
    return units.stream().map(ReportingUnit::nameVi).toList();
  }

  @Test
  void mergedProvincesBreakASeries() {
    Break found = between("CTCT-2025", "2025-Q2", "2025-Q3").orElseThrow();
    assertEquals(63, found.before());
    assertEquals(34, found.after());
    assertEquals(23, found.changes().size(), "52 provinces made 23");
    Break.Change dongNai =
        found.changes().stream()
            .filter(change -> names(change.current()).contains("Đồng Nai"))
            .findFirst()
            .orElseThrow();
    assertEquals(List.of("Bình Phước", "Đồng Nai"), names(dongNai.former()));
    assertEquals(LocalDate.parse("2025-07-01"), dongNai.on());
    assertTrue(found.changes().stream().noneMatch(Break.Change::isRename));
  }

  @Test
  void aNewNameIsNoMerger() {
    Break found = between("CTCT-2025", "2024-Q4", "2025-Q1").orElseThrow();
    assertEquals(1, found.changes().size());
    assertTrue(found.changes().get(0).isRename());
    assertEquals(List.of("Thừa Thiên Huế"), names(found.changes().get(0).former()));
    assertEquals(List.of("Huế"), names(found.changes().get(0).current()));
  }

  @Test
  void aSeriesOfTheSameUnitsHasNone() {
    assertTrue(between("CTCT-2024", "2024-Q1", "2024-Q2").isEmpty());
    assertTrue(between("CTCT-2025", "2025-Q3", "2025-Q4").isEmpty());
  }
}
