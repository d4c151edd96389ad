package vn.tonghop.producer;

import java.time.Instant;
import vn.tonghop.domain.acceptance.Receipt;

/**
 * A receipt as it stands in its topic.
 *
 * @param receivedAt when the report that it answers came in: the record's time, by which it is on
 *     time or late
 */
public record Answer(Receipt receipt, Instant receivedAt) {}
