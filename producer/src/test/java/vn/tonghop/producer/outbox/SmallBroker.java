package vn.tonghop.producer.outbox;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import vn.tonghop.domain.acceptance.FindingList;
import vn.tonghop.domain.acceptance.Outcome;
import vn.tonghop.domain.acceptance.Receipt;
import vn.tonghop.domain.acceptance.SourceRecord;
import vn.tonghop.domain.report.ProgressReport;
import vn.tonghop.domain.report.ReportDigest;
import vn.tonghop.producer.PublishException;
import vn.tonghop.producer.PublishException.Reason;
import vn.tonghop.producer.revision.ReceiptHistory.Past;
import vn.tonghop.producer.revision.Reply;

/** A broker with a roll-up, as far as an outbox sees them; it outlives its connections. */
final class SmallBroker {

  final List<ProgressReport> records = new ArrayList<>();
  final List<Receipt> receipts = new ArrayList<>();
  final Set<Integer> tooLarge = new HashSet<>();

  /** What it finds in each report that it accepts. */
  FindingList warnings = FindingList.NONE;

  /** Acknowledgements that get lost together with their connection, from now on. */
  int lostAcknowledgements;

  /** Connections that are refused, from now on. */
  int refusals;

  private final Map<String, ProgressReport> accepted = new HashMap<>();

  Connection connect() {
    if (refusals > 0) {
      refusals--;
      throw new PublishException(Reason.UNREACHABLE, "nobody there");
    }
    return new Line();
  }

  List<Outcome> outcomes() {
    return receipts.stream().map(Receipt::outcome).toList();
  }

  private SourceRecord append(ProgressReport report) {
    SourceRecord source = new SourceRecord("tonghop.reports." + report.unit(), 0, records.size());
    records.add(report);
    String key = report.programme() + "|" + report.period();
    ProgressReport former = accepted.get(key);
    Outcome outcome =
        former == null || report.revision() > former.revision()
            ? Outcome.ACCEPTED
            : report.revision() < former.revision()
                ? Outcome.STALE
                : ReportDigest.of(report).equals(ReportDigest.of(former))
                    ? Outcome.DUPLICATE
                    : Outcome.CONFLICT;
    if (outcome == Outcome.ACCEPTED) {
      accepted.put(key, report);
    }
    receipts.add(
        new Receipt(
            report.unit(),
            report.programme(),
            report.period(),
            report.revision(),
            outcome,
            FindingList.NONE,
            warnings,
            true,
            report.revision(),
            source,
            ReportDigest.of(report),
            1,
            Instant.EPOCH));
    return source;
  }

  private final class Line implements Connection {

    private record Under(CompletableFuture<SourceRecord> way, SourceRecord place) {}

    private final Deque<Under> underWay = new ArrayDeque<>();
    private int next;

    @Override
    public long reportsEnd() {
      return records.size();
    }

    @Override
    public long receiptsEnd() {
      return receipts.size();
    }

    @Override
    public void readReceipts(long from) {
      next = (int) from;
    }

    /** Acknowledges first: so some receipts come before, some behind what they answer. */
    @Override
    public List<Reply> receipts(Duration wait) {
      List<Reply> some =
          receipts.subList(next, Math.min(receipts.size(), next + 2)).stream()
              .map(receipt -> new Reply(receipt, Instant.EPOCH, Past.NOTHING, null))
              .toList();
      next += some.size();
      Under landed = underWay.poll();
      if (landed != null) {
        landed.way().complete(landed.place());
      }
      return some;
    }

    @Override
    public long receiptsPosition() {
      return next;
    }

    @Override
    public ProgressReport number(ProgressReport report, boolean anew) {
      ProgressReport former = accepted.get(report.programme() + "|" + report.period());
      if (!underWay.isEmpty()) {
        throw new AssertionError("asked for a revision while something is under way");
      }
      if (former == null) {
        return report.withRevision(1);
      }
      ProgressReport again = report.withRevision(former.revision());
      return ReportDigest.of(again).equals(ReportDigest.of(former))
          ? again
          : report.withRevision(former.revision() + 1);
    }

    @Override
    public CompletableFuture<SourceRecord> send(ProgressReport report) {
      if (tooLarge.contains(report.revision())) {
        return CompletableFuture.failedFuture(new PublishException(Reason.TOO_LARGE, "too large"));
      }
      SourceRecord place = append(report);
      if (lostAcknowledgements > 0) {
        lostAcknowledgements--;
        return CompletableFuture.failedFuture(new PublishException(Reason.UNREACHABLE, "gone"));
      }
      CompletableFuture<SourceRecord> way = new CompletableFuture<>();
      underWay.add(new Under(way, place));
      return way;
    }

    @Override
    public void close() {
      underWay.clear();
    }
  }
}
