package vn.tonghop.domain.acceptance;

/** Where a report's record stands in the log. */
public record SourceRecord(String topic, int partition, long offset) {}
