package vn.tonghop.producer.cli;

import java.io.PrintWriter;
import vn.tonghop.domain.acceptance.Finding;
import vn.tonghop.domain.acceptance.FindingList;
import vn.tonghop.domain.format.Language;
import vn.tonghop.producer.file.Place;

/** Prints findings where editors and people look for them: {@code file:line: path: CODE text}. */
final class FindingLines {

  private final PrintWriter out;
  private final Language lang;

  FindingLines(PrintWriter out, Language lang) {
    this.out = out;
    this.lang = lang;
  }

  void print(Place place, FindingList findings) {
    for (Finding finding : findings.listed()) {
      out.println(OneLine.of(place + ": " + line(finding, lang)));
    }
    int left = findings.count() - findings.listed().size();
    if (left > 0) {
      out.println(OneLine.of(place + ": ") + more(left, lang));
    }
  }

  static String more(int left, Language lang) {
    return lang.pick("và %d điều nữa", "and %d more").formatted(left);
  }

  static String line(Finding finding, Language lang) {
    return "%s: %s %s"
        .formatted(finding.path(), finding.rule(), lang.pick(finding.vi(), finding.en()));
  }
}
