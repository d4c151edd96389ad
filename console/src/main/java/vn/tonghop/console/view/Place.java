package vn.tonghop.console.view;

import java.time.Instant;
import vn.tonghop.domain.acceptance.SourceRecord;

/**
 * Where a record stands that nobody has read yet.
 *
 * @param at the record's time
 */
public record Place(SourceRecord source, Instant at) {}
