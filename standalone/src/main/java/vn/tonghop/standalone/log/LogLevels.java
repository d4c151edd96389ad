package vn.tonghop.standalone.log;

import java.util.Locale;
import org.slf4j.event.EventConstants;
import org.slf4j.event.Level;

/** Least levels by logger, from the properties that slf4j-simple reads: one way to set them. */
final class LogLevels {

  private static final String PREFIX = "org.slf4j.simpleLogger.";

  static final String ERROR = "error";
  static final String OFF = "off";

  private static final int NOTHING = Integer.MAX_VALUE;

  private LogLevels() {}

  /** The property that sets the least level of a logger and of those below it. */
  static String key(String logger) {
    return PREFIX + "log." + logger;
  }

  /** The least level that the logger tells, as {@link Level#toInt}. */
  static int least(String logger) {
    for (String name = logger; !name.isEmpty(); name = parent(name)) {
      String level = System.getProperty(key(name));
      if (level != null) {
        return of(level);
      }
    }
    return of(System.getProperty(PREFIX + "defaultLogLevel", "info"));
  }

  private static String parent(String name) {
    return name.substring(0, Math.max(0, name.lastIndexOf('.')));
  }

  private static int of(String level) {
    if (level.equals(OFF)) {
      return NOTHING;
    }
    try {
      return Level.valueOf(level.toUpperCase(Locale.ROOT)).toInt();
    } catch (IllegalArgumentException e) {
      // As slf4j-simple takes it.
      return EventConstants.INFO_INT;
    }
  }
}
