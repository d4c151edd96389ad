package vn.tonghop.schemas.topic;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** What the roll-up, and nobody else, says in a dead letter's headers, in UTF-8. */
public final class DeadLetterHeaders {

  /** Topic it was rejected from. */
  public static final String TOPIC = "tonghop.topic";

  /** Partition, a decimal number. */
  public static final String PARTITION = "tonghop.partition";

  /** Offset, a decimal number. */
  public static final String OFFSET = "tonghop.offset";

  /** Error codes, sorted, parted by commas. */
  public static final String CODES = "tonghop.codes";

  /** All of them. */
  public static final List<String> ALL = List.of(TOPIC, PARTITION, OFFSET, CODES);

  private DeadLetterHeaders() {}

  /** A header's text; empty if it is not there or has no value. */
  public static Optional<String> text(Headers headers, String name) {
    @Nullable Header header = headers.lastHeader(name);
    return header == null || header.value() == null
        ? Optional.empty()
        : Optional.of(new String(header.value(), StandardCharsets.UTF_8));
  }
}
