package vn.tonghop.producer.cli;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import vn.tonghop.domain.acceptance.CheckedReport;
import vn.tonghop.domain.acceptance.FindingList;
import vn.tonghop.domain.acceptance.Receipt;
import vn.tonghop.domain.acceptance.ReportCheck;
import vn.tonghop.domain.acceptance.SourceRecord;
import vn.tonghop.domain.period.Regime;
import vn.tonghop.domain.reference.ReferenceData;
import vn.tonghop.producer.PublishException;
import vn.tonghop.producer.PublishException.Reason;
import vn.tonghop.producer.ReportPublisher;
import vn.tonghop.producer.UnsentReceipts;
import vn.tonghop.producer.file.FileReport;
import vn.tonghop.producer.file.Place;

/** Sends the reports of some files, holds back those with errors, and answers for what it holds. */
final class Sending {

  private static final UnsentReceipts UNSENT = new UnsentReceipts(UnsentReceipts.NO_VERSION);

  /** Reports in flight, at most: a file of any size needs no more memory than these. */
  private static final int IN_FLIGHT = 500;

  /**
   * How it checks.
   *
   * @param force sends reports with errors too
   */
  record Rules(ReferenceData reference, Regime regime, boolean force) {}

  /** Who hears of what. */
  interface Listener {
    void findings(Place place, FindingList findings);

    void failed(Place place, PublishException failure);

    void unsent(Receipt receipt);
  }

  private final Rules rules;
  private final ReportPublisher publisher;
  private final @Nullable AwaitedReceipts receipts;
  private final Listener listener;
  private final Deque<Sent> flying = new ArrayDeque<>();
  private long acknowledged;
  private long notSent;

  Sending(
      Rules rules,
      ReportPublisher publisher,
      @Nullable AwaitedReceipts receipts,
      Listener listener) {
    this.rules = rules;
    this.publisher = publisher;
    this.receipts = receipts;
    this.listener = listener;
  }

  /**
   * Sends one report, or says why not.
   *
   * @throws PublishException if broker or registry is out of reach
   */
  void take(FileReport document) {
    if (document instanceof FileReport.Unreadable unreadable) {
      notSent++;
      listener.findings(unreadable.place(), unreadable.errors());
      listener.unsent(UNSENT.unreadable(unreadable, Instant.now()));
    } else if (document instanceof FileReport.Legible legible) {
      take(legible);
    }
    while (flying.size() >= IN_FLIGHT) {
      settle(flying.remove());
    }
  }

  private void take(FileReport.Legible document) {
    CheckedReport checked =
        ReportCheck.check(rules.reference(), rules.regime(), document.report(), null, null);
    listener.findings(document.place(), document.locator().located(checked.errors()));
    if (!checked.errors().isEmpty() && !rules.force()) {
      notSent++;
      listener.unsent(UNSENT.heldBack(checked, Instant.now()));
      return;
    }
    try {
      if (receipts != null) {
        receipts.listen(document.report().unit());
      }
      flying.add(new Sent(document.place(), checked, publisher.publish(document.report())));
    } catch (PublishException e) {
      failed(document.place(), checked, e);
    }
  }

  /**
   * Waits for the acknowledgement of all that was sent.
   *
   * @throws PublishException if broker or registry is out of reach
   */
  void settle() {
    publisher.flush();
    while (!flying.isEmpty()) {
      settle(flying.remove());
    }
  }

  private void settle(Sent sent) {
    try {
      SourceRecord record = sent.answer().join();
      acknowledged++;
      if (receipts != null) {
        receipts.expect(record);
      }
    } catch (CompletionException e) {
      if (e.getCause() instanceof PublishException failure) {
        failed(sent.place(), sent.report(), failure);
      } else {
        throw e;
      }
    }
  }

  /** One report's failure is told and the next is sent; without a broker nothing can be. */
  private void failed(Place place, CheckedReport report, PublishException failure) {
    if (failure.reason() == Reason.UNREACHABLE) {
      throw failure;
    }
    notSent++;
    listener.failed(place, failure);
    if (failure.reason() == Reason.NO_SUCH_TOPIC) {
      listener.unsent(UNSENT.withoutTopic(report, Instant.now()));
    } else if (failure.reason() == Reason.TOO_LARGE) {
      listener.unsent(UNSENT.tooLarge(report.report(), Instant.now()));
    }
  }

  /** Reports that the broker has. */
  long acknowledged() {
    return acknowledged;
  }

  /** Reports that did not reach it. */
  long notSent() {
    return notSent;
  }
}
