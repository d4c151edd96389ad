package vn.tonghop.standalone.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.util.concurrent.ThreadLocalRandom;

/**
 * TCP ports of this machine. A free port is only free now: who takes one must be ready to lose it
 * to another process before it listens itself.
 */
public final class LocalPort {
  /** Below the range from which Linux and macOS take the ports of outgoing connections. */
  private static final int LOWEST = 20_000;

  private static final int HIGHEST = 32_000;
  private static final int TRIES = 200;

  private LocalPort() {}

  /** Whether nobody listens on the port of the host. Throws StartException for an unknown host. */
  public static boolean isFree(String host, int port) {
    try (ServerSocket socket = new ServerSocket()) {
      // A port whose last connections are still closing is free for a server.
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getByName(host), port));
      return true;
    } catch (UnknownHostException e) {
      throw new StartException("unknown host " + host, e);
    } catch (IOException busy) {
      return false;
    }
  }

  /** Throws PortBusyException when the port is taken; it names the setting that chooses one. */
  public static void requireFree(String host, int port, String setting) {
    if (!isFree(host, port)) {
      throw new PortBusyException(host, port, setting);
    }
  }

  /** A port that is free now. */
  public static int free(String host) {
    for (int i = 0; i < TRIES; i++) {
      int port = ThreadLocalRandom.current().nextInt(LOWEST, HIGHEST);
      if (isFree(host, port)) {
        return port;
      }
    }
    throw new UncheckedIOException(
        new IOException("no free port on " + host + " in " + LOWEST + "-" + HIGHEST));
  }
}
