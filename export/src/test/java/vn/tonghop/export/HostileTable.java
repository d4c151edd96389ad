package vn.tonghop.export;

import java.util.ArrayList;
import java.util.List;
import vn.tonghop.domain.format.SampleViews;
import vn.tonghop.domain.reference.Programme;
import vn.tonghop.domain.standing.Measures;
import vn.tonghop.domain.table.CodeMeasures;
import vn.tonghop.domain.table.TableView;
import vn.tonghop.domain.table.UnitView;

/** A table whose names are meant to do harm; its figures are the sample's. */
final class HostileTable {

  static final String LONG = "Rất dài ".repeat(1250);
  static final String UNBROKEN = "m".repeat(10_000);

  static final List<String> NAMES =
      List.of(
          "<script>alert(1)</script>",
          "=cmd|' /C calc'!A0",
          "+1+1",
          "-2+3",
          "@SUM(A1:A9)",
          "\t=1+1",
          "_x003D_1+1",
          "&P&D &amp; <!-- ]]> PAGE",
          "Nghệ\u202e nA\u200f\u2066",
          "\u0000\u0007\u001b[31m",
          LONG,
          UNBROKEN);

  private HostileTable() {}

  static TableView table() {
    TableView table = SampleViews.many();
    List<UnitView> units = new ArrayList<>(table.byUnit());
    for (int i = 0; i < NAMES.size(); i++) {
      units.set(i, renamed(units.get(i), NAMES.get(i)));
    }
    List<CodeMeasures> codes =
        NAMES.stream().map(name -> new CodeMeasures(name, Measures.ZERO)).toList();
    Programme known = table.programme();
    return new TableView(
        new Programme(
            known.code(),
            known.firstYear(),
            known.lastYear(),
            NAMES.get(0),
            NAMES.get(1),
            known.expected()),
        table.period(),
        table.total(),
        codes,
        codes,
        units,
        table.byRegion(),
        table.coverage(),
        table.indicators(),
        table.movedBy(),
        null);
  }

  private static UnitView renamed(UnitView unit, String name) {
    return new UnitView(
        unit.code(),
        unit.body(),
        name,
        name,
        unit.region(),
        unit.carried(),
        unit.nil(),
        unit.late(),
        unit.report(),
        unit.units(),
        unit.indicators(),
        unit.measures());
  }
}
