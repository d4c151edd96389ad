package vn.tonghop.producer.outbox;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import vn.tonghop.domain.acceptance.SourceRecord;
import vn.tonghop.domain.report.ProgressReport;
import vn.tonghop.producer.revision.Reply;

/**
 * One unit's way to the broker and the registry. All methods throw {@link
 * vn.tonghop.producer.PublishException} where these do not answer or refuse.
 */
interface Connection extends AutoCloseable {

  /** Offset behind the last record of the unit's reports topic. */
  long reportsEnd();

  /** Offset behind the last receipt of the unit. */
  long receiptsEnd();

  /** Reads receipts from there on; those before say what they replace. */
  void readReceipts(long from);

  /** The next receipts; none if none come in time. */
  List<Reply> receipts(Duration wait);

  /** Offset of the receipt that is read next. */
  long receiptsPosition();

  /**
   * A report with the next revision.
   *
   * @param anew nothing of this outbox is under way: what others sent meanwhile is looked at, too
   */
  ProgressReport number(ProgressReport report, boolean anew);

  /** Sends a report behind those that were sent before. */
  CompletableFuture<SourceRecord> send(ProgressReport report);

  /** Waits a while for what is under way, then gives up on it. */
  @Override
  void close();
}
