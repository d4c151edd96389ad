package vn.tonghop.standalone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.tonghop.domain.acceptance.Finding;
import vn.tonghop.domain.acceptance.FindingList;
import vn.tonghop.domain.acceptance.Message;
import vn.tonghop.domain.acceptance.Outcome;
import vn.tonghop.domain.acceptance.Receipt;
import vn.tonghop.domain.format.Language;

/** Four hundred receipts must leave the reader with what matters. */
class ReceiptBriefTest {

  private static final Finding LATE = Message.LATE.at("$", "2024-03-25");

  @Test
  void outcomesAreCountedAndOnlyWhatAsksForAttentionIsListed() {
    List<Receipt> receipts =
        new ArrayList<>(Collections.nCopies(1200, receipt("01", Outcome.ACCEPTED, true)));
    receipts.add(receipt("70", Outcome.ACCEPTED_WITH_WARNINGS, false, LATE));
    receipts.add(
        receipt(
            "40",
            Outcome.ACCEPTED_WITH_WARNINGS,
            false,
            LATE,
            Message.TASK_GONE.at("tasks", "DP09", 1),
            Message.TASK_GONE.at("tasks", "DP08", 1)));
    receipts.add(receipt("75", Outcome.DUPLICATE, true));
    receipts.add(receipt(null, Outcome.REJECTED, null, Message.MISSING_FIELD.at("unit")));
    assertEquals(
        List.of(
            "  1,204  reports sent",
            "      1  rejected, to be corrected",
            "  1,200  accepted",
            "      2  accepted with warnings",
            "      1  duplicate, ignored",
            "      2  of these late",
            "Worth a look:",
            "  40 CTCT-2024 2024-Q1/1  W02 (+1) Task DP09 of revision 1 is gone; lists are c…",
            "  75 CTCT-2024 2024-Q1/1  duplicate, ignored",
            "  (unreadable)  E01 A required field is missing; add it"),
        ReceiptBrief.lines(receipts, Language.EN, 80));
  }

  @Test
  void manyAreCutShortAndNoLineIsTooLong() {
    List<Receipt> receipts =
        Collections.nCopies(
            ReceiptBrief.LISTED + 7,
            receipt("40", Outcome.REJECTED, null, Message.UNREADABLE.at("$", "x".repeat(300))));
    List<String> lines = ReceiptBrief.lines(receipts, Language.VI, 60);
    assertEquals("     37  báo cáo đã gửi", lines.get(0));
    assertEquals(ReceiptBrief.LISTED + 4, lines.size());
    assertEquals("  … và 7 biên nhận khác", lines.get(lines.size() - 1));
    lines.forEach(line -> assertTrue(line.length() <= 60, line));
  }

  @Test
  void whatASenderWroteNeitherSteersTheTerminalNorMakesALineTooLong() {
    Finding odd = Message.UNREADABLE.at("$", "\u001b[2J\n" + "学".repeat(100));
    List<String> lines =
        ReceiptBrief.lines(List.of(receipt("40", Outcome.REJECTED, null, odd)), Language.EN, 80);
    String line = lines.get(lines.size() - 1);
    assertTrue(line.matches(".* \uFFFD\\[2J\uFFFD学+…"), line);
    assertTrue(line.codePoints().map(each -> each == '学' ? 2 : 1).sum() <= 80, line);
  }

  private static Receipt receipt(
      @Nullable String unit, Outcome outcome, @Nullable Boolean onTime, Finding... findings) {
    FindingList found = new FindingList(List.of(findings), findings.length);
    boolean rejected = outcome == Outcome.REJECTED;
    return new Receipt(
        unit,
        unit == null ? null : "CTCT-2024",
        unit == null ? null : "2024-Q1",
        unit == null ? null : 1,
        outcome,
        rejected ? found : FindingList.NONE,
        rejected ? FindingList.NONE : found,
        onTime,
        null,
        null,
        null,
        1,
        Instant.EPOCH);
  }
}
