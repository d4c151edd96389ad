package vn.tonghop.console.web;

import io.javalin.http.Context;
import org.jspecify.annotations.Nullable;
import vn.tonghop.domain.table.UnitView;

/**
 * Who asks, as the part that authenticates has put it into the request.
 *
 * @param name shown in the heading; empty where nobody is asked
 * @param unit the code of the unit whose rows alone may be seen, beside national totals; null: all
 * @param operator whether audit and users may be seen
 * @param csrf what a posted form must bring back as {@code _csrf}; empty where nobody is asked
 */
public record Visitor(String name, @Nullable String unit, boolean operator, String csrf) {

  /** Whoever sits at this machine, where nobody is asked. */
  public static final Visitor LOCAL = new Visitor("", null, true, "");

  /** Who has not said who they are: sees nothing, whatever it is shown. */
  public static final Visitor NOBODY = new Visitor("", "", false, "");

  private static final String ATTRIBUTE = Visitor.class.getName();

  /**
   * Who asks.
   *
   * @throws IllegalStateException if nobody has found that out: to be asked by nobody is no right
   */
  public static Visitor of(Context request) {
    @Nullable Visitor visitor = request.attribute(ATTRIBUTE);
    if (visitor == null) {
      throw new IllegalStateException(request.path() + ": nothing before it says who asks");
    }
    return visitor;
  }

  /** Who asks, as far as that is known, for a page that shows nothing of anybody. */
  static Visitor orNobody(Context request) {
    @Nullable Visitor visitor = request.attribute(ATTRIBUTE);
    return visitor == null ? NOBODY : visitor;
  }

  /** Remembers for this request who asks. */
  public void asks(Context request) {
    request.attribute(ATTRIBUTE, this);
  }

  /** Whether nobody is asked who they are. */
  public boolean isAnyone() {
    return equals(LOCAL);
  }

  /** Whether those of all units may be shown. */
  public boolean seesAll() {
    return unit == null;
  }

  /** Whether the rows, reports and receipts of a unit may be shown. */
  public boolean sees(String code) {
    return seesAll() || code.equals(unit);
  }

  /**
   * Whether a row may be shown: of a unit's own report. One that adds several units up, or stands
   * for one that went into it, holds what another has reported.
   */
  public boolean sees(UnitView row) {
    return seesAll() || (row.report() != null && sees(row.code()));
  }
}
