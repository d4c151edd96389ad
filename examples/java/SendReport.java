import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import vn.tonghop.domain.acceptance.Outcome;
import vn.tonghop.domain.acceptance.Receipt;
import vn.tonghop.domain.acceptance.SourceRecord;
import vn.tonghop.domain.format.ReceiptJson;
import vn.tonghop.domain.report.ProgressReport;
import vn.tonghop.producer.ReceiptReader;
import vn.tonghop.producer.ReportPublisher;
import vn.tonghop.producer.file.FileReport;
import vn.tonghop.producer.file.ReportFiles;
import vn.tonghop.producer.settings.Settings;
import vn.tonghop.producer.settings.SettingsReader;

/**
 * {@code SendReport SETTINGS REPORT.json}: sends one report, waits for its receipt and prints it as
 * JSON. Ends with 0; with 1 if the report is rejected or contradicts an earlier one; with 2 if it
 * could not be sent, or nobody answered.
 */
public final class SendReport {

  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Duration POLL = Duration.ofSeconds(1);
  private static final List<Outcome> REFUSED = List.of(Outcome.REJECTED, Outcome.CONFLICT);

  private SendReport() {}

  public static void main(String[] arguments) {
    int exit;
    try {
      exit = send(arguments);
    } catch (Exception e) {
      // Kafka's exceptions have no stack, over which Java's launcher of sources stumbles.
      System.err.println("SendReport: " + e);
      exit = 2;
    }
    System.exit(exit);
  }

  private static int send(String[] arguments) throws Exception {
    Settings settings = SettingsReader.read(Map.of(), System.getenv(), Path.of(arguments[0]));
    ProgressReport report = read(Path.of(arguments[1]));
    Receipt receipt;
    try (ReceiptReader receipts = ReceiptReader.open(settings);
        ReportPublisher publisher = ReportPublisher.open(settings)) {
      receipts.fromNow(report.unit());
      receipt = await(receipts, publisher.publish(report).get());
    }
    System.out.println(ReceiptJson.write(receipt));
    return REFUSED.contains(receipt.outcome()) ? 1 : 0;
  }

  private static ProgressReport read(Path file) throws Exception {
    try (Stream<FileReport> reports = ReportFiles.read(file)) {
      FileReport first = reports.findFirst().orElseThrow();
      if (first instanceof FileReport.Legible legible) {
        return legible.report();
      }
      throw new IllegalArgumentException(first.toString());
    }
  }

  /** The receipt of the record that stands at this place: nothing else tells receipts apart. */
  private static Receipt await(ReceiptReader receipts, SourceRecord sent) {
    Instant deadline = Instant.now().plus(PATIENCE);
    while (Instant.now().isBefore(deadline)) {
      for (Receipt receipt : receipts.poll(POLL)) {
        if (sent.equals(receipt.source())) {
          return receipt;
        }
      }
    }
    throw new IllegalStateException("no receipt within " + PATIENCE + " of " + sent);
  }
}
