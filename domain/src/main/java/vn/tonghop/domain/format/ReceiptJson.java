package vn.tonghop.domain.format;

import java.io.IOException;
import java.util.List;
import vn.tonghop.domain.acceptance.Finding;
import vn.tonghop.domain.acceptance.Receipt;

/** A receipt as one line of JSON (commands.md, "JSON of a receipt"). */
public final class ReceiptJson {

  private ReceiptJson() {}

  /** The line, without its end. */
  public static String write(Receipt receipt) {
    return Json.object(json -> write(json, receipt));
  }

  private static void write(Json json, Receipt receipt) throws IOException {
    json.text("unit", receipt.unit());
    json.text("programme", receipt.programme());
    json.text("period", receipt.period());
    json.integer("revision", receipt.revision());
    json.text("outcome", receipt.outcome());
    findings(json, "errors", receipt.errors().listed());
    json.integer("errorCount", receipt.errors().count());
    findings(json, "warnings", receipt.warnings().listed());
    json.integer("warningCount", receipt.warnings().count());
    json.flag("onTime", receipt.onTime());
    json.integer("countsNow", receipt.countsNow());
    json.source(receipt.source());
    json.text("digest", receipt.digest());
    json.number("referenceVersion", receipt.referenceVersion());
    json.text("decidedAt", receipt.decidedAt());
  }

  private static void findings(Json json, String name, List<Finding> findings) throws IOException {
    json.objects(
        name,
        findings,
        finding -> {
          json.text("code", finding.rule());
          json.text("path", finding.path());
          json.text("vi", finding.vi());
          json.text("en", finding.en());
        });
  }
}
