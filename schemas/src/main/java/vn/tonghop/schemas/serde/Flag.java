package vn.tonghop.schemas.serde;

import java.util.Locale;
import java.util.Map;
import org.apache.kafka.common.config.ConfigException;

/** A setting that is true or false, as text or as a value. */
final class Flag {
  private Flag() {}

  static boolean read(Map<String, ?> configs, String key, boolean otherwise) {
    Object value = configs.get(key);
    return switch (value == null ? "" : value.toString().trim().toLowerCase(Locale.ROOT)) {
      case "" -> otherwise;
      case "true" -> true;
      case "false" -> false;
      default -> throw new ConfigException(key, value, "true or false");
    };
  }
}
