package vn.tonghop.streams.config;

import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.streams.errors.DeserializationExceptionHandler;
import org.apache.kafka.streams.errors.ErrorHandlerContext;

/**
 * A record that cannot be read stands in an internal topic, since reports are read as bytes: only
 * the roll-up writes there, so it is a bug or a damaged disk, and to go on would lose a report. The
 * roll-up stops, as by default, but says at which record.
 */
public final class StopAtUnreadable implements DeserializationExceptionHandler {

  @Override
  public Response handleError(
      ErrorHandlerContext context, ConsumerRecord<byte[], byte[]> record, Exception failure) {
    throw new SerializationException(
        "%s-%d offset %d cannot be read: %s"
            .formatted(record.topic(), record.partition(), record.offset(), failure.getMessage()),
        failure);
  }

  @Override
  public void configure(Map<String, ?> configs) {
    // Nothing to choose.
  }
}
