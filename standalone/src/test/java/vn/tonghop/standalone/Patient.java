package vn.tonghop.standalone;

import java.util.Map;
import java.util.stream.Collectors;

/**
 * For Kafka's clients in tests: they wait for a broker that is held up as long as the tests do.
 * What the program sets by itself gives up after ten seconds, since a person waits for it.
 */
public final class Patient {

  public static final Map<String, String> SETTINGS =
      Map.of(
          "default.api.timeout.ms", "90000",
          "request.timeout.ms", "60000",
          "max.block.ms", "90000",
          "delivery.timeout.ms", "90000");

  /** The same as lines of a settings file. */
  public static final String LINES =
      SETTINGS.entrySet().stream()
          .map(each -> each.getKey() + "=" + each.getValue() + "\n")
          .sorted()
          .collect(Collectors.joining());

  private Patient() {}
}
