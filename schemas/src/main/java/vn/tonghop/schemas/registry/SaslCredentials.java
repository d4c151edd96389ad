package vn.tonghop.schemas.registry;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.SaslConfigs;
import org.apache.kafka.common.config.types.Password;

/** {@code SASL_INHERIT}: the registry takes the same user as the broker. */
final class SaslCredentials {
  private static final Pattern OPTION =
      Pattern.compile("\\b(username|password)\\s*=\\s*(?:\"((?:[^\"\\\\]|\\\\.)*)\"|([^\\s;\"]+))");

  private SaslCredentials() {}

  static String userInfo(Map<String, ?> configs) {
    Object value = configs.get(SaslConfigs.SASL_JAAS_CONFIG);
    String jaas = value instanceof Password hidden ? hidden.value() : String.valueOf(value);
    String user = "";
    String password = "";
    Matcher options = OPTION.matcher(jaas);
    while (options.find()) {
      String quoted = options.group(2);
      String text = quoted == null ? options.group(3) : quoted.replaceAll("\\\\(.)", "$1");
      if (options.group(1).equals("username")) {
        user = text;
      } else {
        password = text;
      }
    }
    if (user.isEmpty()) {
      throw new ConfigException(
          SaslConfigs.SASL_JAAS_CONFIG + " must have a username with SASL_INHERIT");
    }
    return user + ":" + password;
  }
}
