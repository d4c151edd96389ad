package vn.tonghop.domain.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.Collections;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReferenceFlawTest {

  @ParameterizedTest
  @EnumSource
  void bothLanguagesSayTheSameFindingsInTheSameOrder(ReferenceFlaw flaw) {
    Object[] found = {"@1", "@2", "@3"};
    assertEquals(echoes(flaw.en(found)), echoes(flaw.vi(found)));
    assertNotEquals(flaw.en(found), flaw.vi(found));
    Object[] none = Collections.nCopies(3, "").toArray();
    assertEquals(0, count(flaw.en(none), "[À-ỹđĐ]"), "English");
    assertNotEquals(0, count(flaw.vi(none), "[À-ỹđĐ]"), "Vietnamese has its marks");
  }

  private static String echoes(String text) {
    return text.replaceAll("@(?!\\d)|[^@\\d]|(?<!@)\\d", "");
  }

  private static int count(String text, String pattern) {
    return (int) Pattern.compile(pattern).matcher(text).results().count();
  }
}
