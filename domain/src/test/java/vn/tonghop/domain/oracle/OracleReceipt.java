package vn.tonghop.domain.oracle;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import vn.tonghop.domain.acceptance.Outcome;

/**
 * What a receipt must say.
 *
 * @param errors as listed: code, blank, path
 * @param warnings likewise
 */
public record OracleReceipt(
    Outcome outcome,
    List<String> errors,
    int errorCount,
    List<String> warnings,
    int warningCount,
    @Nullable Boolean onTime,
    @Nullable Integer countsNow) {

  static OracleReceipt of(
      Outcome outcome,
      List<String> errors,
      List<String> warnings,
      @Nullable Boolean onTime,
      @Nullable Integer countsNow) {
    return new OracleReceipt(
        outcome,
        listed(errors),
        errors.size(),
        listed(warnings),
        warnings.size(),
        onTime,
        countsNow);
  }

  /** Codes of its errors and warnings, each once. */
  public SortedSet<String> codes() {
    TreeSet<String> codes = new TreeSet<>();
    errors.forEach(each -> codes.add(code(each)));
    warnings.forEach(each -> codes.add(code(each)));
    return codes;
  }

  private static String code(String finding) {
    return finding.substring(0, 3);
  }

  /** The first hundred, and the first of each code that is not among them. */
  private static List<String> listed(List<String> all) {
    List<String> listed = new ArrayList<>(all.subList(0, Math.min(100, all.size())));
    Set<String> codes = new HashSet<>();
    listed.forEach(each -> codes.add(code(each)));
    for (String each : all) {
      if (codes.add(code(each))) {
        listed.add(each);
      }
    }
    return List.copyOf(listed);
  }
}
