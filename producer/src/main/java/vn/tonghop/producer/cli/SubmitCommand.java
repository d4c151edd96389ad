package vn.tonghop.producer.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.tonghop.domain.acceptance.FindingList;
import vn.tonghop.domain.period.Regime;
import vn.tonghop.producer.PublishException;
import vn.tonghop.producer.ReceiptReader;
import vn.tonghop.producer.ReportPublisher;
import vn.tonghop.producer.file.Place;
import vn.tonghop.producer.outbox.HandOver;
import vn.tonghop.producer.revision.NextRevision;
import vn.tonghop.producer.revision.Reply;
import vn.tonghop.producer.settings.Settings;

/** Sends reports as a province does, and with {@code --wait} says what became of them. */
@Command(
    name = "submit",
    description = {"Sends reports; validates them first.", "Gửi báo cáo; kiểm tra trước khi gửi."})
public final class SubmitCommand extends ReportCommand {

  private final Links links;
  private final Tally tally = new Tally();

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE",
      description = {"Report files / tệp báo cáo (.json, .jsonl, .ndjson, .csv, .xlsx)."})
  private List<Path> files = new ArrayList<>();

  @Option(
      names = "--wait",
      description = {
        "Wait for the receipts, print each as it comes, and a summary /",
        "chờ và in từng biên nhận, cuối cùng là tổng kết."
      })
  private boolean wait;

  @Option(
      names = "--outbox",
      paramLabel = "DIR",
      description = {
        "Queue the reports in this folder, from which the command outbox sends them; needs no",
        "broker / xếp báo cáo vào hộp gửi; lệnh outbox sẽ gửi đi, không cần mạng lúc này."
      })
  private @Nullable Path outbox;

  @Option(
      names = "--force",
      description = {
        "Send reports with errors too; never those that cannot be read (E01) /",
        "gửi cả báo cáo có lỗi, trừ lỗi E01."
      })
  private boolean force;

  @Option(
      names = "--format",
      paramLabel = "text|json",
      converter = ReceiptFormatConverter.class,
      description = {
        "For people, or JSON, a line a receipt / cho người đọc, hoặc JSON mỗi biên nhận một dòng."
      })
  private ReceiptFormat format = ReceiptFormat.TEXT;

  @Mixin private ReferenceOption reference = new ReferenceOption();

  public SubmitCommand() {
    this(Links.REAL);
  }

  SubmitCommand(Links links) {
    this.links = links;
  }

  @Override
  int run() throws UsageException {
    Settings settings = settings();
    InputFiles input = new InputFiles(files, lang(), err());
    input.probe();
    if (outbox != null) {
      return queue(outbox, settings);
    }
    Sending.Rules rules = new Sending.Rules(reference.read(lang()), settings.regime(), force);
    try (ReportPublisher publisher = links.publisher().apply(settings);
        NextRevision revisions = new NextRevision(() -> links.answered().apply(settings))) {
      Told told = new Told(settings.regime());
      if (!wait) {
        return send(input, new Sending(rules, publisher, revisions, null, told), null);
      }
      try (ReceiptReader reader = links.receipts().apply(settings)) {
        AwaitedReceipts receipts = new AwaitedReceipts(reader, links.patience(), told::answered);
        return send(input, new Sending(rules, publisher, revisions, receipts, told), receipts);
      }
    }
  }

  private int queue(Path folder, Settings settings) throws UsageException {
    if (wait) {
      throw new UsageException(
          List.of(
              lang()
                  .pick(
                      "--wait không dùng cùng --outbox: biên nhận nằm trong hộp gửi",
                      "--wait does not go with --outbox: the receipts come into the outbox")));
    }
    HandOver.Rules rules =
        new HandOver.Rules(
            reference.read(lang()), settings.regime(), force, OutboxLines.words(settings.regime()));
    return new Queueing(err(), lang()).put(files, folder, rules);
  }

  private int send(InputFiles input, Sending sending, @Nullable AwaitedReceipts receipts)
      throws UsageException {
    Progress progress = Progress.onTerminal(err());
    input.forEach(
        report -> {
          sending.take(report);
          progress.step();
        });
    sending.settle();
    progress.end();
    long unanswered = receipts == null ? 0 : receipts.await();
    summarise(sending, unanswered);
    boolean failed = sending.notSent() > 0 || unanswered > 0 || tally.hasFailures();
    return failed ? Exit.FAILED : Exit.DONE;
  }

  private void summarise(Sending sending, long unanswered) {
    err()
        .println(
            lang()
                .pick("đã gửi %d, không gửi được %d", "%d sent, %d not sent")
                .formatted(sending.acknowledged(), sending.notSent()));
    if (unanswered > 0) {
      err()
          .println(
              lang()
                  .pick(
                      "%d báo cáo chưa có biên nhận; hệ thống tổng hợp có đang chạy không?",
                      unanswered == 1
                          ? "%d report has no receipt yet; is the roll-up running?"
                          : "%d reports have no receipt yet; is the roll-up running?")
                  .formatted(unanswered));
    }
    if (wait) {
      // Lines of JSON stay lines of JSON: the summary is for people.
      PrintWriter summary = format == ReceiptFormat.JSON ? err() : out();
      summary.println(tally.effects(lang()));
      summary.println(tally.line(lang()));
    }
  }

  /** What the sender is told while the reports go out. */
  private final class Told implements Sending.Listener {

    private final Regime regime;

    Told(Regime regime) {
      this.regime = regime;
    }

    @Override
    public void findings(Place place, FindingList findings) {
      new FindingLines(err(), lang()).print(place, findings);
    }

    @Override
    public void numbered(Place place, int revision) {
      err()
          .println(
              OneLine.of(
                  place
                      + ": "
                      + lang()
                          .pick("gửi là lần báo cáo %d", "sent as revision %d")
                          .formatted(revision)));
    }

    @Override
    public void failed(Place place, PublishException failure) {
      err().println(OneLine.of(place + ": " + text(failure)));
    }

    @Override
    public void answered(Reply reply) {
      tally.add(reply);
      if (wait) {
        out().println(format.write(reply, regime, lang()));
        out().flush();
      }
    }
  }
}
