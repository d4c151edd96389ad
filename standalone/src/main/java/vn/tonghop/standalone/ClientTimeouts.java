package vn.tonghop.standalone;

import java.util.HashMap;
import java.util.Map;

/** A command says within about ten seconds that nobody answers, instead of after a minute. */
final class ClientTimeouts {

  private static final int ANSWER_MS = 8_000;
  private static final int REQUEST_MS = 5_000;

  private ClientTimeouts() {}

  /** The settings, with shorter time-outs where they say nothing of them. */
  static Map<String, Object> of(Map<String, Object> config) {
    Map<String, Object> bounded = new HashMap<>(config);
    bounded.putIfAbsent("default.api.timeout.ms", ANSWER_MS);
    bounded.putIfAbsent("request.timeout.ms", REQUEST_MS);
    bounded.putIfAbsent("max.block.ms", ANSWER_MS);
    bounded.putIfAbsent("delivery.timeout.ms", ANSWER_MS);
    bounded.putIfAbsent("schema.registry.max.wait.ms", ANSWER_MS);
    return bounded;
  }
}
