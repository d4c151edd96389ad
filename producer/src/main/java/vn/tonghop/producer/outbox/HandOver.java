package vn.tonghop.producer.outbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.tonghop.domain.acceptance.CheckedReport;
import vn.tonghop.domain.acceptance.Finding;
import vn.tonghop.domain.acceptance.FindingList;
import vn.tonghop.domain.acceptance.Findings;
import vn.tonghop.domain.acceptance.Receipt;
import vn.tonghop.domain.acceptance.ReportCheck;
import vn.tonghop.domain.acceptance.Rule;
import vn.tonghop.domain.period.Regime;
import vn.tonghop.domain.reference.ReferenceData;
import vn.tonghop.producer.UnsentReceipts;
import vn.tonghop.producer.file.DocumentKey;
import vn.tonghop.producer.file.FileReport;
import vn.tonghop.producer.file.Notice;
import vn.tonghop.producer.file.Place;
import vn.tonghop.producer.file.ReportFiles;
import vn.tonghop.producer.revision.Reply;

/** Takes a file's reports into the outbox: all that may be sent, and answers to all the others. */
public final class HandOver {

  private static final UnsentReceipts UNSENT = new UnsentReceipts(UnsentReceipts.NO_VERSION);

  /**
   * How it checks.
   *
   * @param force takes reports with errors too
   */
  public record Rules(ReferenceData reference, Regime regime, boolean force, Answer.Words words) {}

  /** Who hears of what. */
  public interface Told {

    /** How the file was read, where its sender should know. */
    default void notice(Notice notice) {}

    /** What is wrong with a report, before anything is sent. */
    void findings(Place place, FindingList findings);

    /** The answer to a report that will not be sent. */
    void unsent(Receipt receipt);
  }

  /**
   * What came of a file.
   *
   * @param queued reports that will be sent
   * @param answered reports that will not, and have their answers
   */
  public record Result(int queued, int answered) {}

  private final OutboxFolder folder;
  private final Rules rules;
  private final Told told;

  public HandOver(OutboxFolder folder, Rules rules, Told told) {
    this.folder = folder;
    this.rules = rules;
    this.told = told;
  }

  /**
   * Returns when all reports of a file are safe on disk.
   *
   * @throws IOException if the file cannot be read; then nothing of it is queued
   * @throws OutboxException if the outbox cannot be written; then nothing of it is queued
   */
  public Result take(Path file) throws IOException {
    return take(file, file.toString(), null);
  }

  /**
   * The same for a file that is called otherwise for the moment.
   *
   * @param shown what people know it by
   * @param claim what it is called in the watched folder
   */
  Result take(Path file, String shown, @Nullable String claim) throws IOException {
    try (Stream<FileReport> reports = ReportFiles.read(file, told::notice);
        Writing entry = new Writing(shown, claim)) {
      int[] queued = {0};
      reports.forEachOrdered(
          report -> {
            Item item = item(report, shown(report.place(), file, shown));
            queued[0] += item instanceof Item.ToSend ? 1 : 0;
            entry.add(item);
          });
      return new Result(queued[0], entry.commit() - queued[0]);
    } catch (UncheckedIOException e) {
      throw e.getCause() == null ? new IOException(e) : e.getCause();
    }
  }

  /** Queues nothing but the answer to a file that cannot be read. */
  void refuse(String shown, String claim, IOException failure) {
    Findings errors = new Findings();
    errors.add(
        new Finding(
            Rule.E01,
            Finding.DOCUMENT,
            "Không đọc được tệp (%s); hãy lưu lại tệp rồi gửi lại".formatted(failure.getMessage()),
            "The file cannot be read (%s); save it anew and send it again"
                .formatted(failure.getMessage())));
    FileReport.Unreadable document =
        new FileReport.Unreadable(
            new Place(Path.of(shown), 1), DocumentKey.UNKNOWN, errors.toList());
    try (Writing entry = new Writing(shown, claim)) {
      entry.add(item(document, shown));
      entry.commit();
    }
  }

  private static String shown(Place place, Path file, String shown) {
    return place.toString().replace(file.toString(), shown);
  }

  private Item item(FileReport document, String place) {
    if (document instanceof FileReport.Legible legible) {
      return item(legible, place, false);
    }
    FileReport.Unreadable asItCame = (FileReport.Unreadable) document;
    FileReport.@Nullable Legible unnumbered = asItCame.toBeNumbered();
    if (unnumbered != null) {
      return item(unnumbered, place, true);
    }
    FileReport.Unreadable unreadable = asItCame.otherwiseWrong();
    told.findings(unreadable.place(), unreadable.errors());
    return answered(place, UNSENT.unreadable(unreadable, Instant.now()));
  }

  private Item item(FileReport.Legible legible, String place, boolean unnumbered) {
    CheckedReport checked =
        ReportCheck.check(rules.reference(), rules.regime(), legible.report(), folder.unit(), null);
    told.findings(legible.place(), legible.locator().located(checked.errors()));
    boolean ours = legible.report().unit().equals(folder.unit());
    // Another unit's report could only be rejected: force does not send it either.
    if (checked.errors().isEmpty() || (rules.force() && ours)) {
      return new Item.ToSend(place, legible.report(), unnumbered, legible.locator());
    }
    Receipt receipt = legible.locator().located(UNSENT.heldBack(checked, Instant.now()));
    return answered(place, unnumbered ? UnsentReceipts.unnumbered(receipt) : receipt);
  }

  private Item answered(String place, Receipt receipt) {
    told.unsent(receipt);
    return new Item.Answered(place, Answer.of(Reply.unsent(receipt, null), rules.words()));
  }

  /** An entry whose failures are the outbox's, to be told apart from the file's. */
  private final class Writing implements AutoCloseable {

    private final NewEntry entry;

    Writing(String shown, @Nullable String claim) {
      entry = tried(() -> NewEntry.begin(folder, shown, claim, Instant.now()));
    }

    void add(Item item) {
      tried(
          () -> {
            entry.add(item);
            return item;
          });
    }

    int commit() {
      tried(entry::commit);
      return entry.items();
    }

    @Override
    public void close() {
      tried(
          () -> {
            entry.close();
            return entry;
          });
    }

    private <T> T tried(DiskWork<T> work) {
      try {
        return work.run();
      } catch (IOException e) {
        throw OutboxException.of(folder.root(), e);
      }
    }
  }

  private interface DiskWork<T> {
    T run() throws IOException;
  }
}
