package vn.tonghop.standalone.registry;

import java.nio.file.Path;
import java.time.Duration;

/**
 * How the registry is started.
 *
 * @param folder holds its schemas and its log; made when missing
 * @param host the address on which clients connect
 * @param port 0 takes a free one; any other must be free
 * @param patience how long a start may take
 * @param readOnly whether nobody can change anything, whoever asks
 */
public record RegistrySettings(
    Path folder, String host, int port, Duration patience, boolean readOnly) {
  private static final int HIGHEST_PORT = 65_535;
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  public RegistrySettings {
    if (port < 0 || port > HIGHEST_PORT) {
      throw new IllegalArgumentException("port " + port + " is not within 0-" + HIGHEST_PORT);
    }
  }

  /** On a free port of this machine, reachable from this machine alone. */
  public static RegistrySettings in(Path folder) {
    return new RegistrySettings(folder, "127.0.0.1", 0, PATIENCE, false);
  }

  public RegistrySettings withPort(int newPort) {
    return new RegistrySettings(folder, host, newPort, patience, readOnly);
  }

  public RegistrySettings withHost(String newHost) {
    return new RegistrySettings(folder, newHost, port, patience, readOnly);
  }

  public RegistrySettings withPatience(Duration newPatience) {
    return new RegistrySettings(folder, host, port, newPatience, readOnly);
  }

  /** For reading alone: its schemas must be there. */
  public RegistrySettings forReading() {
    return new RegistrySettings(folder, host, port, patience, true);
  }
}
