package vn.tonghop.console.access;

import vn.tonghop.console.access.PasswordHash.Cost;

/**
 * What holds whatever the settings say.
 *
 * @param cost of checking a name that nobody has
 */
record Policy(Rules rules, Limits limits, Cost cost) {

  static Policy ofConsole() {
    return new Policy(Rules.ofConsole(), Limits.DEFAULT, Cost.DEFAULT);
  }
}
