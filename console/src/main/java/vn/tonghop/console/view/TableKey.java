package vn.tonghop.console.view;

import vn.tonghop.domain.period.Period;

/** One national table among all. */
public record TableKey(String programme, Period target) {

  /** The key of its records. */
  public String text() {
    return programme + "|" + target.label();
  }
}
