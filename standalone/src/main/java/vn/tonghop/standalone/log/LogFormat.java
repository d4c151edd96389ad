package vn.tonghop.standalone.log;

import java.util.Arrays;
import java.util.Optional;

/** In which form a long-running command logs to standard error. */
public enum LogFormat {
  /** A line for people. */
  text,

  /** One JSON object a line, for whatever gathers logs. */
  json;

  /** The environment's name for it. */
  public static final String VARIABLE = "TONGHOP_LOG_FORMAT";

  /** Its key in a properties file. */
  public static final String KEY = "log.format";

  /** The format of that name; empty if there is none. */
  public static Optional<LogFormat> of(String name) {
    return Arrays.stream(values()).filter(each -> each.name().equals(name)).findFirst();
  }

  /** Begins it: to be called before anything asks for a logger. */
  public void begin() {
    if (this == json) {
      System.setProperty("slf4j.provider", JsonLogs.class.getName());
      // That it was told by name is no news, and its line would not be JSON.
      System.setProperty("slf4j.internal.verbosity", "WARN");
    }
  }
}
