package vn.tonghop.console.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.tonghop.domain.format.Language;

class LanguagesTest {

  @ParameterizedTest
  @CsvSource(
      nullValues = "none",
      textBlock =
          """
          none,                      VI
          -,                         VI
          '-,en',                    VI
          '',                        VI
          vi,                        VI
          'vi-VN,vi;q=0.9,en;q=0.8', VI
          'en-GB,en;q=0.9',          EN
          'fr;q=0.9,en;q=0.2',       EN
          'en;q=0.1,vi;q=0.9',       VI
          fr,                        VI
          ';;;q=',                   VI
          """)
  void aReaderGetsTheLanguageThatTheBrowserAsksForIfWeHaveIt(
      @Nullable String accepted, Language expected) {
    assertEquals(expected, Languages.ofBrowser(accepted));
  }
}
