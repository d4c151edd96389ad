package vn.tonghop.streams.processor;

import java.util.List;
import vn.tonghop.domain.table.Move;
import vn.tonghop.domain.table.MovedBy;

/**
 * All standings that one report moved.
 *
 * @param body the unit that moved
 */
public record Moves(String programme, String body, MovedBy movedBy, List<Move> moves) {

  public Moves {
    moves = List.copyOf(moves);
  }

  /** Whether a national table shows any of them. */
  public boolean areVisible() {
    return moves.stream().anyMatch(Move::visible);
  }
}
