package vn.tonghop.bench.peer;

import vn.tonghop.domain.table.Move;
import vn.tonghop.domain.table.MovedBy;
import vn.tonghop.schemas.mapping.Change;

/** A standing that a report moved. */
record UnitMove(String programme, String body, Move move, MovedBy movedBy) {

  /** Key of the standing. */
  String key() {
    return table() + "|" + body;
  }

  /** Key of the table that it counts in. */
  String table() {
    return programme + "|" + move.target().label();
  }

  Change change() {
    return new Change(move.standing(), movedBy);
  }
}
