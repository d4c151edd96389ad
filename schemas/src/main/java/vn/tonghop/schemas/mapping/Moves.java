package vn.tonghop.schemas.mapping;

import java.util.List;
import vn.tonghop.domain.table.MovedBy;

/**
 * All standings that one report moved, together, so that its tables move together.
 *
 * @param body the unit that moved
 */
public record Moves(String programme, String body, MovedBy movedBy, List<Move> moves) {

  public Moves {
    moves = List.copyOf(moves);
  }
}
