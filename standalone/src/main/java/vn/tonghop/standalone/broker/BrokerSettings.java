package vn.tonghop.standalone.broker;

import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How an embedded broker is started.
 *
 * @param folder holds everything the broker keeps; made when missing
 * @param host the address on which clients connect
 * @param port 0 takes a free one; any other must be free
 * @param overrides broker settings by Kafka's names, stronger than the ones of {@link NodeConfig}
 * @param security who may connect; null for anybody
 */
public record BrokerSettings(
    Path folder,
    String host,
    int port,
    Map<String, String> overrides,
    @Nullable BrokerSecurity security) {
  private static final int HIGHEST_PORT = 65_535;

  public BrokerSettings {
    if (port < 0 || port > HIGHEST_PORT) {
      throw new IllegalArgumentException("port " + port + " is not within 0-" + HIGHEST_PORT);
    }
    overrides = Map.copyOf(overrides);
  }

  /** On a free port of this machine, reachable from this machine alone. */
  public static BrokerSettings in(Path folder) {
    return new BrokerSettings(folder, "127.0.0.1", 0, Map.of(), null);
  }

  public BrokerSettings withPort(int newPort) {
    return new BrokerSettings(folder, host, newPort, overrides, security);
  }

  public BrokerSettings withHost(String newHost) {
    return new BrokerSettings(folder, newHost, port, overrides, security);
  }

  public BrokerSettings withOverrides(Map<String, String> newOverrides) {
    return new BrokerSettings(folder, host, port, newOverrides, security);
  }

  public BrokerSettings withSecurity(BrokerSecurity newSecurity) {
    return new BrokerSettings(folder, host, port, overrides, newSecurity);
  }
}
