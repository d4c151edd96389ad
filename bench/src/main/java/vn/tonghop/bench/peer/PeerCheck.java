package vn.tonghop.bench.peer;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.tonghop.domain.acceptance.CheckedReport;
import vn.tonghop.domain.acceptance.ReportCheck;
import vn.tonghop.domain.period.Regime;
import vn.tonghop.domain.reference.ReferenceHistory;
import vn.tonghop.schemas.mapping.ReportMapping;
import vn.tonghop.schemas.serde.DecodedReport.Decoded;
import vn.tonghop.schemas.serde.ProgressReportDecoder;
import vn.tonghop.schemas.topic.Topics;

/** Reads and checks a record as the roll-up does. */
record PeerCheck(ProgressReportDecoder decoder, ReferenceHistory.Version reference, Regime regime) {

  /** The report of a record; empty if it is none. */
  Optional<CheckedReport> check(byte @Nullable [] value, String topic, Instant at) {
    return decoder.decode(value) instanceof Decoded decoded
            && decoded.result() instanceof ReportMapping.Result.Fits fits
        ? Optional.of(
            ReportCheck.check(
                reference.data(), regime, fits.report(), Topics.unitOf(topic).orElseThrow(), at))
        : Optional.empty();
  }
}
