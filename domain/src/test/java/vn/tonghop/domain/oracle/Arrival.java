package vn.tonghop.domain.oracle;

import java.time.Instant;
import vn.tonghop.domain.acceptance.SourceRecord;
import vn.tonghop.domain.report.ProgressReport;

/**
 * One record of a report topic.
 *
 * @param topicUnit the unit whose topic it came by
 * @param at the record's time
 */
public record Arrival(ProgressReport report, String topicUnit, Instant at, SourceRecord source) {}
