package vn.tonghop.standalone;

import java.util.HashMap;
import java.util.Map;
import vn.tonghop.producer.PlaintextCheck;
import vn.tonghop.producer.settings.Settings;

/**
 * How a command's clients reach the broker. It says within about ten seconds that nobody answers,
 * instead of after a minute.
 */
final class ClientConfig {

  private static final int ANSWER_MS = 8_000;
  private static final int REQUEST_MS = 5_000;

  private ClientConfig() {}

  /**
   * What Kafka's clients are configured with: the settings, with shorter time-outs where they say
   * nothing of them.
   *
   * @throws vn.tonghop.producer.PublishException if the broker speaks TLS and the settings do not
   */
  static Map<String, Object> of(Settings settings) {
    PlaintextCheck.require(settings);
    Map<String, Object> bounded = new HashMap<>(settings.clientConfig());
    bounded.putIfAbsent("default.api.timeout.ms", ANSWER_MS);
    bounded.putIfAbsent("request.timeout.ms", REQUEST_MS);
    bounded.putIfAbsent("max.block.ms", ANSWER_MS);
    bounded.putIfAbsent("delivery.timeout.ms", ANSWER_MS);
    bounded.putIfAbsent("schema.registry.max.wait.ms", ANSWER_MS);
    return bounded;
  }
}
