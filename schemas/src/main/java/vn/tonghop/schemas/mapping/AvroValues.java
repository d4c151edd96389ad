package vn.tonghop.schemas.mapping;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.tonghop.domain.acceptance.Finding;
import vn.tonghop.domain.acceptance.FindingList;
import vn.tonghop.domain.acceptance.Rule;
import vn.tonghop.domain.period.Period;
import vn.tonghop.domain.period.Regime;

/** Converts the values that Avro holds otherwise than the domain: texts, periods, findings. */
final class AvroValues {

  private AvroValues() {}

  static @Nullable String textOrNull(@Nullable CharSequence text) {
    return text == null ? null : text.toString();
  }

  static List<String> texts(List<CharSequence> texts) {
    return texts.stream().map(CharSequence::toString).toList();
  }

  static List<vn.tonghop.Finding> findings(FindingList findings) {
    return findings.listed().stream()
        .map(each -> new vn.tonghop.Finding(each.rule().name(), each.path(), each.vi(), each.en()))
        .toList();
  }

  static FindingList findings(List<vn.tonghop.Finding> listed, int count) {
    return new FindingList(listed.stream().map(AvroValues::finding).toList(), count);
  }

  /**
   * The period of a label that this application wrote.
   *
   * @throws IllegalArgumentException if it is none
   */
  static Period period(Regime regime, CharSequence label) {
    return Period.parse(regime, label.toString())
        .orElseThrow(() -> new IllegalArgumentException("not the label of a period: " + label));
  }

  private static Finding finding(vn.tonghop.Finding finding) {
    return new Finding(
        Rule.valueOf(finding.getCode().toString()),
        finding.getPath().toString(),
        finding.getVi().toString(),
        finding.getEn().toString());
  }
}
