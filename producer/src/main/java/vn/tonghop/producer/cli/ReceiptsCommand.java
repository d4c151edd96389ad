package vn.tonghop.producer.cli;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.tonghop.domain.period.Regime;
import vn.tonghop.producer.ReceiptReader;
import vn.tonghop.producer.revision.ReceiptHistory;
import vn.tonghop.producer.revision.Reply;
import vn.tonghop.producer.settings.Settings;

/** Prints a unit's receipts, those that are there or also those to come. */
@Command(
    name = "receipts",
    description = {"Prints a unit's receipts.", "In các biên nhận của một đơn vị."})
public final class ReceiptsCommand extends ReportCommand {

  private static final Duration POLL = Duration.ofMillis(200);

  private final Function<Settings, ReceiptReader> open;

  @Parameters(
      paramLabel = "UNIT",
      description = {"Code of the unit / mã đơn vị."})
  private String unit = "";

  @Option(
      names = "--follow",
      description = {"Go on with what comes / theo dõi tiếp, đến khi Ctrl-C."})
  private boolean follow;

  @Option(
      names = "--format",
      paramLabel = "text|json",
      converter = ReceiptFormatConverter.class,
      description = {
        "For people, or JSON, a line a receipt / cho người đọc, hoặc JSON mỗi biên nhận một dòng."
      })
  private ReceiptFormat format = ReceiptFormat.TEXT;

  @Option(
      names = "--last",
      paramLabel = "N",
      description = {"Only the last N of those there are / chỉ N biên nhận cuối."})
  private int last = Integer.MAX_VALUE;

  @Mixin private ReceiptFilter filter = new ReceiptFilter();

  public ReceiptsCommand() {
    this(ReceiptReader::open);
  }

  ReceiptsCommand(Function<Settings, ReceiptReader> open) {
    this.open = open;
  }

  @Override
  int run() throws UsageException {
    if (last < 1) {
      throw new UsageException(
          List.of(lang().pick("--last: cần số từ 1 trở lên", "--last: give 1 or more")));
    }
    Settings settings = settings();
    ReceiptHistory history = new ReceiptHistory();
    Deque<Reply> kept = new ArrayDeque<>();
    try (ReceiptReader reader = open.apply(settings)) {
      reader.fromBeginning(unit);
      while (!reader.isCaughtUp()) {
        for (Reply reply : next(reader, history)) {
          kept.add(reply);
          if (kept.size() > last) {
            kept.remove();
          }
        }
        if (last == Integer.MAX_VALUE) {
          print(kept, settings.regime());
        }
      }
      print(kept, settings.regime());
      while (follow) {
        kept.addAll(next(reader, history));
        print(kept, settings.regime());
      }
    }
    return Exit.DONE;
  }

  /** Those that are asked for; what they did is told by all that came before. */
  private List<Reply> next(ReceiptReader reader, ReceiptHistory history) {
    return reader.pollAnswers(POLL).stream()
        .map(answer -> Reply.to(answer, history.take(answer), null))
        .filter(reply -> filter.matches(reply.receipt()))
        .toList();
  }

  private void print(Deque<Reply> replies, Regime regime) {
    while (!replies.isEmpty()) {
      out().println(format.write(replies.remove(), regime, lang()));
    }
    out().flush();
  }
}
