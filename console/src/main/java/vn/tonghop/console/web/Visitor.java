package vn.tonghop.console.web;

import io.javalin.http.Context;
import org.jspecify.annotations.Nullable;

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

  private static final String ATTRIBUTE = Visitor.class.getName();

  /** Who asks. */
  public static Visitor of(Context request) {
    @Nullable Visitor visitor = request.attribute(ATTRIBUTE);
    return visitor == null ? LOCAL : visitor;
  }

  /** Remembers for this request who asks. */
  public void asks(Context request) {
    request.attribute(ATTRIBUTE, this);
  }

  /** Whether nobody is asked who they are. */
  public boolean isAnyone() {
    return equals(LOCAL);
  }

  /** Whether the rows, reports and receipts of a unit may be shown. */
  public boolean sees(String code) {
    return unit == null || unit.equals(code);
  }
}
