package vn.tonghop.console.view;

import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;

/** Gives each of a few names a small number, so that an index need not hold the name again. */
final class Numbers<T> {

  private final Map<T, Integer> numbers = new ConcurrentHashMap<>();

  /** The number of a name, a new one if it has none; from one thread. */
  int of(T name) {
    Integer known = numbers.get(name);
    if (known != null) {
      return known;
    }
    int number = numbers.size();
    numbers.put(name, number);
    return number;
  }

  /** The number of a name, or empty if it has none. */
  OptionalInt known(T name) {
    Integer number = numbers.get(name);
    return number == null ? OptionalInt.empty() : OptionalInt.of(number);
  }
}
