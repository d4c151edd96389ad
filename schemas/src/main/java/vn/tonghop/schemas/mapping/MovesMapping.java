package vn.tonghop.schemas.mapping;

import vn.tonghop.domain.period.Regime;
import vn.tonghop.internal.StandingMove;
import vn.tonghop.internal.StandingMoves;

/** Between all standings that one report moved and their one record. */
public final class MovesMapping {

  private MovesMapping() {}

  /** The record of the moves. */
  public static StandingMoves toAvro(Moves moves) {
    return new StandingMoves(
        moves.programme(),
        moves.body(),
        MovedByMapping.toAvro(moves.movedBy()),
        moves.moves().stream()
            .map(
                move ->
                    new StandingMove(
                        move.target().label(), StandingMapping.orNull(move.standing())))
            .toList());
  }

  /**
   * The moves of a record.
   *
   * @throws IllegalArgumentException if a label in it is none of a period
   */
  public static Moves fromAvro(Regime regime, StandingMoves stored) {
    return new Moves(
        stored.getProgramme().toString(),
        stored.getBody().toString(),
        MovedByMapping.fromAvro(stored.getMovedBy()),
        stored.getMoves().stream()
            .map(
                move ->
                    new Move(
                        AvroValues.period(regime, move.getTarget()),
                        StandingMapping.orNull(regime, move.getStanding())))
            .toList());
  }
}
