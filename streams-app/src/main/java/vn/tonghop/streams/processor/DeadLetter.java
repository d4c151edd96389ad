package vn.tonghop.streams.processor;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.utils.ByteUtils;
import org.apache.kafka.common.utils.Utils;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;
import vn.tonghop.domain.acceptance.Rule;
import vn.tonghop.domain.acceptance.SourceRecord;
import vn.tonghop.schemas.topic.DeadLetterHeaders;
import vn.tonghop.schemas.topic.Topics;

/**
 * Keeps a rejected record as it was received, with where it stood and why it was rejected. A sender
 * may have put headers of these names on it: they are replaced.
 */
public final class DeadLetter implements Processor<byte[], Arrival, byte[], byte[]> {

  /** Room for our own headers and the record's frame, in bytes. */
  private static final int FRAME = 16 * 1024;

  private final Tally tally;
  private @Nullable ProcessorContext<byte[], byte[]> context;

  public DeadLetter(Tally tally) {
    this.tally = tally;
  }

  @Override
  public void init(ProcessorContext<byte[], byte[]> context) {
    this.context = context;
  }

  @Override
  public void process(Record<byte[], Arrival> record) {
    Arrival arrival = record.value();
    // A topic that somebody made with a larger limit must not stop the roll-up: what does not fit
    // a dead letter stays where it is, and the letter says where that is.
    boolean fits = size(record) <= Topics.MAX_REQUEST_BYTES - FRAME;
    Headers headers = fits ? copy(record.headers()) : new RecordHeaders();
    SourceRecord source = arrival.source();
    put(headers, DeadLetterHeaders.TOPIC, source.topic());
    put(headers, DeadLetterHeaders.PARTITION, Integer.toString(source.partition()));
    put(headers, DeadLetterHeaders.OFFSET, Long.toString(source.offset()));
    List<Rule> codes = arrival.codes();
    put(
        headers,
        DeadLetterHeaders.CODES,
        codes.stream().map(Rule::name).collect(Collectors.joining(",")));
    Objects.requireNonNull(context)
        .forward(
            new Record<>(
                fits ? record.key() : null,
                fits ? arrival.value() : null,
                record.timestamp(),
                headers));
    tally.deadLetter(codes);
  }

  private static long size(Record<byte[], Arrival> record) {
    long size = length(record.key()) + length(record.value().value());
    for (Header header : record.headers()) {
      size += withLength(Utils.utf8Length(header.key())) + withLength(length(header.value()));
    }
    return size;
  }

  /** As the broker counts a header, which may be one of many that are next to nothing. */
  private static long withLength(long bytes) {
    return ByteUtils.sizeOfVarint((int) bytes) + bytes;
  }

  private static long length(byte @Nullable [] bytes) {
    return bytes == null ? 0 : bytes.length;
  }

  private static Headers copy(Headers headers) {
    return new RecordHeaders(headers.toArray());
  }

  private static void put(Headers headers, String name, String value) {
    headers.remove(name);
    headers.add(name, value.getBytes(StandardCharsets.UTF_8));
  }
}
