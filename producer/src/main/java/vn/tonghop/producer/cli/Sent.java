package vn.tonghop.producer.cli;

import java.util.concurrent.CompletableFuture;
import vn.tonghop.domain.acceptance.CheckedReport;
import vn.tonghop.domain.acceptance.SourceRecord;
import vn.tonghop.domain.report.ProgressReport;
import vn.tonghop.domain.report.TaskLine;
import vn.tonghop.producer.file.Origin;

/** A report on its way. */
record Sent(Origin origin, CheckedReport report, CompletableFuture<SourceRecord> answer) {

  /** What a line takes beside its long texts, in bytes, or a little more. */
  private static final int LINE = 200;

  /** How much memory it takes, roughly, in bytes. */
  long weight() {
    ProgressReport sent = report.report();
    long weight = (long) LINE * (1 + sent.tasks().size() + sent.indicators().size());
    for (TaskLine task : sent.tasks()) {
      weight += task.title() == null ? 0 : task.title().length();
      weight += task.note() == null ? 0 : task.note().length();
    }
    return weight;
  }
}
