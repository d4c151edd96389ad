package vn.tonghop.streams.topology;

import java.util.Objects;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import vn.tonghop.domain.acceptance.Receipt;
import vn.tonghop.domain.acceptance.Submission;
import vn.tonghop.streams.processor.Arrival;
import vn.tonghop.streams.processor.DeadLetter;
import vn.tonghop.streams.processor.DropHeaders;
import vn.tonghop.streams.processor.Judge;
import vn.tonghop.streams.processor.SoonVisible;
import vn.tonghop.streams.processor.Tally;

/** Judges records one by one and parts those that acceptance must answer from those it need not. */
final class Intake {

  private Intake() {}

  static KStream<byte[], Arrival> judge(
      KStream<byte[], byte[]> records, RollUp rollUp, SoonVisible soon) {
    return records.process(
        () -> new Judge(rollUp.judgement(), rollUp.tally(), soon), Named.as("judge"));
  }

  static KStream<byte[], byte[]> deadLetters(KStream<byte[], Arrival> arrivals, Tally tally) {
    return arrivals
        .filter((key, arrival) -> arrival.isRejected(), Named.as("rejected"))
        .process(() -> new DeadLetter(tally), Named.as("dead-letter"));
  }

  /** Dead letters alone keep what a sender put in headers. */
  static KStream<byte[], Arrival> withoutHeaders(KStream<byte[], Arrival> arrivals) {
    return arrivals.processValues(DropHeaders::new, Named.as("drop-headers"));
  }

  /** Receipts of records whose unit, programme and period are not known. */
  static KStream<String, Receipt> receipts(KStream<byte[], Arrival> arrivals) {
    return arrivals
        .filter((key, arrival) -> arrival.receipt() != null, Named.as("without-key"))
        .map(
            (key, arrival) -> ReceiptKeys.keyed(Objects.requireNonNull(arrival.receipt())),
            Named.as("receipt-at-once"));
  }

  static KStream<String, Submission> submissions(KStream<byte[], Arrival> arrivals) {
    return arrivals
        .filter((key, arrival) -> arrival.submission() != null, Named.as("with-key"))
        .map(
            (key, arrival) -> {
              var submission = Objects.requireNonNull(arrival.submission());
              return KeyValue.pair(submission.programme(), submission);
            },
            Named.as("submission"));
  }
}
