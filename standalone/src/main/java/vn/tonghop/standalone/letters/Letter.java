package vn.tonghop.standalone.letters;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;
import vn.tonghop.domain.acceptance.SourceRecord;
import vn.tonghop.schemas.topic.DeadLetterHeaders;
import vn.tonghop.schemas.topic.Topics;

/**
 * A dead letter as it stands in its topic.
 *
 * @param at when the record that was rejected came in
 * @param origin where that record stands; null if the letter does not say it, which one of the
 *     roll-up's always does
 * @param codes error codes as the letter has them
 * @param key bytes as received, as is the value
 * @param headers the sender's, without those that the roll-up sets
 */
@SuppressWarnings("ArrayRecordComponent") // Passed on, never compared.
public record Letter(
    LetterName name,
    Instant at,
    @Nullable SourceRecord origin,
    List<String> codes,
    byte @Nullable [] key,
    byte @Nullable [] value,
    Headers headers) {

  /** On a record that was sent again: the letter that it came from. */
  public static final String REPLAY_OF = "tonghop.replay-of";

  private static final Pattern NUMBER = Pattern.compile("\\d{1,13}");
  private static final int MOST_PARTITION_DIGITS = 9;

  static Letter of(ConsumerRecord<byte[], byte[]> record) {
    Headers senders = new RecordHeaders(record.headers().toArray());
    DeadLetterHeaders.ALL.forEach(senders::remove);
    return new Letter(
        new LetterName(record.partition(), record.offset()),
        Instant.ofEpochMilli(record.timestamp()),
        origin(record.headers()),
        List.of(
            DeadLetterHeaders.text(record.headers(), DeadLetterHeaders.CODES)
                .orElse("")
                .split(",", -1)),
        record.key(),
        record.value(),
        senders);
  }

  /** The unit by whose topic it came. */
  public Optional<String> unit() {
    return origin == null ? Optional.empty() : Topics.unitOf(origin.topic());
  }

  /** Key, value and headers, in bytes. */
  long size() {
    long size = length(key) + length(value);
    for (Header header : headers) {
      size += header.key().length() + length(header.value());
    }
    return size;
  }

  private static long length(byte @Nullable [] bytes) {
    return bytes == null ? 0 : bytes.length;
  }

  private static @Nullable SourceRecord origin(Headers headers) {
    String topic = DeadLetterHeaders.text(headers, DeadLetterHeaders.TOPIC).orElse("");
    String partition = DeadLetterHeaders.text(headers, DeadLetterHeaders.PARTITION).orElse("");
    String offset = DeadLetterHeaders.text(headers, DeadLetterHeaders.OFFSET).orElse("");
    return topic.isEmpty()
            || !NUMBER.matcher(partition).matches()
            || partition.length() > MOST_PARTITION_DIGITS
            || !NUMBER.matcher(offset).matches()
        ? null
        : new SourceRecord(topic, Integer.parseInt(partition), Long.parseLong(offset));
  }
}
