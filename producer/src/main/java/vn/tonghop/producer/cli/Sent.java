package vn.tonghop.producer.cli;

import java.util.concurrent.CompletableFuture;
import vn.tonghop.domain.acceptance.CheckedReport;
import vn.tonghop.domain.acceptance.SourceRecord;
import vn.tonghop.producer.file.Place;

/** A report on its way. */
record Sent(Place place, CheckedReport report, CompletableFuture<SourceRecord> answer) {}
