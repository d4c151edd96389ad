package vn.tonghop.producer.cli;

import java.time.Duration;
import java.util.function.Function;
import vn.tonghop.producer.ReceiptReader;
import vn.tonghop.producer.ReportPublisher;
import vn.tonghop.producer.revision.AnsweredReports;
import vn.tonghop.producer.settings.Settings;

/**
 * How a command reaches the broker.
 *
 * @param patience longest wait for the next receipt
 */
record Links(
    Function<Settings, ReportPublisher> publisher,
    Function<Settings, ReceiptReader> receipts,
    Function<Settings, AnsweredReports> answered,
    Duration patience) {

  /** What a running roll-up needs for an answer, on a busy machine. */
  private static final Duration ANSWER = Duration.ofSeconds(20);

  /** The broker and the registry of the settings; a minute for the roll-up to answer. */
  static final Links REAL =
      new Links(
          ReportPublisher::open,
          ReceiptReader::open,
          settings -> AnsweredReports.open(settings, ANSWER),
          Duration.ofMinutes(1));
}
