package vn.tonghop.bench.peer;

import vn.tonghop.domain.standing.Measures;

/**
 * One unit's row of the peer's table; {@code period} and {@code revision} of its closing report.
 */
record PeerRow(
    String code,
    String body,
    String period,
    int revision,
    boolean carried,
    boolean nil,
    Measures measures) {

  static PeerRow of(PeriodReport closing) {
    Measures sum = Measures.ZERO;
    for (var cell : closing.cells()) {
      sum = sum.plus(cell.measures());
    }
    return new PeerRow(
        closing.unit(),
        closing.body(),
        closing.period(),
        closing.revision(),
        closing.carried(),
        closing.nil(),
        sum);
  }
}
