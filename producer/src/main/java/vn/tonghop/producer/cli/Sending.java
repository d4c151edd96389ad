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
import vn.tonghop.domain.report.ProgressReport;
import vn.tonghop.producer.PublishException;
import vn.tonghop.producer.PublishException.Reason;
import vn.tonghop.producer.ReportPublisher;
import vn.tonghop.producer.UnsentReceipts;
import vn.tonghop.producer.file.FileReport;
import vn.tonghop.producer.file.Locator;
import vn.tonghop.producer.file.Origin;
import vn.tonghop.producer.file.Place;
import vn.tonghop.producer.revision.NextRevision;
import vn.tonghop.producer.revision.Reply;

/** Sends the reports of some files, holds back those with errors, and answers for what it holds. */
final class Sending {

  private static final UnsentReceipts UNSENT = new UnsentReceipts(UnsentReceipts.NO_VERSION);

  /** Reports in flight, at most: a file of any size needs no more memory than these. */
  private static final int IN_FLIGHT = 500;

  /** Bytes of reports in flight, at most, roughly; one report may be larger alone. */
  private static final long IN_FLIGHT_BYTES = 4L * 1024 * 1024;

  /**
   * How it checks.
   *
   * @param force sends reports with errors too
   */
  record Rules(ReferenceData reference, Regime regime, boolean force) {}

  /** Who hears of what. */
  interface Listener {
    void findings(Place place, FindingList findings);

    /** A report came without a revision, and goes out with this one. */
    void numbered(Place place, int revision);

    void failed(Place place, PublishException failure);

    void answered(Reply reply);
  }

  private final Rules rules;
  private final ReportPublisher publisher;
  private final NextRevision revisions;
  private final @Nullable AwaitedReceipts receipts;
  private final Listener listener;
  private final Deque<Sent> flying = new ArrayDeque<>();
  private long flyingBytes;
  private long acknowledged;
  private long notSent;

  Sending(
      Rules rules,
      ReportPublisher publisher,
      NextRevision revisions,
      @Nullable AwaitedReceipts receipts,
      Listener listener) {
    this.rules = rules;
    this.publisher = publisher;
    this.revisions = revisions;
    this.receipts = receipts;
    this.listener = listener;
  }

  /**
   * Sends one report, or says why not.
   *
   * @throws PublishException if broker or registry is out of reach
   */
  void take(FileReport document) {
    if (document instanceof FileReport.Legible legible) {
      take(legible);
    } else if (document instanceof FileReport.Unreadable unreadable) {
      take(unreadable);
    }
    while (flying.size() >= IN_FLIGHT || (flyingBytes > IN_FLIGHT_BYTES && flying.size() > 1)) {
      settle(flying.remove());
    }
    if (receipts != null && receipts.isDue()) {
      settle();
      receipts.look();
    }
  }

  private void take(FileReport.Unreadable unreadable) {
    FileReport.@Nullable Legible unnumbered = unreadable.toBeNumbered();
    if (unnumbered != null) {
      takeUnnumbered(unnumbered);
      return;
    }
    FileReport.Unreadable document = unreadable.otherwiseWrong();
    notSent++;
    listener.findings(document.place(), document.errors());
    unsent(
        new Origin(document.place(), Locator.PATHS_ONLY),
        UNSENT.unreadable(document, Instant.now()));
  }

  private void take(FileReport.Legible document) {
    CheckedReport checked = checked(document);
    listener.findings(document.place(), document.locator().located(checked.errors()));
    if (isHeldBack(checked)) {
      notSent++;
      unsent(origin(document), UNSENT.heldBack(checked, Instant.now()));
    } else {
      revisions.sent(document.report());
      send(document, checked);
    }
  }

  /**
   * Gives a report its revision and sends it. Of one with errors, no revision is used up, and
   * nobody is asked for one.
   *
   * @throws PublishException if broker or registry is out of reach, or reports sent before have no
   *     receipt
   */
  void takeUnnumbered(FileReport.Legible document) {
    CheckedReport checked = checked(document);
    if (isHeldBack(checked)) {
      notSent++;
      listener.findings(document.place(), document.locator().located(checked.errors()));
      unsent(origin(document), UnsentReceipts.unnumbered(UNSENT.heldBack(checked, Instant.now())));
      return;
    }
    ProgressReport numbered;
    try {
      if (!revisions.knows(document.report().unit())) {
        settle();
      }
      numbered = revisions.number(document.report());
    } catch (PublishException e) {
      failed(origin(document), checked, e);
      return;
    }
    listener.numbered(document.place(), numbered.revision());
    take(document.numbered(numbered.revision()));
  }

  private CheckedReport checked(FileReport.Legible document) {
    return ReportCheck.check(rules.reference(), rules.regime(), document.report(), null, null);
  }

  private boolean isHeldBack(CheckedReport checked) {
    return !checked.errors().isEmpty() && !rules.force();
  }

  private void send(FileReport.Legible document, CheckedReport checked) {
    try {
      if (receipts != null) {
        receipts.listen(document.report().unit());
      }
      Sent sent = new Sent(origin(document), checked, publisher.publish(document.report()));
      flying.add(sent);
      flyingBytes += sent.weight();
    } catch (PublishException e) {
      failed(origin(document), checked, e);
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

  private static Origin origin(FileReport.Legible document) {
    return new Origin(document.place(), document.locator());
  }

  private void unsent(Origin origin, Receipt receipt) {
    listener.answered(Reply.unsent(receipt, origin));
  }

  private void settle(Sent sent) {
    flyingBytes -= sent.weight();
    try {
      SourceRecord record = sent.answer().join();
      acknowledged++;
      if (receipts != null) {
        receipts.expect(record, sent.origin());
      }
    } catch (CompletionException e) {
      if (e.getCause() instanceof PublishException failure) {
        failed(sent.origin(), sent.report(), failure);
      } else {
        throw e;
      }
    }
  }

  /**
   * One report's failure is told and the next is sent; without a broker nothing can be, and without
   * receipts every further report would wait for them in vain.
   */
  private void failed(Origin origin, CheckedReport report, PublishException failure) {
    if (failure.isOutOfReach() || failure.reason() == Reason.UNANSWERED) {
      throw failure;
    }
    notSent++;
    listener.failed(origin.place(), failure);
    if (failure.reason() == Reason.NO_SUCH_TOPIC) {
      unsent(origin, UNSENT.withoutTopic(report, Instant.now()));
    } else if (failure.reason() == Reason.TOO_LARGE) {
      unsent(origin, UNSENT.tooLarge(report.report(), Instant.now()));
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
