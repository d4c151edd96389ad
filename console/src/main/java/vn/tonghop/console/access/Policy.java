package vn.tonghop.console.access;

import java.time.Duration;
import vn.tonghop.console.access.PasswordHash.Cost;

/**
 * What holds whatever the settings say.
 *
 * @param cost of checking a name that nobody has
 * @param formWithin until all of a form must have come; most come with their headers
 * @param turnWithin until a password must be being checked
 */
record Policy(Rules rules, Limits limits, Cost cost, Duration formWithin, Duration turnWithin) {

  static final Duration FORM_WITHIN = Duration.ofSeconds(3);

  private static final Duration TURN_WITHIN = Duration.ofSeconds(5);

  static Policy ofConsole() {
    return new Policy(Rules.ofConsole(), Limits.DEFAULT, Cost.DEFAULT, FORM_WITHIN, TURN_WITHIN);
  }
}
