package vn.tonghop.streams.processor;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.apache.kafka.streams.processor.api.FixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyProcessorContext;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;
import vn.tonghop.domain.period.Regime;
import vn.tonghop.domain.standing.UnitStanding;
import vn.tonghop.domain.table.VisibleChange;
import vn.tonghop.schemas.mapping.Move;
import vn.tonghop.schemas.mapping.Moves;
import vn.tonghop.schemas.mapping.MovesMapping;
import vn.tonghop.schemas.mapping.StandingMapping;

/**
 * Keeps the rows of the national tables. All tables that one report moves are marked in one step,
 * so that they change in one transaction; they are built when it is about to commit.
 */
public final class UpdateRows
    implements FixedKeyProcessor<String, vn.tonghop.internal.StandingMoves, byte[]> {

  /** What a programme's tables are told by: that something moved, never what. */
  private static final byte[] PULSE = {1};

  private final String rowsStore;
  private final String movedStore;
  private final Regime regime;
  private @Nullable FixedKeyProcessorContext<String, byte[]> context;
  private @Nullable KeyValueStore<String, vn.tonghop.UnitStanding> rows;
  private @Nullable KeyValueStore<String, vn.tonghop.MovedBy> moved;

  /**
   * @param rowsStore unit rows by programme, target and body
   * @param movedStore tables to build, with what last moved them; always empty after a commit
   */
  public UpdateRows(String rowsStore, String movedStore, Regime regime) {
    this.rowsStore = rowsStore;
    this.movedStore = movedStore;
    this.regime = regime;
  }

  @Override
  public void init(FixedKeyProcessorContext<String, byte[]> context) {
    this.context = context;
    this.rows = context.getStateStore(rowsStore);
    this.moved = context.getStateStore(movedStore);
  }

  @Override
  public void process(FixedKeyRecord<String, vn.tonghop.internal.StandingMoves> record) {
    Moves moves = MovesMapping.fromAvro(regime, record.value());
    boolean visible = false;
    for (Move move : moves.moves()) {
      String table = moves.programme() + "|" + move.target().label();
      if (update(table, moves.body(), Optional.ofNullable(move.standing()))) {
        requireNonNull(moved).put(table, record.value().getMovedBy());
        visible = true;
      }
    }
    if (visible) {
      requireNonNull(context).forward(record.withValue(PULSE));
    }
  }

  private boolean update(String table, String body, Optional<UnitStanding> standing) {
    String key = table + "|" + body;
    boolean visible =
        VisibleChange.between(
            Optional.ofNullable(row(key)),
            standing,
            other -> row(table + "|" + other),
            () -> TableRows.others(rows(), table, body, regime));
    if (standing.isPresent()) {
      rows().put(key, StandingMapping.toAvro(standing.get()));
    } else {
      rows().delete(key);
    }
    return visible;
  }

  private @Nullable UnitStanding row(String key) {
    vn.tonghop.UnitStanding row = rows().get(key);
    return row == null ? null : StandingMapping.fromAvro(regime, row);
  }

  private KeyValueStore<String, vn.tonghop.UnitStanding> rows() {
    return requireNonNull(rows);
  }
}
