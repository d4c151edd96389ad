package vn.tonghop.producer.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.function.Function;
import vn.tonghop.domain.format.Language;
import vn.tonghop.domain.format.ReceiptText;
import vn.tonghop.domain.period.Regime;
import vn.tonghop.producer.PublishException;
import vn.tonghop.producer.outbox.Answer;
import vn.tonghop.producer.outbox.Listener;
import vn.tonghop.producer.outbox.Listing;

/** What a running outbox prints: receipts as they come, and on standard error how it goes. */
final class OutboxLines implements Listener {

  private static final int WIDTH = 80;

  private final PrintWriter out;
  private final PrintWriter err;
  private final Language lang;
  private final ReceiptFormat format;
  private final Function<PublishException, String> why;

  OutboxLines(
      PrintWriter out,
      PrintWriter err,
      Language lang,
      ReceiptFormat format,
      Function<PublishException, String> why) {
    this.out = out;
    this.err = err;
    this.lang = lang;
    this.format = format;
    this.why = why;
  }

  /** A receipt as it is kept for people, wherever they will read it. */
  static Answer.Words words(Regime regime) {
    return (reply, lang) ->
        ReceiptText.write(reply.receipt(), reply.context(regime), lang, WIDTH).stripTrailing();
  }

  /** What waits, in a line. */
  static void waiting(PrintWriter err, Language lang, String unit, Listing listing) {
    long open =
        listing.rows().stream().mapToLong(row -> (long) row.reports() - row.answered()).sum();
    err.println(
        lang.pick(
                "hộp gửi của đơn vị %s: %d tệp, %d báo cáo chưa có trả lời",
                "outbox of unit %s: files %d, reports without an answer %d")
            .formatted(unit, listing.rows().size(), open));
    if (listing.damaged() > 0) {
      err.println(
          lang.pick(
                  "%d tệp bị hỏng trong thư mục damaged: hãy gửi lại bản gốc rồi xóa tệp hỏng",
                  "%d damaged in the folder damaged: hand the originals over again, then delete them")
              .formatted(listing.damaged()));
    }
    err.flush();
  }

  @Override
  public void answered(String file, Answer answer) {
    out.println(format == ReceiptFormat.JSON ? answer.json() : answer.text().in(lang));
    out.flush();
  }

  @Override
  public void away(PublishException failure) {
    tell(
        why.apply(failure),
        lang.pick(
            "; báo cáo vẫn an toàn trên đĩa, sẽ thử lại", "; reports are safe, trying again"));
  }

  @Override
  public void silent(Duration since) {
    tell(
        lang.pick(
                "máy chủ chưa xác nhận từ %d giây nay; báo cáo vẫn an toàn trên đĩa",
                "no acknowledgement from the broker for %d s; reports are safe, going on")
            .formatted(since.toSeconds()),
        "");
  }

  @Override
  public void back() {
    tell(lang.pick("đã gửi được trở lại", "sending again"), "");
  }

  @Override
  public void damaged(String what, String reason) {
    tell(
        lang.pick("%s: bị hỏng, đã để riêng (%s)", "%s: damaged, put aside (%s)")
            .formatted(what, reason),
        "");
  }

  @Override
  public void taken(String file, int reports) {
    tell(lang.pick("%s: đã nhận %d báo cáo", "%s: taken, reports %d").formatted(file, reports), "");
  }

  @Override
  public void leftAlone(String file) {
    tell(
        lang.pick(
                "%s: không phải tệp báo cáo hoặc không lấy được, để nguyên",
                "%s: no report file, or it cannot be taken: left where it is")
            .formatted(file),
        "");
  }

  private void tell(String what, String more) {
    err.println(OneLine.of(what + more));
    err.flush();
  }
}
