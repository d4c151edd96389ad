package vn.tonghop.domain.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.tonghop.domain.acceptance.Finding;
import vn.tonghop.domain.acceptance.Message;
import vn.tonghop.domain.acceptance.MessageSamples;
import vn.tonghop.domain.acceptance.Rule;

/** What a clerk reads of each error and warning, in both languages. */
class MessageTextTest {

  @Test
  void everyMessageIsAsTheGoldenFileSays() {
    StringBuilder text = new StringBuilder();
    for (Message message : Message.values()) {
      Finding finding = MessageSamples.of(message, "Đề-án-7");
      text.append(finding.rule()).append(' ').append(message).append(" at ");
      text.append(finding.path()).append("\n  ").append(finding.vi());
      text.append("\n  ").append(finding.en()).append('\n');
    }
    GoldenText golden = new GoldenText("message-text");
    golden.check("messages.txt", text.toString());
    golden.checkThatAllAreUsed();
  }

  @Test
  void everyCodeHasAMessageAndBothLanguagesEchoTheSame() {
    Set<Rule> rules = EnumSet.noneOf(Rule.class);
    for (Message message : Message.values()) {
      rules.add(message.rule());
      Finding finding = MessageSamples.of(message, "@@");
      assertEquals(echoes(finding.vi()), echoes(finding.en()), message.name());
      assertFalse((finding.vi() + finding.en()).contains("%s"), message.name());
      assertFalse(finding.vi().equals(finding.en()), message.name());
    }
    assertEquals(EnumSet.allOf(Rule.class), rules);
  }

  private static long echoes(String text) {
    return text.split("@@", -1).length;
  }
}
