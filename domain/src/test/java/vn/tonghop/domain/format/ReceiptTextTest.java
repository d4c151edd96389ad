package vn.tonghop.domain.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.tonghop.domain.acceptance.FindingList;
import vn.tonghop.domain.acceptance.Message;
import vn.tonghop.domain.acceptance.Outcome;
import vn.tonghop.domain.acceptance.Receipt;
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
        (không đọc được): KHÔNG NHẬN, cần sửa và gửi lại; hiện không có báo cáo được
          tính
          E01 unit: Thiếu trường bắt buộc; hãy bổ sung
          E01: Không đọc được báo cáo: }
          … 3 lỗi khác
        """,
        ReceiptText.write(rejected, Language.VI, 80));
  }

  @Test
  void aWidthThatIsTooSmallIsRefused() {
    assertThrows(
        IllegalArgumentException.class, () -> ReceiptText.write(receipts.get(0), Language.EN, 39));
  }
}
