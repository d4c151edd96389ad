package vn.tonghop.streams.processor;

import static java.util.Objects.requireNonNull;

import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;
import vn.tonghop.domain.table.NationalTable;

/** Builds the tables of a programme that moved since the last commit, each once. */
public final class BuildTables implements Processor<String, byte[], String, NationalTable> {

  private final StoreNames names;
  private @Nullable ProcessorContext<String, NationalTable> context;
  private @Nullable AcceptedReports reports;

  public BuildTables(StoreNames names) {
    this.names = names;
  }

  @Override
  public void init(ProcessorContext<String, NationalTable> context) {
    this.context = context;
    this.reports = AcceptedReports.of(context, names);
  }

  @Override
  public void process(Record<String, byte[]> pulse) {
    AcceptedReports reports = requireNonNull(this.reports);
    String programme = pulse.key();
    for (ProgrammeYears.Moved moved : reports.takeMoved(programme)) {
      NationalTable table =
          NationalTable.of(reports.standings(programme, moved.target()), moved.movedBy())
              .orElseGet(() -> NationalTable.empty(programme, moved.target(), moved.movedBy()));
      requireNonNull(context)
          .forward(
              new Record<>(
                  programme + "|" + moved.target().label(),
                  table,
                  moved.movedBy().at().toEpochMilli()));
    }
  }
}
