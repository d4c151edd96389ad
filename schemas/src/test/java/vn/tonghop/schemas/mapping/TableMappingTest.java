package vn.tonghop.schemas.mapping;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import vn.tonghop.domain.standing.UnitStanding;
import vn.tonghop.domain.table.MovedBy;
import vn.tonghop.domain.table.NationalTable;

final class TableMappingTest {

  @Test
  void aTableComesBackAsItWentWithItsRegime() {
    RandomFigures.forManyFigures(
        random -> {
          NationalTable table = random.table();
          assertEquals(table, TableMapping.fromAvro(Wire.through(TableMapping.toAvro(table))));
        });
  }

  @Test
  void theRecordOfATableSaysItsDays() {
    RandomFigures.forManyFigures(
        random -> {
          NationalTable table = random.table();
          vn.tonghop.NationalTable sent = Wire.through(TableMapping.toAvro(table));
          assertEquals(table.target().firstDay(), sent.getFrom());
          assertEquals(table.target().lastDay(), sent.getTo());
        });
  }

  @Test
  void aTableOfAnUnknownRegimeIsRefused() {
    vn.tonghop.NationalTable sent = TableMapping.toAvro(new RandomFigures(1).table());
    sent.put("regime", "lunar");
    assertThrows(IllegalArgumentException.class, () -> TableMapping.fromAvro(sent));
  }

  @Test
  void aStandingComesBackAsItWent() {
    RandomFigures.forManyFigures(
        random -> {
          UnitStanding standing = random.standing();
          assertEquals(
              standing,
              StandingMapping.fromAvro(
                  random.regime, Wire.through(StandingMapping.toAvro(standing))));
        });
  }

  @Test
  void aChangeComesBackAsItWent() {
    RandomFigures.forManyFigures(
        random -> {
          Change change = random.change();
          assertEquals(
              change,
              StandingMapping.fromAvro(
                  random.regime, Wire.through(StandingMapping.toAvro(change))));
        });
  }

  @Test
  void theMoverComesBackAsItWent() {
    RandomFigures.forManyFigures(
        random -> {
          MovedBy movedBy = random.movedBy();
          assertEquals(
              movedBy, MovedByMapping.fromAvro(Wire.through(MovedByMapping.toAvro(movedBy))));
        });
  }
}
