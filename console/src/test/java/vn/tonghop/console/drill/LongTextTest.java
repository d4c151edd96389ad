package vn.tonghop.console.drill;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class LongTextTest {

  @Test
  void aLongTextShowsItsBeginningAndNoHalfCharacter() {
    LongText text = LongText.of("𠊛".repeat(10_000));
    assertTrue(text.isLong());
    assertEquals("𠊛".repeat(LongText.SHOWN) + "…", text.start());
    assertEquals(20_000, text.whole().length());
  }

  @Test
  void aTextThatIsHardlyTooLongIsNotCut() {
    LongText text = LongText.of("x".repeat(LongText.SHOWN + 10));
    assertFalse(text.isLong());
    assertEquals(text.whole(), text.start());
    assertEquals("", LongText.of(null).whole());
  }
}
