package vn.tonghop.standalone.browser;

import java.util.List;

/** Texts that would do something if they were anything but text. */
final class Harm {

  /** Set by whatever of them runs. */
  static final String SIGN = "window.harmed";

  private static final int LONG = 10_000;

  static final String NAME = "</title><script>" + SIGN + "=1</script>\u202eđảo \u2066& \"<b>\"";

  /** Would fill sheets if all of it were printed. */
  static final String LONG_NAME = NAME + "m".repeat(LONG);

  static final List<String> TEXTS =
      List.of(
          "<script>" + SIGN + "=2</script>",
          "\"><img src=x onerror=\"" + SIGN + "=3\">",
          "</textarea></td></table><svg onload=" + SIGN + "=4>",
          "javascript:" + SIGN + "=5",
          "=cmd|' /C calc'!A0",
          "&lt;b&gt; &amp; ${7*7} {{7*7}}",
          "\u202egnort iouogn\u202c \u200ftrái\u200e",
          "m".repeat(LONG));

  private Harm() {}
}
