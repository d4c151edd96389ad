package vn.tonghop.standalone.broker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import vn.tonghop.standalone.process.FolderTrouble;
import vn.tonghop.standalone.process.LocalPort;
import vn.tonghop.standalone.process.StartException;

/**
 * A broker that comes back after kill -9 on another port sends the commit marks that it still owes
 * to its old one, for ever, and read_committed readers wait. So a folder keeps its port.
 */
final class LastPort {
  static final String OF_CLIENTS = "port";

  private LastPort() {}

  /** The port that the folder had last when that is free now, or else any free one. */
  static int orFree(Path folder, String host, String name) {
    Path file = folder.resolve(name);
    try {
      if (Files.exists(file)) {
        int last = Integer.parseInt(Files.readString(file).strip());
        if (LocalPort.isFree(host, last)) {
          return last;
        }
      }
      return LocalPort.free(host);
    } catch (IOException | NumberFormatException e) {
      throw new StartException(file + " does not hold a port", e);
    }
  }

  static void remember(Path folder, int port, String name) {
    try {
      Files.writeString(folder.resolve(name), port + "\n");
    } catch (IOException e) {
      throw FolderTrouble.unusable(folder, e);
    }
  }
}
