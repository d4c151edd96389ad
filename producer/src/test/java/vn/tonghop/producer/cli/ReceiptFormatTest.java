package vn.tonghop.producer.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.tonghop.domain.acceptance.FindingList;
import vn.tonghop.domain.acceptance.Message;
import vn.tonghop.domain.acceptance.Outcome;
import vn.tonghop.domain.acceptance.Receipt;
import vn.tonghop.domain.acceptance.SourceRecord;
import vn.tonghop.domain.format.Language;
import vn.tonghop.domain.period.Regime;
import vn.tonghop.producer.revision.ReceiptHistory.Past;
import vn.tonghop.producer.revision.Reply;

class ReceiptFormatTest {

  private static final Receipt REJECTED =
      new Receipt(
          "40",
          "CTCT-2024",
          "2024-Q1",
          2,
          Outcome.REJECTED,
          new FindingList(
              List.of(
                  Message.PERCENT_CONTRADICTS.at("tasks[0].percent", "90", "COMPLETED", "100"),
                  Message.AUTHORITY_UNKNOWN.at("tasks[1].assignedBy", "a\nb")),
              7),
          FindingList.NONE,
          null,
          1,
          new SourceRecord("tonghop.reports.40", 0, 12),
          null,
          1,
          Instant.EPOCH);

  private static final Reply REPLY = new Reply(REJECTED, Instant.EPOCH, Past.NOTHING, null);

  @Test
  void aReceiptForPeopleHasWhatWasFoundBelowItAndFitsEightyColumns() {
    assertEquals(
        """
        40 CTCT-2024 2024-Q1 lần 2: KHÔNG NHẬN, cần sửa và gửi lại; đang tính lần 1
          (tonghop.reports.40-0@12)
          E10 tasks[0].percent: Tỷ lệ 90 mâu thuẫn với trạng thái COMPLETED (cần 100);
            hãy sửa tỷ lệ hoặc trạng thái
          E13 tasks[1].assignedBy: Không có cấp giao mang mã a\uFFFDb; hãy dùng mã trong danh
            mục cấp giao
          … 5 lỗi khác\
        """,
        ReceiptFormat.TEXT.write(REPLY, Regime.DECREE_09_2019, Language.VI));
  }

  @Test
  void aReceiptForProgramsIsOneLine() {
    assertEquals(
        1, ReceiptFormat.JSON.write(REPLY, Regime.DECREE_09_2019, Language.VI).lines().count());
  }
}
