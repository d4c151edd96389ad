package vn.tonghop.domain.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.tonghop.domain.acceptance.FindingList;
import vn.tonghop.domain.acceptance.Message;
import vn.tonghop.domain.acceptance.Outcome;
import vn.tonghop.domain.acceptance.Receipt;
import vn.tonghop.domain.acceptance.SourceRecord;
import vn.tonghop.domain.format.ReceiptContext.Earlier;
import vn.tonghop.domain.format.ReceiptContext.Punctuality;
import vn.tonghop.domain.period.Regime;
import vn.tonghop.domain.reference.ReferenceData;

class ReceiptTextTest {

  private final List<Receipt> receipts =
      new RollUp(ReferenceData.bundled(), Regime.DECREE_09_2019)
          .receive(SampleReports.read("provinces-2024"))
          .receipts;

  @Test
  void everySampleReceiptIsAsTheGoldenFilesSay() {
    GoldenText golden = new GoldenText("receipt-text");
    for (Language language : Language.values()) {
      StringBuilder text = new StringBuilder();
      receipts.forEach(receipt -> text.append(ReceiptText.write(receipt, language, 80)));
      golden.check("provinces-2024." + language.tag() + ".80.txt", text.toString());
    }
    golden.checkThatAllAreUsed();
  }

  @Test
  void aRejectedDocumentNamesWhatIsKnownAndEachError() {
    Receipt rejected =
        new Receipt(
            null,
            null,
            null,
            null,
            Outcome.REJECTED,
            new FindingList(
                List.of(Message.MISSING_FIELD.at("unit"), Message.UNREADABLE.at("$", "}")), 5),
            FindingList.NONE,
            null,
            null,
            null,
            null,
            1,
            Instant.EPOCH);
    assertEquals(
        """
        (không đọc được): KHÔNG NHẬN, cần sửa và gửi lại
          E01 unit: Thiếu trường bắt buộc; hãy bổ sung
          E01: Không đọc được báo cáo: }
          … 3 lỗi khác
        """,
        ReceiptText.write(rejected, Language.VI, 80));
  }

  @Test
  void eachReceiptSaysWhatTheReportDidAndByHowMuchItIsLate() {
    LocalDate due = LocalDate.of(2024, 3, 25);
    Earlier second = new Earlier(2, true, LocalDate.of(2024, 4, 4));
    Earlier taken = new Earlier(2, false, LocalDate.of(2024, 4, 4));
    Punctuality late = new Punctuality(due, LocalDate.of(2024, 3, 26));
    Punctuality early = new Punctuality(due, LocalDate.of(2024, 3, 20));
    Punctuality lastDay = new Punctuality(due, due);
    says(
        "40 CTCT-2024 2024-Q1: ACCEPTED as revision 3, replaces revision 2 of 4 April 2024; late by"
            + " 1 day (due by the end of 25 March 2024) (tonghop.reports.40-0@7)",
        "40 CTCT-2024 2024-Q1: ĐÃ NHẬN là lần 3, thay lần 2 ngày 4/4/2024; quá hạn 1 ngày (hạn hết"
            + " ngày 25/3/2024) (tonghop.reports.40-0@7)",
        receipt(Outcome.ACCEPTED, 3, false),
        new ReceiptContext(null, second, late));
    says(
        "r.csv:2: 40 CTCT-2024 2024-Q1: ACCEPTED with warnings as revision 3, the first report of"
            + " the period; on time, 5 days early (due by the end of 25 March 2024)"
            + " (tonghop.reports.40-0@7)",
        "r.csv:2: 40 CTCT-2024 2024-Q1: ĐÃ NHẬN là lần 3 (có cảnh báo), báo cáo đầu tiên của kỳ;"
            + " đúng hạn, trước hạn 5 ngày (hạn hết ngày 25/3/2024) (tonghop.reports.40-0@7)",
        receipt(Outcome.ACCEPTED_WITH_WARNINGS, 3, true),
        new ReceiptContext("r.csv:2", null, early));
    says(
        "40 CTCT-2024 2024-Q1: ACCEPTED as revision 3, takes back revision 2 of 4 April 2024; on"
            + " time, on the last day (due by the end of 25 March 2024); no report counts now"
            + " (tonghop.reports.40-0@7)",
        "40 CTCT-2024 2024-Q1: ĐÃ NHẬN là lần 3, rút lần 2 ngày 4/4/2024; đúng hạn, vào ngày cuối"
            + " cùng (hạn hết ngày 25/3/2024); hiện không có báo cáo được tính"
            + " (tonghop.reports.40-0@7)",
        receipt(Outcome.ACCEPTED, null, true),
        new ReceiptContext(null, second, lastDay));
    says(
        "40 CTCT-2024 2024-Q1: ACCEPTED as revision 3, after the withdrawal by revision 2 of 4"
            + " April 2024 (tonghop.reports.40-0@7)",
        "40 CTCT-2024 2024-Q1: ĐÃ NHẬN là lần 3, sau khi đã rút báo cáo ở lần 2 ngày 4/4/2024"
            + " (tonghop.reports.40-0@7)",
        receipt(Outcome.ACCEPTED, 3, null),
        new ReceiptContext(null, taken, null));
    says(
        "40 CTCT-2024 2024-Q1 revision 3: CONFLICT with revision 2 of 4 April 2024, whose content"
            + " is another; send it as a higher revision, or without one; the accepted one counts"
            + " still (tonghop.reports.40-0@7)",
        "40 CTCT-2024 2024-Q1 lần 3: KHÁC NỘI DUNG với lần 2 ngày 4/4/2024; hãy gửi với lần báo cáo"
            + " cao hơn, hoặc để trống lần báo cáo; vẫn tính báo cáo đã nhận"
            + " (tonghop.reports.40-0@7)",
        receipt(Outcome.CONFLICT, 3, null),
        new ReceiptContext(null, second, null));
  }

  private static void says(String en, String vi, Receipt receipt, ReceiptContext context) {
    assertEquals(en + "\n", ReceiptText.write(receipt, context, Language.EN, 500));
    assertEquals(vi + "\n", ReceiptText.write(receipt, context, Language.VI, 500));
  }

  private static Receipt receipt(
      Outcome outcome, @Nullable Integer countsNow, @Nullable Boolean onTime) {
    return new Receipt(
        "40",
        "CTCT-2024",
        "2024-Q1",
        3,
        outcome,
        FindingList.NONE,
        FindingList.NONE,
        onTime,
        countsNow,
        new SourceRecord("tonghop.reports.40", 0, 7),
        null,
        1,
        Instant.EPOCH);
  }

  @Test
  void aWidthThatIsTooSmallIsRefused() {
    assertThrows(
        IllegalArgumentException.class, () -> ReceiptText.write(receipts.get(0), Language.EN, 39));
  }
}
