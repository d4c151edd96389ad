package vn.tonghop.console.drill;

import java.util.ArrayList;
import java.util.List;
import vn.tonghop.domain.format.Figures;
import vn.tonghop.domain.format.Language;
import vn.tonghop.domain.format.Mark;
import vn.tonghop.domain.format.PeriodText;
import vn.tonghop.domain.standing.ClosingReport;
import vn.tonghop.domain.table.UnitView;

/** What must be known of a unit's figures, in words. */
public final class Marks {

  private Marks() {}

  /** Whether they are carried, nil, late or corrected. */
  public static List<String> of(UnitView unit, Language language) {
    List<String> marks = new ArrayList<>();
    ClosingReport report = unit.report();
    if (unit.carried()) {
      String which = report == null ? "" : " (" + PeriodText.withinYear(report.period()) + ")";
      marks.add(Mark.CARRIED.sign() + " " + Mark.CARRIED.meaning(language) + which);
    }
    if (unit.nil()) {
      marks.add(Mark.NIL.sign() + " " + Mark.NIL.meaning(language));
    }
    if (unit.late()) {
      marks.add(Mark.LATE.sign() + " " + Mark.LATE.meaning(language));
    }
    if (report != null && isCorrected(unit)) {
      marks.add(
          Mark.CORRECTED.sign()
              + " "
              + Mark.CORRECTED.meaning(language)
              + language.pick(", lần ", ", revision ")
              + new Figures(language).count(report.revision()));
    }
    return marks;
  }

  /** The signs alone, for where there is no room for words. */
  public static String signs(UnitView unit) {
    return (unit.carried() ? Mark.CARRIED.sign() : "")
        + (unit.nil() ? Mark.NIL.sign() : "")
        + (unit.late() ? Mark.LATE.sign() : "")
        + (isCorrected(unit) ? Mark.CORRECTED.sign() : "");
  }

  private static boolean isCorrected(UnitView unit) {
    ClosingReport report = unit.report();
    return report != null && report.revision() > 1;
  }
}
