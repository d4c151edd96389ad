package vn.tonghop.bench.peer;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;
import vn.tonghop.domain.acceptance.CheckedReport;
import vn.tonghop.domain.period.Period;
import vn.tonghop.domain.reference.Body;
import vn.tonghop.domain.reference.ReferenceData;
import vn.tonghop.domain.report.ProgressReport;
import vn.tonghop.domain.report.ReportKind;
import vn.tonghop.domain.standing.Contribution;
import vn.tonghop.domain.standing.ContributionCell;
import vn.tonghop.domain.standing.Measures;
import vn.tonghop.domain.standing.StandingCell;

/**
 * Reads and checks a record as the roll-up does, and sends what each of its targets needs of it to
 * that target. What is in error or a test counts nowhere and is dropped.
 */
final class PeerIntake implements Processor<byte[], byte[], String, PeriodReport> {

  private final PeerCheck check;
  private @Nullable ProcessorContext<String, PeriodReport> context;

  PeerIntake(PeerCheck check) {
    this.check = check;
  }

  @Override
  public void init(ProcessorContext<String, PeriodReport> context) {
    this.context = context;
  }

  @Override
  public void process(Record<byte[], byte[]> record) {
    ProcessorContext<String, PeriodReport> context = Objects.requireNonNull(this.context);
    String topic = context.recordMetadata().orElseThrow().topic();
    check
        .check(record.value(), topic, Instant.ofEpochMilli(record.timestamp()))
        .filter(checked -> checked.errors().isEmpty() && !checked.report().test())
        .ifPresent(
            checked ->
                toTargets(
                    checked,
                    check.reference().data(),
                    (key, said) -> context.forward(record.withKey(key).withValue(said))));
  }

  /** What each target of an error-free report gets of it, by programme, target and body. */
  static void toTargets(
      CheckedReport checked, ReferenceData reference, BiConsumer<String, PeriodReport> send) {
    Period period = Objects.requireNonNull(checked.period());
    Body body = Objects.requireNonNull(checked.body());
    ProgressReport report = checked.report();
    Contribution contribution = Contribution.of(report, period, reference);
    List<Period> targets = period.targets();
    for (int i = 0; i < targets.size(); i++) {
      Period target = targets.get(i);
      send.accept(
          report.programme() + "|" + target.label() + "|" + body.id(),
          new PeriodReport(
              report.unit(),
              body.id(),
              period.label(),
              period.lastMonth(),
              period.length().months(),
              report.revision(),
              period.lastMonth() < target.lastMonth(),
              report.kind() == ReportKind.WITHDRAW,
              report.nil(),
              cells(contribution, i)));
    }
  }

  private static List<StandingCell> cells(Contribution contribution, int target) {
    List<StandingCell> cells = new ArrayList<>(contribution.cells().size());
    for (ContributionCell cell : contribution.cells()) {
      cells.add(
          new StandingCell(
              cell.assignedBy(),
              cell.field(),
              new Measures(
                  cell.assigned(),
                  cell.completedOnTime(),
                  cell.completedLate(),
                  cell.openOnTrack(),
                  cell.openOverdue(),
                  cell.completedIn().get(target),
                  cell.percentSum())));
    }
    return cells;
  }
}
