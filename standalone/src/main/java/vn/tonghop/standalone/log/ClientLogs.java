package vn.tonghop.standalone.log;

import java.util.List;

/**
 * What Kafka's clients log of a wrong password and the like, with stack traces. A command that ends
 * on it says it in a sentence of its own; what goes on needs its log.
 */
public final class ClientLogs {

  private static final List<String> LOGGERS =
      List.of(
          "org.apache.kafka.clients.NetworkClient",
          "org.apache.kafka.clients.admin.internals.AdminMetadataManager");

  private ClientLogs() {}

  /**
   * Leaves it to the command, unless somebody has asked for more than errors. To be called before
   * anything asks for a logger.
   */
  public static void leaveToTheCommand() {
    for (String logger : LOGGERS) {
      String key = LogLevels.key(logger);
      if (System.getProperty(key, LogLevels.ERROR).equals(LogLevels.ERROR)) {
        System.setProperty(key, LogLevels.OFF);
      }
    }
  }
}
