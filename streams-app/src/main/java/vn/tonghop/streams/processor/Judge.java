package vn.tonghop.streams.processor;

import java.time.Instant;
import java.util.Objects;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.jspecify.annotations.Nullable;
import vn.tonghop.domain.acceptance.SourceRecord;

/**
 * Hands each record, with its coordinates and time, to the judgement that needs no history. Nothing
 * that a sender can put in a record makes it throw.
 */
public final class Judge implements Processor<byte[], byte[], byte[], Arrival> {

  private final Judgement judgement;
  private final Tally tally;
  private final SoonVisible soonVisible;
  private @Nullable ProcessorContext<byte[], Arrival> context;
  private SoonVisible.@Nullable OfTask soon;

  public Judge(Judgement judgement, Tally tally, SoonVisible soonVisible) {
    this.judgement = judgement;
    this.tally = tally;
    this.soonVisible = soonVisible;
  }

  @Override
  public void init(ProcessorContext<byte[], Arrival> context) {
    this.context = context;
    this.soon = soonVisible.of(context);
  }

  @Override
  public void process(Record<byte[], byte[]> record) {
    ProcessorContext<byte[], Arrival> context = Objects.requireNonNull(this.context);
    RecordMetadata metadata = context.recordMetadata().orElseThrow();
    SourceRecord source =
        new SourceRecord(metadata.topic(), metadata.partition(), metadata.offset());
    Arrival arrival =
        judgement.judge(
            record.value(),
            source,
            Instant.ofEpochMilli(record.timestamp()),
            Instant.ofEpochMilli(context.currentSystemTimeMs()));
    context.forward(record.withValue(arrival));
    if (arrival.receipt() != null) {
      tally.decided(arrival.receipt().outcome());
    }
    Objects.requireNonNull(soon).processed(record.timestamp());
  }

  @Override
  public void close() {
    Objects.requireNonNull(soon).end();
  }
}
