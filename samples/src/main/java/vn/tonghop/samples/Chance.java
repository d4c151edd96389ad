package vn.tonghop.samples;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

/**
 * Chance that is the same for the same name in every run, so that a change to one province moves no
 * other.
 */
final class Chance {

  /** 2^64 over the golden ratio, odd: neighbouring hashes would begin alike. */
  private static final long SPREAD = 0x9E3779B97F4A7C15L;

  private final Random random;

  private Chance(Random random) {
    this.random = random;
  }

  static Chance of(Object... name) {
    // A string's hash is laid down for good; that of a list of any things is not.
    String text = Arrays.stream(name).map(String::valueOf).collect(Collectors.joining("|"));
    return new Chance(new Random(text.hashCode() * SPREAD));
  }

  /** A number from {@code least} to {@code most}, both included. */
  int between(int least, int most) {
    return least + random.nextInt(most - least + 1);
  }

  <T> T oneOf(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }
}
