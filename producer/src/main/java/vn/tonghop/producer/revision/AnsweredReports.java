package vn.tonghop.producer.revision;

import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.tonghop.domain.acceptance.SourceRecord;
import vn.tonghop.domain.report.ProgressReport;
import vn.tonghop.producer.Answer;
import vn.tonghop.producer.PublishException;
import vn.tonghop.producer.PublishException.Reason;
import vn.tonghop.producer.ReceiptReader;
import vn.tonghop.producer.SentReports;
import vn.tonghop.producer.settings.Settings;
import vn.tonghop.schemas.topic.Topics;

/**
 * Follows the receipts of units, and knows which of their reports still wait for one: between a
 * report and its receipt nobody can say yet what counts.
 */
public final class AnsweredReports implements AutoCloseable {

  private static final Duration POLL = Duration.ofMillis(100);

  private final ReceiptReader receipts;
  private final SentReports reports;
  private final Duration patience;
  private final ReceiptHistory history = new ReceiptHistory();

  /** By unit: the offsets of its reports that have a receipt. */
  private final Map<String, BitSet> answered = new HashMap<>();

  /**
   * @param patience longest wait for the next receipt
   */
  public AnsweredReports(ReceiptReader receipts, SentReports reports, Duration patience) {
    this.receipts = receipts;
    this.reports = reports;
    this.patience = patience;
  }

  /**
   * For the broker and the registry of the settings.
   *
   * @throws PublishException if no address of a broker can be resolved, or Kafka does not accept a
   *     setting
   */
  public static AnsweredReports open(Settings settings, Duration patience) {
    ReceiptReader receipts = ReceiptReader.open(settings);
    try {
      return new AnsweredReports(receipts, SentReports.open(settings), patience);
    } catch (PublishException e) {
      receipts.close();
      throw e;
    }
  }

  /** What the receipts that have been read say. */
  public ReceiptHistory history() {
    return history;
  }

  /**
   * Reads a unit's receipts up to now, and waits for those of reports that are under way.
   *
   * @return the reports that got none within the patience: the highest revision of each series
   * @throws PublishException {@link Reason#UNANSWERED} if there are such reports and the unit may
   *     not read which they are; other reasons if broker or registry is out of reach
   */
  public Map<Series, Integer> read(String unit) {
    long end = reports.end(unit);
    readReceipts(unit);
    BitSet waiting = new BitSet();
    waiting.set(0, Math.toIntExact(end));
    waiting.andNot(answered(unit));
    if (waiting.isEmpty()) {
      return Map.of();
    }
    Optional<List<SentReports.Sent>> sent =
        reports.between(unit, waiting.nextSetBit(0), waiting.length());
    List<SentReports.Sent> underWay = new ArrayList<>();
    if (sent.isPresent()) {
      // Of what is no report, such as the end of a transaction, there will be no receipt.
      sent.get().stream().filter(each -> waiting.get((int) each.offset())).forEach(underWay::add);
      waiting.clear();
      underWay.forEach(each -> waiting.set((int) each.offset()));
    }
    await(unit, waiting);
    return unanswered(unit, waiting, sent.isPresent() ? underWay : null);
  }

  /**
   * The report of a receipt, as it was sent.
   *
   * @throws PublishException if the unit may not read its own reports, or broker or registry is out
   *     of reach
   */
  public ProgressReport report(Series series, Accepted accepted) {
    @Nullable SourceRecord source = accepted.source();
    if (source == null) {
      throw new PublishException(Reason.REFUSED, series + ": its receipt does not say where it is");
    }
    return reports.at(series.unit(), source);
  }

  private void readReceipts(String unit) {
    if (answered.containsKey(unit)) {
      receipts.lookAgain();
    } else {
      receipts.fromBeginning(unit);
      answered.put(unit, new BitSet());
    }
    long deadline = deadline();
    while (!receipts.isCaughtUp()) {
      if (take()) {
        deadline = deadline();
      } else if (System.nanoTime() > deadline) {
        throw new PublishException(Reason.UNREACHABLE, unit + ": the broker sends no receipts");
      }
    }
  }

  private void await(String unit, BitSet waiting) {
    long deadline = deadline();
    waiting.andNot(answered(unit));
    while (!waiting.isEmpty() && System.nanoTime() < deadline) {
      if (take()) {
        deadline = deadline();
      }
      waiting.andNot(answered(unit));
    }
  }

  private static Map<Series, Integer> unanswered(
      String unit, BitSet waiting, @Nullable List<SentReports.Sent> underWay) {
    if (!waiting.isEmpty() && underWay == null) {
      throw new PublishException(
          Reason.UNANSWERED, "%s: %d".formatted(unit, waiting.cardinality()));
    }
    Map<Series, Integer> highest = new HashMap<>();
    if (underWay != null) {
      underWay.stream()
          .filter(each -> waiting.get((int) each.offset()) && !each.report().test())
          .forEach(
              each -> highest.merge(Series.of(each.report()), each.report().revision(), Math::max));
    }
    return highest;
  }

  private boolean take() {
    boolean any = false;
    for (Answer answer : receipts.pollAnswers(POLL)) {
      history.take(answer);
      @Nullable SourceRecord source = answer.receipt().source();
      if (source != null) {
        Topics.unitOf(source.topic())
            .ifPresent(unit -> answered(unit).set(Math.toIntExact(source.offset())));
      }
      any = true;
    }
    return any;
  }

  private BitSet answered(String unit) {
    return answered.computeIfAbsent(unit, first -> new BitSet());
  }

  private long deadline() {
    return System.nanoTime() + patience.toNanos();
  }

  @Override
  public void close() {
    try (reports) {
      receipts.close();
    }
  }
}
