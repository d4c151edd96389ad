package vn.tonghop.standalone.security;

import java.io.IOException;
import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/** The properties file of one principal, for {@code --config}. */
public final class SettingsText {

  private SettingsText() {}

  /** As text: comments first, certificates line by line. */
  public static String of(List<String> comments, Map<String, String> settings) {
    StringBuilder text = new StringBuilder();
    comments.forEach(comment -> text.append("# ").append(comment).append('\n'));
    settings.forEach(
        (key, value) ->
            text.append(key)
                .append('=')
                .append(value.strip().replace("\\", "\\\\").replace("\n", "\\n\\\n"))
                .append('\n'));
    return text.toString();
  }

  /** What such a text says. */
  public static Map<String, String> read(String text) throws IOException {
    Properties properties = new Properties();
    properties.load(new StringReader(text));
    Map<String, String> settings = new LinkedHashMap<>();
    properties.stringPropertyNames().forEach(key -> settings.put(key, properties.getProperty(key)));
    return settings;
  }
}
