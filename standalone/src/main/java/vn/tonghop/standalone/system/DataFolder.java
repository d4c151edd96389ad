package vn.tonghop.standalone.system;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Properties;
import vn.tonghop.domain.period.Regime;
import vn.tonghop.producer.text.Text;
import vn.tonghop.standalone.process.FolderTrouble;
import vn.tonghop.standalone.process.StartException;

/**
 * What a durable folder says of itself. Broker and registry begin anew where they find nothing, so
 * the folder remembers what must be there, and under which regime its reports were judged.
 */
final class DataFolder {

  private static final String FILE = "tonghop.properties";
  private static final String FORMAT = "1";

  private final Path folder;
  private final Properties known;

  private DataFolder(Path folder, Properties known) {
    this.folder = folder;
    this.known = known;
  }

  /** Throws StartException when the folder is of another version or regime, or parts are gone. */
  static DataFolder open(Path folder, Regime regime) {
    Properties known = new Properties();
    Path file = folder.resolve(FILE);
    if (Files.exists(file)) {
      try (var in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
        known.load(in);
      } catch (IOException | IllegalArgumentException e) {
        throw FolderTrouble.damaged(file, String.valueOf(e.getMessage()), e);
      }
    }
    DataFolder opened = new DataFolder(folder, known);
    if (Files.exists(file)) {
      opened.requireOurs(regime);
      opened.requirePart(folder.resolve("broker/log/meta.properties"));
      opened.requirePart(folder.resolve("registry/registry.mv.db"));
    }
    return opened;
  }

  /** Whether it was in use before. */
  boolean isKnown() {
    return !known.isEmpty();
  }

  /** Throws StartException when this is not the cluster that the folder began with. */
  void requireCluster(String clusterId) {
    if (isKnown() && !clusterId.equals(known.getProperty("cluster.id"))) {
      throw FolderTrouble.damaged(
          folder.resolve("broker"), "it belongs to another cluster, " + clusterId, null);
    }
  }

  /** From now on all of it must be there. */
  void remember(Regime regime, String clusterId) {
    if (isKnown()) {
      return;
    }
    known.setProperty("format", FORMAT);
    known.setProperty("regime", regime.id());
    known.setProperty("cluster.id", clusterId);
    Path fresh = folder.resolve(FILE + ".new");
    try {
      try (Writer out = Files.newBufferedWriter(fresh, StandardCharsets.UTF_8)) {
        known.store(out, "Tong Hop");
      }
      Files.move(fresh, folder.resolve(FILE), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw FolderTrouble.unusable(folder, e);
    }
  }

  private void requireOurs(Regime regime) {
    Path file = folder.resolve(FILE);
    String format = known.getProperty("format", "");
    String was = known.getProperty("regime", "");
    if (format.isEmpty() || was.isEmpty()) {
      throw FolderTrouble.damaged(file, "no format and regime in it", null);
    }
    if (!format.equals(FORMAT)) {
      throw new StartException(
          new Text(
              "thư mục %s do một phiên bản khác tạo ra (định dạng %s, bản này dùng %s): hãy dùng phiên bản đó, hoặc chọn thư mục khác bằng --data"
                  .formatted(folder, format, FORMAT),
              "the folder %s was made by another version (format %s, this one has %s): use that version, or choose another folder by --data"
                  .formatted(folder, format, FORMAT)));
    }
    if (!was.equals(regime.id())) {
      throw new OtherRegimeException(folder, was, regime.id());
    }
  }

  private void requirePart(Path part) {
    if (!Files.exists(part)) {
      throw FolderTrouble.damaged(part, "it is missing", null);
    }
  }
}
