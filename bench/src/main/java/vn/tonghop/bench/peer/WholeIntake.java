package vn.tonghop.bench.peer;

import java.time.Instant;
import java.util.Objects;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.jspecify.annotations.Nullable;
import vn.tonghop.domain.acceptance.CheckedReport;
import vn.tonghop.domain.acceptance.SourceRecord;
import vn.tonghop.domain.acceptance.Submission;
import vn.tonghop.domain.standing.Contribution;

/**
 * Reads and checks a record as the roll-up does, and sends what acceptance needs of it to its unit
 * and programme. What has no such key is dropped: no workload has any, and its receipt would be
 * missed.
 */
final class WholeIntake implements Processor<byte[], byte[], String, Submission> {

  private final PeerCheck check;
  private @Nullable ProcessorContext<String, Submission> context;

  WholeIntake(PeerCheck check) {
    this.check = check;
  }

  @Override
  public void init(ProcessorContext<String, Submission> context) {
    this.context = context;
  }

  @Override
  public void process(Record<byte[], byte[]> record) {
    ProcessorContext<String, Submission> context = Objects.requireNonNull(this.context);
    RecordMetadata metadata = context.recordMetadata().orElseThrow();
    Instant at = Instant.ofEpochMilli(record.timestamp());
    check
        .check(record.value(), metadata.topic(), at)
        .filter(CheckedReport::hasKey)
        .map(checked -> submission(checked, metadata, at))
        .ifPresent(
            submission ->
                context.forward(
                    record
                        .withKey(submission.programme() + "|" + submission.body().id())
                        .withValue(submission)));
  }

  private Submission submission(CheckedReport checked, RecordMetadata metadata, Instant at) {
    Contribution contribution =
        checked.errors().isEmpty()
            ? Contribution.of(
                checked.report(),
                Objects.requireNonNull(checked.period()),
                check.reference().data())
            : Contribution.NOTHING;
    return Submission.of(
        checked,
        contribution,
        new SourceRecord(metadata.topic(), metadata.partition(), metadata.offset()),
        at,
        check.reference().number());
  }
}
