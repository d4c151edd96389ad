package vn.tonghop.producer.outbox;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.jspecify.annotations.Nullable;
import vn.tonghop.domain.acceptance.SourceRecord;
import vn.tonghop.domain.report.ProgressReport;
import vn.tonghop.producer.ReceiptReader;
import vn.tonghop.producer.ReportPublisher;
import vn.tonghop.producer.TopicEnds;
import vn.tonghop.producer.revision.AnsweredReports;
import vn.tonghop.producer.revision.NextRevision;
import vn.tonghop.producer.revision.ReceiptHistory;
import vn.tonghop.producer.revision.Reply;
import vn.tonghop.producer.settings.Settings;

/** The broker and the registry of some settings. */
final class KafkaConnection implements Connection {

  /** Longest wait for the next receipt, without which a next revision is not known. */
  private static final Duration ANSWER = Duration.ofSeconds(20);

  private final String unit;
  private final ReportPublisher publisher;
  private final ReceiptReader receipts;
  private final TopicEnds ends;
  private final NextRevision revisions;
  private final long receiptsEnd;
  private ReceiptHistory history = new ReceiptHistory();

  private KafkaConnection(
      String unit,
      ReportPublisher publisher,
      ReceiptReader receipts,
      TopicEnds ends,
      NextRevision revisions) {
    this.unit = unit;
    this.publisher = publisher;
    this.receipts = receipts;
    this.ends = ends;
    this.revisions = revisions;
    receipts.fromNow(unit);
    this.receiptsEnd = receipts.position(unit);
  }

  /**
   * Connects.
   *
   * @throws vn.tonghop.producer.PublishException if the broker is out of reach, or has no topics of
   *     the unit
   */
  static Connection open(Settings settings, String unit) {
    @Nullable ReportPublisher publisher = null;
    @Nullable ReceiptReader receipts = null;
    @Nullable TopicEnds ends = null;
    boolean opened = false;
    try {
      publisher = ReportPublisher.open(patient(settings));
      receipts = ReceiptReader.open(settings);
      ends = TopicEnds.open(settings);
      Connection connection =
          new KafkaConnection(
              unit,
              publisher,
              receipts,
              ends,
              new NextRevision(() -> AnsweredReports.open(settings, ANSWER)));
      opened = true;
      return connection;
    } finally {
      if (!opened) {
        close(publisher, receipts, ends);
      }
    }
  }

  /**
   * What was sent is never given up while the process lives: the producer knows which of it the
   * broker has already, a second producer would not.
   */
  private static Settings patient(Settings settings) {
    Map<String, String> kafka = new HashMap<>(settings.kafka());
    kafka.putIfAbsent(
        ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, Integer.toString(Integer.MAX_VALUE));
    return new Settings(
        settings.bootstrap(), settings.registry(), settings.regime(), settings.data(), kafka);
  }

  @Override
  public long reportsEnd() {
    return ends.ofReports(unit);
  }

  @Override
  public long receiptsEnd() {
    return receiptsEnd;
  }

  @Override
  public void readReceipts(long from) {
    history = new ReceiptHistory();
    receipts.readTo(unit, from, history::take);
  }

  @Override
  public List<Reply> receipts(Duration wait) {
    return receipts.pollAnswers(wait).stream()
        .map(answer -> Reply.to(answer, history.take(answer), null))
        .toList();
  }

  @Override
  public long receiptsPosition() {
    return receipts.position(unit);
  }

  @Override
  public ProgressReport number(ProgressReport report, boolean anew) {
    if (anew) {
      revisions.forget();
    }
    return revisions.number(report);
  }

  @Override
  public CompletableFuture<SourceRecord> send(ProgressReport report) {
    revisions.sent(report);
    return publisher.publish(report);
  }

  @Override
  public void close() {
    revisions.close();
    close(publisher, receipts, ends);
  }

  private static void close(
      @Nullable ReportPublisher publisher,
      @Nullable ReceiptReader receipts,
      @Nullable TopicEnds ends) {
    if (publisher != null) {
      publisher.close();
    }
    if (receipts != null) {
      receipts.close();
    }
    if (ends != null) {
      ends.close();
    }
  }
}
