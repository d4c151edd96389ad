package vn.tonghop.streams.topology;

import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import vn.tonghop.domain.standing.UnitStanding;
import vn.tonghop.domain.table.Move;
import vn.tonghop.schemas.mapping.Change;
import vn.tonghop.streams.processor.Accepted;
import vn.tonghop.streams.processor.Moves;

/** What each unit contributes to each table, as it is and as it was. */
final class Standings {

  private Standings() {}

  /** The standing by programme, target and body; a tombstone where the unit no longer speaks. */
  static KStream<String, UnitStanding> current(KStream<String, Accepted> accepted) {
    return accepted.flatMap(
        (key, answer) -> {
          List<KeyValue<String, UnitStanding>> standings = new ArrayList<>();
          Moves moves = answer.moves();
          if (moves != null) {
            moves.moves().forEach(move -> standings.add(standing(moves, move)));
          }
          return standings;
        },
        Named.as("standing"));
  }

  static KStream<String, Change> history(KStream<String, Accepted> accepted) {
    return accepted.flatMap(
        (key, answer) -> {
          List<KeyValue<String, Change>> changes = new ArrayList<>();
          Moves moves = answer.moves();
          if (moves != null) {
            moves
                .moves()
                .forEach(
                    move ->
                        changes.add(
                            KeyValue.pair(
                                key(moves, move), new Change(move.standing(), moves.movedBy()))));
          }
          return changes;
        },
        Named.as("standing-change"));
  }

  @SuppressWarnings("NullAway") // Kafka means "no longer there" by null.
  private static KeyValue<String, UnitStanding> standing(Moves moves, Move move) {
    return KeyValue.pair(key(moves, move), move.standing());
  }

  private static String key(Moves moves, Move move) {
    return moves.programme() + "|" + move.target().label() + "|" + moves.body();
  }
}
