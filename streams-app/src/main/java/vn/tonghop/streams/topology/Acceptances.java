package vn.tonghop.streams.topology;

import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.state.Stores;
import vn.tonghop.domain.acceptance.Receipt;
import vn.tonghop.domain.acceptance.Submission;
import vn.tonghop.schemas.state.ReportStateSerde;
import vn.tonghop.streams.processor.Accept;
import vn.tonghop.streams.processor.Accepted;
import vn.tonghop.streams.processor.ProgrammeYearsBuilder;
import vn.tonghop.streams.processor.SoonVisible;
import vn.tonghop.streams.processor.StoreNames;

/** Decides which revision counts. */
final class Acceptances {

  /** The highest accepted revision by programme, period and body: all that must be remembered. */
  static final String ACCEPTED_REPORTS = "accepted-reports";

  /** What is made of them, in heap. */
  static final String PROGRAMME_YEARS = "programme-years";

  static final StoreNames STORES = new StoreNames(ACCEPTED_REPORTS, PROGRAMME_YEARS);

  private Acceptances() {}

  static KStream<String, Accepted> accept(
      StreamsBuilder builder,
      KStream<String, Submission> submissions,
      RollUp rollUp,
      SoonVisible soon) {
    // Not cached: keys seldom repeat within a commit, and the years at work are a cache already.
    builder.addStateStore(
        Stores.keyValueStoreBuilder(
                Stores.persistentKeyValueStore(ACCEPTED_REPORTS),
                Serdes.String(),
                new ReportStateSerde(rollUp.regime()))
            .withCachingDisabled());
    builder.addStateStore(new ProgrammeYearsBuilder(PROGRAMME_YEARS));
    return submissions.processValues(
        () -> new Accept(STORES, rollUp.tally(), soon),
        Named.as("accept"),
        ACCEPTED_REPORTS,
        PROGRAMME_YEARS);
  }

  static KStream<String, Receipt> receipts(KStream<String, Accepted> accepted) {
    return accepted.map((key, answer) -> ReceiptKeys.keyed(answer.receipt()), Named.as("receipt"));
  }
}
