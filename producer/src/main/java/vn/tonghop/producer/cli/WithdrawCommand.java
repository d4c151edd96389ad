package vn.tonghop.producer.cli;

import picocli.CommandLine.Command;
import vn.tonghop.domain.format.Language;
import vn.tonghop.domain.report.ReportKind;

/** Takes the report of a period back; after it, no older revision counts. */
@Command(
    name = "withdraw",
    description = {"Takes the report of a period back.", "Rút báo cáo của kỳ."})
public final class WithdrawCommand extends OneReportCommand {

  public WithdrawCommand() {
    this(Links.REAL, Confirmation::onTerminal);
  }

  WithdrawCommand(Links links, Confirmation confirmation) {
    super(links, confirmation);
  }

  @Override
  ReportKind kind() {
    return ReportKind.WITHDRAW;
  }

  @Override
  String question(Language lang) {
    return lang.pick(
        "Rút báo cáo của đơn vị %s cho %s, kỳ %s?",
        "Take back the report of unit %s on %s for %s?");
  }
}
