package vn.tonghop.console.access;

import io.javalin.http.Context;
import java.util.Optional;

/** Who may ask for a route. */
enum Rule {
  /** Whoever comes: to sign in, style sheets, whether the process lives. */
  OPEN,
  /** Every account; the page shows to each what {@code Visitor} says that it may see. */
  READER,
  /** Every account but that of another unit than the route's {@code {unit}}. */
  OWN_UNIT,
  /** Every account but those of units: figures of several units stand there side by side. */
  ALL_UNITS,
  /** Those who look after the platform. */
  OPERATOR;

  /**
   * Whether it lets the request pass.
   *
   * @param caller empty if nobody is named
   */
  boolean admits(Optional<Caller> caller, Context request) {
    return switch (this) {
      case OPEN -> true;
      case READER -> caller.isPresent();
      case OWN_UNIT ->
          caller
              .filter(each -> each.unit() == null || each.unit().equals(request.pathParam("unit")))
              .isPresent();
      case ALL_UNITS -> caller.filter(each -> each.unit() == null).isPresent();
      case OPERATOR -> caller.filter(each -> each.role() == Role.OPERATOR).isPresent();
    };
  }
}
