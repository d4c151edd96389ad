package vn.tonghop.schemas.registry;

import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.config.ConfigException;

/**
 * Where the registry is and how to speak to it, under Confluent's keys.
 *
 * @param urls base addresses, asked in this order
 * @param userInfo {@code user:password}; empty where the addresses carry their own, or none is
 *     needed
 * @param connectTimeout longest wait for a connection
 * @param requestTimeout longest wait for one answer
 */
public record RegistrySettings(
    List<URI> urls, Optional<String> userInfo, Duration connectTimeout, Duration requestTimeout) {
  /** Comma-separated base addresses. */
  public static final String URL = "schema.registry.url";

  /** {@code URL} (the default), {@code USER_INFO} or {@code SASL_INHERIT}. */
  public static final String CREDENTIALS_SOURCE = "basic.auth.credentials.source";

  /** {@code user:password}, with {@code USER_INFO}. */
  public static final String USER_INFO = "basic.auth.user.info";

  /** Milliseconds, 1 or more. */
  public static final String CONNECT_TIMEOUT_MS = "schema.registry.connect.timeout.ms";

  /** Milliseconds, 1 or more. */
  public static final String REQUEST_TIMEOUT_MS = "schema.registry.request.timeout.ms";

  private static final String PREFIX = "schema.registry.";

  public RegistrySettings {
    urls = List.copyOf(urls);
  }

  /** One registry without credentials, with the default time-outs. */
  public static RegistrySettings at(String url) {
    return from(Map.of(URL, url));
  }

  /**
   * Reads and checks the settings.
   *
   * @throws ConfigException naming the key and what it accepts
   */
  public static RegistrySettings from(Map<String, ?> configs) {
    Object url = configs.get(URL);
    if (url == null || url.toString().isBlank()) {
      throw new ConfigException(URL, url, "one or more http(s) addresses, parted by commas");
    }
    List<URI> urls =
        Arrays.stream(url.toString().replaceAll("[\\[\\]]", "").split(",", -1))
            .map(String::trim)
            .map(RegistrySettings::address)
            .toList();
    return new RegistrySettings(
        urls,
        userInfo(configs),
        millis(configs, CONNECT_TIMEOUT_MS, 3_000),
        millis(configs, REQUEST_TIMEOUT_MS, 10_000));
  }

  private static URI address(String text) {
    try {
      URI uri = URI.create(text.replaceAll("/+$", ""));
      if (uri.getHost() != null && List.of("http", "https").contains(uri.getScheme())) {
        return uri;
      }
    } catch (IllegalArgumentException e) {
      throw new ConfigException(URL, text, "an http(s) address: " + e.getMessage());
    }
    throw new ConfigException(URL, text, "an http(s) address");
  }

  private static Optional<String> userInfo(Map<String, ?> configs) {
    String source = text(configs, CREDENTIALS_SOURCE).orElse("URL");
    return switch (source) {
      case "URL" -> Optional.empty();
      case "USER_INFO" ->
          Optional.of(
              text(configs, USER_INFO)
                  .filter(info -> info.contains(":"))
                  .orElseThrow(
                      () ->
                          new ConfigException(
                              USER_INFO + " must be user:password with USER_INFO")));
      case "SASL_INHERIT" -> Optional.of(SaslCredentials.userInfo(configs));
      default ->
          throw new ConfigException(CREDENTIALS_SOURCE, source, "URL, USER_INFO or SASL_INHERIT");
    };
  }

  private static Duration millis(Map<String, ?> configs, String key, long otherwise) {
    String text = text(configs, key).orElse(Long.toString(otherwise));
    try {
      long millis = Long.parseLong(text);
      if (millis >= 1) {
        return Duration.ofMillis(millis);
      }
    } catch (NumberFormatException e) {
      throw new ConfigException(key, text, "milliseconds, 1 or more");
    }
    throw new ConfigException(key, text, "milliseconds, 1 or more");
  }

  private static Optional<String> text(Map<String, ?> configs, String key) {
    Object value = configs.get(key);
    if (value == null) {
      value = configs.get(PREFIX + key);
    }
    return Optional.ofNullable(value).map(Object::toString).map(String::trim);
  }
}
