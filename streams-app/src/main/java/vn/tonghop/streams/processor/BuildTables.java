package vn.tonghop.streams.processor;

import static java.util.Objects.requireNonNull;

import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;
import vn.tonghop.domain.period.Period;
import vn.tonghop.domain.period.Regime;
import vn.tonghop.domain.table.MovedBy;
import vn.tonghop.domain.table.NationalTable;
import vn.tonghop.schemas.mapping.MovedByMapping;

/** Builds the tables of a programme that moved since the last commit, each once, from its rows. */
public final class BuildTables implements Processor<String, byte[], String, NationalTable> {

  private final String rowsStore;
  private final String movedStore;
  private final Regime regime;
  private @Nullable ProcessorContext<String, NationalTable> context;
  private @Nullable KeyValueStore<String, vn.tonghop.UnitStanding> rows;
  private @Nullable KeyValueStore<String, vn.tonghop.MovedBy> moved;

  public BuildTables(String rowsStore, String movedStore, Regime regime) {
    this.rowsStore = rowsStore;
    this.movedStore = movedStore;
    this.regime = regime;
  }

  @Override
  public void init(ProcessorContext<String, NationalTable> context) {
    this.context = context;
    this.rows = context.getStateStore(rowsStore);
    this.moved = context.getStateStore(movedStore);
  }

  @Override
  public void process(Record<String, byte[]> pulse) {
    String programme = pulse.key();
    for (KeyValue<String, vn.tonghop.MovedBy> each :
        TableRows.scan(requireNonNull(moved), programme + "|")) {
      MovedBy movedBy = MovedByMapping.fromAvro(each.value);
      Period target =
          Period.parse(regime, each.key.substring(programme.length() + 1)).orElseThrow();
      NationalTable table =
          NationalTable.of(TableRows.all(requireNonNull(rows), each.key, regime), movedBy)
              .orElseGet(() -> NationalTable.empty(programme, target, movedBy));
      requireNonNull(context).forward(new Record<>(each.key, table, movedBy.at().toEpochMilli()));
      requireNonNull(moved).delete(each.key);
    }
  }
}
