package vn.tonghop.bench.ladder;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.utils.Utils;
import org.jspecify.annotations.Nullable;
import vn.tonghop.bench.cluster.OutputBytes;
import vn.tonghop.bench.workload.Workload;
import vn.tonghop.domain.acceptance.Acceptance;
import vn.tonghop.domain.acceptance.CheckedReport;
import vn.tonghop.domain.acceptance.Decision;
import vn.tonghop.domain.acceptance.ReportCheck;
import vn.tonghop.domain.acceptance.ReportState;
import vn.tonghop.domain.acceptance.SourceRecord;
import vn.tonghop.domain.acceptance.Submission;
import vn.tonghop.domain.period.Period;
import vn.tonghop.domain.reference.ReferenceHistory;
import vn.tonghop.domain.report.ProgressReport;
import vn.tonghop.domain.standing.Contribution;
import vn.tonghop.domain.table.Move;
import vn.tonghop.domain.table.MovedBy;
import vn.tonghop.domain.table.NationalTable;
import vn.tonghop.domain.table.ProgrammeYear;
import vn.tonghop.schemas.mapping.Change;
import vn.tonghop.schemas.output.OutputRecord;
import vn.tonghop.schemas.state.ReportStateSerde;
import vn.tonghop.schemas.topic.Topics;

/**
 * The whole roll-up as a plain loop with everything in memory: every record that the contract's
 * topics demand, with the bytes that the roll-up itself writes. What it leaves out is what a
 * restart, a second instance and more data than memory need.
 */
public final class ContractOutput {

  private final Producer<byte[], byte[]> producer;
  private final ReferenceHistory.Version reference;
  private final String stateTopic;
  private final Serializer<ReportState> states = new ReportStateSerde(Workload.REGIME).serializer();
  private final OutputBytes values;

  /** A workload's programme has reports of one year only. */
  private final Map<String, ProgrammeYear> years = new HashMap<>();

  private final Map<String, Map<Period, MovedBy>> moved = new TreeMap<>();

  /**
   * @param values how they are written
   */
  public ContractOutput(
      Producer<byte[], byte[]> producer,
      OutputBytes values,
      ReferenceHistory.Version reference,
      String stateTopic) {
    this.producer = producer;
    this.values = values;
    this.reference = reference;
    this.stateTopic = stateTopic;
  }

  /** Takes a report in and writes all that it leads to but tables. */
  public void take(ProgressReport report, String unit, SourceRecord source, Instant at) {
    Submission submission = submission(report, unit, source, at);
    String programme = submission.programme();
    ProgrammeYear year =
        years.computeIfAbsent(programme, any -> new ProgrammeYear(ProgrammeYear.Source.NOTHING));
    Decision decision =
        Acceptance.decide(submission, year.of(submission.body().id()), Instant.now());
    send(
        Topics.receipts(unit).name(),
        programme + "|" + report.period(),
        values.of(OutputRecord.RECEIPT, decision.receipt()));
    ReportState state = decision.state();
    if (state != null) {
      send(stateTopic, States.key(submission), states.serialize(stateTopic, state));
      MovedBy movedBy = MovedBy.of(submission);
      for (Move move : year.put(state)) {
        standing(submission, move, movedBy);
      }
    }
  }

  private Submission submission(
      ProgressReport report, String unit, SourceRecord source, Instant at) {
    CheckedReport checked = ReportCheck.check(reference.data(), Workload.REGIME, report, unit, at);
    Period period = Objects.requireNonNull(checked.period());
    return Submission.of(
        checked, Contribution.of(report, period, reference.data()), source, at, reference.number());
  }

  private void standing(Submission submission, Move move, MovedBy movedBy) {
    String table = submission.programme() + "|" + move.target().label();
    String key = table + "|" + submission.body().id();
    send(
        Topics.STANDINGS.name(),
        key,
        move.standing() == null ? null : values.of(OutputRecord.STANDING, move.standing()));
    send(
        Topics.STANDINGS_HISTORY.name(),
        key,
        values.of(OutputRecord.STANDING_CHANGE, new Change(move.standing(), movedBy)));
    if (move.visible()) {
      moved
          .computeIfAbsent(submission.programme(), any -> new HashMap<>())
          .put(move.target(), movedBy);
    }
  }

  /** Writes each table that moved since this was last asked, and its history. */
  public void tables() {
    moved.forEach(
        (programme, targets) ->
            targets.forEach((target, movedBy) -> table(programme, target, movedBy)));
    moved.clear();
  }

  private void table(String programme, Period target, MovedBy movedBy) {
    ProgrammeYear year = Objects.requireNonNull(years.get(programme));
    NationalTable table =
        NationalTable.of(year.standings(target), movedBy)
            .orElseGet(() -> NationalTable.empty(programme, target, movedBy));
    byte[] key = Totals.key(programme + "|" + target.label());
    byte[] value = values.of(OutputRecord.TABLE, table);
    int partition =
        Utils.toPositive(Utils.murmur2(Totals.key(programme))) % Topics.TABLES.partitions();
    send(Topics.TABLES.name(), partition, key, table.isEmpty() ? null : value);
    send(Topics.TABLES_HISTORY.name(), partition, key, value);
  }

  private void send(String topic, String key, byte @Nullable [] value) {
    send(topic, null, Totals.key(key), value);
  }

  private void send(
      String topic, @Nullable Integer partition, byte[] key, byte @Nullable [] value) {
    var unused = producer.send(new ProducerRecord<>(topic, partition, key, value));
  }
}
