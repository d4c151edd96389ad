package vn.tonghop.producer.revision;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import vn.tonghop.domain.report.ProgressReport;
import vn.tonghop.domain.report.ReportDigest;
import vn.tonghop.producer.PublishException;

/**
 * Gives a report that came without a revision the next one after what counts: a clerk should not
 * have to look it up. Reports of one series get consecutive revisions, in the order asked for; one
 * that says what was accepted last keeps its revision, so that it is a duplicate and changes
 * nothing.
 *
 * <p>Before a unit is asked for the first time, whatever of it is being sent must be acknowledged
 * by the broker; what is sent later is told by {@link #sent}. For one thread.
 */
public final class NextRevision implements AutoCloseable {

  private final Supplier<AnsweredReports> open;
  private @Nullable AnsweredReports answered;
  private final Set<String> looked = new HashSet<>();

  /** What is sent since and will have a receipt, most likely that it was accepted. */
  private final Map<Series, Latest> assumed = new HashMap<>();

  private record Latest(int revision, @Nullable String digest) {}

  /**
   * @param open is called when the first report without a revision comes, and never before
   */
  public NextRevision(Supplier<AnsweredReports> open) {
    this.open = open;
  }

  /** Whether the receipts of a unit have been read, and must not be waited for again. */
  public boolean knows(String unit) {
    return looked.contains(unit);
  }

  /**
   * The report with its revision. A unit's first call reads its receipts and waits for those of
   * reports that are under way.
   *
   * @param report its revision is not looked at
   * @throws PublishException if the unit has no topic, if reports sent before have no receipt yet,
   *     or if broker or registry is out of reach; then the report has no revision
   */
  public ProgressReport number(ProgressReport report) {
    if (!knows(report.unit())) {
      look(report.unit());
    }
    Series series = Series.of(report);
    @Nullable Latest latest = latest(series);
    ProgressReport numbered =
        report.withRevision(latest == null ? 1 : Math.max(1, latest.revision()));
    if (latest != null && !ReportDigest.of(numbered).equals(latest.digest())) {
      numbered = report.withRevision(Math.addExact(latest.revision(), 1));
    }
    sent(numbered);
    return numbered;
  }

  /**
   * The last accepted report of a series; null if there is none.
   *
   * @throws PublishException as with {@link #number}
   */
  public @Nullable Accepted accepted(Series series) {
    if (!knows(series.unit())) {
      look(series.unit());
    }
    return answered == null ? null : answered.history().of(series).accepted();
  }

  /** Takes into account a report that is sent meanwhile; tests count for nothing. */
  public void sent(ProgressReport report) {
    Series series = Series.of(report);
    @Nullable Latest latest = latest(series);
    boolean higher = latest == null || report.revision() > latest.revision();
    if (knows(report.unit()) && !report.test() && higher) {
      assumed.put(series, new Latest(report.revision(), ReportDigest.of(report)));
    }
  }

  /**
   * Forgets what was known, so that the receipts are looked at again: for whoever runs for long,
   * beside others.
   */
  public void forget() {
    looked.clear();
    assumed.clear();
  }

  private void look(String unit) {
    if (answered == null) {
      answered = open.get();
    }
    answered
        .read(unit)
        .forEach((series, revision) -> assumed.put(series, new Latest(revision, null)));
    looked.add(unit);
  }

  private @Nullable Latest latest(Series series) {
    @Nullable Accepted accepted =
        answered == null ? null : answered.history().of(series).accepted();
    @Nullable Latest own = assumed.get(series);
    if (accepted == null || (own != null && own.revision() > accepted.revision())) {
      return own;
    }
    return new Latest(accepted.revision(), accepted.digest());
  }

  @Override
  public void close() {
    if (answered != null) {
      answered.close();
    }
  }
}
