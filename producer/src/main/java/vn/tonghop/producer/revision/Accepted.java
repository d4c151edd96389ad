package vn.tonghop.producer.revision;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.tonghop.domain.acceptance.SourceRecord;

/**
 * The last report of a series that was accepted.
 *
 * @param counts false of a withdrawal, after which nothing counts
 * @param source where it stands; null only if its receipt did not say
 * @param receivedAt when it came in
 */
public record Accepted(
    int revision,
    boolean counts,
    @Nullable String digest,
    @Nullable SourceRecord source,
    Instant receivedAt) {}
