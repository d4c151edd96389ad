package vn.tonghop.producer.cli;

import picocli.CommandLine.Command;
import vn.tonghop.domain.format.Language;
import vn.tonghop.domain.report.ReportKind;

/** Says that there is nothing to report for a period: it counts, with zeros. */
@Command(
    name = "nil",
    description = {
      "Sends a nil report: nothing to report for the period.",
      "Gửi báo cáo \"không phát sinh\" cho kỳ."
    })
public final class NilCommand extends OneReportCommand {

  public NilCommand() {
    this(Links.REAL, Confirmation::onTerminal);
  }

  NilCommand(Links links, Confirmation confirmation) {
    super(links, confirmation);
  }

  @Override
  ReportKind kind() {
    return ReportKind.SUBMIT;
  }

  @Override
  String question(Language lang) {
    return lang.pick(
        "Gửi báo cáo \"không phát sinh\" của đơn vị %s cho %s, kỳ %s?",
        "Send a nil report of unit %s on %s for %s?");
  }
}
