package vn.tonghop.standalone;

import java.util.List;
import java.util.stream.Stream;

/** Options of JVMs that end before the second compiler's work pays; none in a measurement. */
public final class ShortLived {

  /** Read by the launcher; the build sets it for tests. */
  static final String VARIABLE = "TONGHOP_JAVA_OPTS";

  private ShortLived() {}

  /** As the launcher takes them. */
  public static List<String> options() {
    return Stream.of(System.getenv().getOrDefault(VARIABLE, "").split(" ", -1))
        .filter(option -> !option.isEmpty())
        .toList();
  }
}
