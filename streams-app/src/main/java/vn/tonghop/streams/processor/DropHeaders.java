package vn.tonghop.streams.processor;

import java.util.Objects;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.FixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyProcessorContext;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;
import org.jspecify.annotations.Nullable;

/**
 * Takes a sender's headers off. Kafka Streams hands a record's headers on to all that comes of it:
 * large ones would make a receipt too large to be written, which would stop the roll-up.
 */
public final class DropHeaders implements FixedKeyProcessor<byte[], Arrival, Arrival> {

  private @Nullable FixedKeyProcessorContext<byte[], Arrival> context;

  @Override
  public void init(FixedKeyProcessorContext<byte[], Arrival> context) {
    this.context = context;
  }

  @Override
  public void process(FixedKeyRecord<byte[], Arrival> record) {
    Objects.requireNonNull(context).forward(record.withHeaders(new RecordHeaders()));
  }
}
