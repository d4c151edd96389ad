package vn.tonghop.producer.cli;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.tonghop.producer.outbox.Answer;
import vn.tonghop.producer.outbox.HandOver;
import vn.tonghop.producer.outbox.Listing;
import vn.tonghop.producer.outbox.Outbox;
import vn.tonghop.producer.outbox.OutboxException;
import vn.tonghop.producer.outbox.OutboxFolder;
import vn.tonghop.producer.outbox.Watch;
import vn.tonghop.producer.settings.Settings;

/** Sends what a unit's outbox holds, through any outage, until it is ended. */
@Command(
    name = "outbox",
    description = {
      "A unit's durable queue on disk: sends what submit --outbox puts there, in order, once,",
      "through any outage.",
      "Hộp gửi của một đơn vị trên đĩa: gửi lần lượt, mỗi báo cáo một lần, dù mất mạng hay mất",
      "điện."
    })
public final class OutboxCommand extends ReportCommand {

  /** A clean end waits so long for what is under way; a kill would do no harm either. */
  private static final long END_SECONDS = 5;

  @Parameters(
      paramLabel = "DIR",
      description = {"Folder of the outbox / thư mục hộp gửi."})
  private Path folder = Path.of("");

  @Option(
      names = "--unit",
      paramLabel = "UNIT",
      description = {"Whose it is; said once / của đơn vị nào; chỉ cần cho biết một lần."})
  private @Nullable String unit;

  @Option(
      names = "--watch",
      paramLabel = "INBOX",
      description = {
        "Take report files that appear in this folder, too /",
        "nhận cả các tệp báo cáo được đặt vào thư mục này."
      })
  private @Nullable Path inbox;

  @Option(
      names = "--list",
      description = {"Print what waits, and end / in những gì đang chờ rồi kết thúc."})
  private boolean list;

  @Option(
      names = "--until-empty",
      description = {"End when nothing waits / kết thúc khi không còn gì chờ."})
  private boolean untilEmpty;

  @Option(
      names = "--format",
      paramLabel = "text|json",
      converter = ReceiptFormatConverter.class,
      description = {
        "Receipts for people, or JSON, a line a receipt /",
        "biên nhận cho người đọc, hoặc JSON mỗi biên nhận một dòng."
      })
  private ReceiptFormat format = ReceiptFormat.TEXT;

  @Mixin private ReferenceOption reference = new ReferenceOption();

  @Override
  int run() throws UsageException {
    OutboxFolder outbox = OutboxFolders.open(folder, unit, lang());
    try {
      return list ? list(outbox) : send(outbox);
    } catch (OutboxException e) {
      err().println(e.text().in(lang()));
      return Exit.FAILED;
    }
  }

  private int list(OutboxFolder outbox) {
    Listing listing = Listing.of(outbox);
    for (Listing.Row row : listing.rows()) {
      out()
          .println(
              OneLine.of(
                  lang()
                      .pick(
                          "%d  %s  %s: %d báo cáo, %d đã gửi, %d đã có trả lời",
                          "%d  %s  %s: reports %d, sent %d, answered %d")
                      .formatted(
                          row.number(),
                          row.at(),
                          row.file(),
                          row.reports(),
                          row.sent(),
                          row.answered())));
    }
    OutboxLines.waiting(err(), lang(), outbox.unit(), listing);
    return Exit.DONE;
  }

  private int send(OutboxFolder folder) throws UsageException {
    Settings settings = settings();
    OutboxLines lines = new OutboxLines(out(), err(), lang(), format, this::text);
    Answer.Words words = OutboxLines.words(settings.regime());
    HandOver.Rules rules =
        new HandOver.Rules(reference.read(lang()), settings.regime(), false, words);
    try (Outbox outbox = Outbox.open(folder, settings, words, lines)) {
      CountDownLatch ended = new CountDownLatch(1);
      Thread end = new Thread(() -> end(outbox, ended), "outbox-end");
      Runtime.getRuntime().addShutdownHook(end);
      try {
        OutboxLines.waiting(err(), lang(), folder.unit(), Listing.of(folder));
        if (inbox != null) {
          outbox.watch(inbox, Watch.QUIET, rules);
        }
        outbox.run(untilEmpty);
        return outbox.hasFailures() ? Exit.FAILED : Exit.DONE;
      } finally {
        ended.countDown();
        removeHook(end);
      }
    }
  }

  private static void removeHook(Thread end) {
    try {
      Runtime.getRuntime().removeShutdownHook(end);
    } catch (IllegalStateException shuttingDown) {
      // Then it is the hook that waits for this.
    }
  }

  /** To be ended is what it waits for: exit code 0, where a JVM by itself would say 143. */
  private static void end(Outbox outbox, CountDownLatch ended) {
    outbox.stop();
    try {
      if (!ended.await(END_SECONDS, TimeUnit.SECONDS)) {
        Runtime.getRuntime().halt(Exit.DONE);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    Runtime.getRuntime().halt(Exit.DONE);
  }
}
