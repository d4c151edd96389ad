package vn.tonghop.console.view;

import java.time.Instant;
import vn.tonghop.domain.acceptance.SourceRecord;

/**
 * What one record of a topic says. All figures of a page come from one of these.
 *
 * @param source where the record stands
 * @param at the record's time
 */
public record Logged<T>(SourceRecord source, Instant at, T value) {}
