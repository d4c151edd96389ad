package vn.tonghop.bench.ladder;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.serialization.Serializer;
import vn.tonghop.bench.workload.Workload;
import vn.tonghop.domain.acceptance.CheckedReport;
import vn.tonghop.domain.acceptance.FindingList;
import vn.tonghop.domain.acceptance.ReportState;
import vn.tonghop.domain.acceptance.SourceRecord;
import vn.tonghop.domain.acceptance.Submission;
import vn.tonghop.domain.period.Period;
import vn.tonghop.domain.reference.Body;
import vn.tonghop.domain.reference.ReferenceData;
import vn.tonghop.domain.reference.ReferenceHistory;
import vn.tonghop.domain.reference.ReportingUnit;
import vn.tonghop.domain.report.ProgressReport;
import vn.tonghop.domain.standing.Contribution;
import vn.tonghop.schemas.state.ReportStateSerde;

/** The roll-up's state records, byte for byte, of reports that nobody checks. */
final class States {

  private static final FindingList NOTHING_FOUND = FindingList.NONE;

  private final ReferenceHistory.Version reference;
  private final Serializer<ReportState> serializer =
      new ReportStateSerde(Workload.REGIME).serializer();
  private final Map<String, Instant> firstSubmitted = new HashMap<>();

  States(ReferenceHistory.Version reference) {
    this.reference = reference;
  }

  /** Under which a report's state is kept. */
  static String key(Submission submission) {
    return submission.programme()
        + "|"
        + submission.period().label()
        + "|"
        + submission.body().id();
  }

  /** A report as one that may be accepted. */
  Submission submission(ProgressReport report, SourceRecord source, Instant at) {
    Period period = Period.parse(Workload.REGIME, report.period()).orElseThrow();
    ReferenceData data = reference.data();
    Optional<Body> body =
        data.unit(report.unit(), period.lastDay()).map(ReportingUnit::body).flatMap(data::body);
    return Submission.of(
        new CheckedReport(report, period, body.orElseThrow(), NOTHING_FOUND, NOTHING_FOUND),
        Contribution.of(report, period, data),
        source,
        at,
        reference.number());
  }

  /** The state once it has been accepted. */
  byte[] bytes(Submission submission) {
    return bytes(
        submission.isSubmit()
            ? new ReportState(
                submission,
                firstSubmitted.merge(
                    key(submission),
                    submission.receivedAt(),
                    (known, now) -> known.isBefore(now) ? known : now))
            : new ReportState(submission, firstSubmitted.get(key(submission))));
  }

  /** A state as the roll-up writes it. */
  byte[] bytes(ReportState state) {
    return serializer.serialize("", state);
  }
}
