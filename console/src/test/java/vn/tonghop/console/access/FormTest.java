package vn.tonghop.console.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormTest {

  private static Form form(String sent) {
    return Form.of(sent.getBytes(StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @CsvSource({
    "a=b, b",
    "a=b&x=y, b",
    "x=y&a=b, b",
    "a=b+c%20d, b c d",
    "a=%2B%26%3D, '+&='",
    "a=b=c, b=c",
    "%61=b, b",
    "a=tr%E1%BB%9Di, trời",
    "a=trời, trời",
    "a=b&a=c, b",
    "&&a=b&, b",
    "a=, ''",
    "a, ''",
    "A=b, ''",
    "=b, ''",
    "'', ''"
  })
  void aFieldHoldsWhatWasTyped(String sent, String field) {
    assertEquals(field, form(sent).field("a"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a=%", "a=%4", "a=%zz", "%=b", "a=b&c=%-1"})
  void whatNoBrowserSendsIsNone(String sent) {
    assertThrows(IllegalArgumentException.class, () -> form(sent));
  }

  @Test
  void noFormHasNoFields() {
    assertEquals("", Form.EMPTY.field("a"));
  }
}
