package vn.tonghop.domain.format;

import java.util.List;
import vn.tonghop.domain.reference.ReportingUnit;
import vn.tonghop.domain.table.Coverage;

/** What a reader may ask of units by name, in the order in which it is told. */
public enum CoverageKind {
  CARRIED("Lấy theo báo cáo kỳ trước", "As last reported"),
  NIL("Không phát sinh", "Nothing to report"),
  LATE("Gửi muộn", "Reported late"),
  SUCCEEDED("Đơn vị kế thừa báo cáo thay", "Successor reports instead"),
  MISSING("Chưa báo cáo", "Missing");

  private final String vi;
  private final String en;

  CoverageKind(String vi, String en) {
    this.vi = vi;
    this.en = en;
  }

  public String label(Language language) {
    return language.pick(vi, en);
  }

  /** The bodies of which it is said. */
  public List<String> bodies(Coverage coverage) {
    return switch (this) {
      case CARRIED -> coverage.carried();
      case NIL -> coverage.nil();
      case LATE -> coverage.late();
      case SUCCEEDED -> coverage.succeeded();
      case MISSING -> coverage.missing().stream().map(ReportingUnit::body).toList();
    };
  }
}
