package vn.tonghop.producer.cli;

import vn.tonghop.domain.format.Language;
import vn.tonghop.domain.format.ReceiptJson;
import vn.tonghop.domain.format.ReceiptText;
import vn.tonghop.domain.period.Regime;
import vn.tonghop.producer.revision.Reply;
import vn.tonghop.producer.text.Columns;

/** How receipts are printed: for people, what was found below; or a line each, for programs. */
enum ReceiptFormat {
  TEXT,
  JSON;

  /** A receipt without the last line end. */
  String write(Reply reply, Regime regime, Language lang) {
    return this == JSON
        ? ReceiptJson.write(reply.receipt())
        : ReceiptText.write(
                reply.located(), reply.context(regime), lang, Columns.ofStandardOutput())
            .stripTrailing();
  }
}
