package vn.tonghop.standalone.letters;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.tonghop.domain.acceptance.Rule;

/**
 * Which dead letters are meant; null or empty is any.
 *
 * @param unit by whose topic they came
 * @param codes with at least one of these
 * @param from came in then or later
 * @param to came in before
 */
public record LetterFilter(
    @Nullable String unit, Set<Rule> codes, @Nullable Instant from, @Nullable Instant to) {

  public static final LetterFilter ALL = new LetterFilter(null, Set.of(), null, null);

  public LetterFilter {
    codes = Set.copyOf(codes);
  }

  boolean matches(Letter letter) {
    return (unit == null || letter.unit().filter(unit::equals).isPresent())
        && (codes.isEmpty()
            || codes.stream().anyMatch(code -> letter.codes().contains(code.name())))
        && (from == null || !letter.at().isBefore(from))
        && (to == null || letter.at().isBefore(to));
  }
}
