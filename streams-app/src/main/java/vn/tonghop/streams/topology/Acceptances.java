package vn.tonghop.streams.topology;

import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.state.Stores;
import vn.tonghop.Receipt;
import vn.tonghop.domain.period.Regime;
import vn.tonghop.internal.ReportState;
import vn.tonghop.internal.Submission;
import vn.tonghop.schemas.serde.AvroBinary;
import vn.tonghop.streams.processor.Accept;
import vn.tonghop.streams.processor.Accepted;

/** Decides which revision counts. */
final class Acceptances {

  /** The highest accepted revision by programme, body and period. */
  static final String REPORT_STATES = "report-states";

  private Acceptances() {}

  static KStream<String, Accepted> accept(
      StreamsBuilder builder, KStream<String, Submission> submissions, Regime regime) {
    // Not cached: keys seldom repeat within a commit, and a large store would push the small ones
    // out of the cache they share.
    builder.addStateStore(
        Stores.keyValueStoreBuilder(
                Stores.persistentKeyValueStore(REPORT_STATES),
                Serdes.String(),
                AvroBinary.of(ReportState.class))
            .withCachingDisabled());
    return submissions.process(
        () -> new Accept(REPORT_STATES, regime), Named.as("accept"), REPORT_STATES);
  }

  static KStream<String, Receipt> receipts(KStream<String, Accepted> accepted) {
    return accepted.map((key, answer) -> ReceiptKeys.keyed(answer.receipt()), Named.as("receipt"));
  }
}
