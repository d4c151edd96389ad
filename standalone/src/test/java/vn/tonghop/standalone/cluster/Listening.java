package vn.tonghop.standalone.cluster;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;

/** Whether somebody listens on a port, asked without binding it: a broker may be about to. */
final class Listening {

  private static final int PATIENCE_MS = 2_000;

  private Listening() {}

  static boolean on(String host, int port) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(host, port), PATIENCE_MS);
      return true;
    } catch (IOException nobody) {
      return false;
    }
  }
}
