package vn.tonghop.producer.cli;

import java.time.Duration;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.tonghop.producer.ReceiptReader;
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

  public ReceiptsCommand() {
    this(ReceiptReader::open);
  }

  ReceiptsCommand(Function<Settings, ReceiptReader> open) {
    this.open = open;
  }

  @Override
  int run() {
    try (ReceiptReader reader = open.apply(settings())) {
      reader.fromBeginning(unit);
      while (follow || !reader.isCaughtUp()) {
        reader.poll(POLL).forEach(receipt -> out().println(format.write(receipt, lang())));
        out().flush();
      }
    }
    return Exit.DONE;
  }
}
