package vn.tonghop.standalone.registry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.tonghop.standalone.process.ChildJvm;
import vn.tonghop.standalone.process.FolderTrouble;

/**
 * The registry's classes as its JVM maps them, with which it starts in half the time. The first
 * registry that ends in order leaves them behind, beside its jars, for all that start later; a JVM
 * of another release, or other jars, need their own. Where nobody may write it starts without.
 */
final class ClassArchive {

  private static final Logger LOG = LoggerFactory.getLogger(ClassArchive.class);

  /** An archive that does not fit is passed over. */
  private static final String SILENTLY = "-Xlog:cds*=off";

  private static final String ENDING = ".jsa";

  /** Some 3 s on an idle machine. */
  private static final Duration WRITTEN_WITHIN = Duration.ofSeconds(60);

  private final Path kept;
  private final Path made;
  private final boolean isThere;

  private ClassArchive(Path kept, Path made, boolean isThere) {
    this.kept = kept;
    this.made = made;
    this.isThere = isThere;
  }

  /**
   * The one of these jars.
   *
   * @param folder of the registry that starts; takes what it leaves behind
   */
  static ClassArchive of(Path runner, Path parentWatch, Path folder) {
    Path kept = runner.resolveSibling(runner.getFileName() + "-" + Runtime.version() + ENDING);
    return new ClassArchive(
        kept,
        folder.toAbsolutePath().resolve("classes" + ENDING),
        isNewer(kept, runner) && isNewer(kept, parentWatch));
  }

  private static boolean isNewer(Path archive, Path jar) {
    try {
      return Files.exists(archive)
          && Files.getLastModifiedTime(archive).compareTo(Files.getLastModifiedTime(jar)) > 0;
    } catch (IOException e) {
      LOG.warn("Whether {} is newer than {} is not known", archive, jar, e);
      return false;
    }
  }

  /** Takes away what a registry that was killed left behind in its folder, whole or not. */
  void clear() {
    try {
      Files.deleteIfExists(made);
    } catch (IOException e) {
      throw FolderTrouble.unusable(made, e);
    }
  }

  /** How long a registry may take to end: the one that writes its classes down takes longer. */
  Duration patience() {
    return isThere ? ChildJvm.LONGEST_CLOSE : WRITTEN_WITHIN;
  }

  /** For the JVM's command line. */
  List<String> options() {
    List<String> options = new ArrayList<>(List.of(SILENTLY));
    if (isThere) {
      options.add("-XX:SharedArchiveFile=" + kept);
    } else if (Files.isWritable(kept.resolveSibling(""))) {
      options.add("-XX:ArchiveClassesAtExit=" + made);
    }
    return options;
  }

  /**
   * Takes it away, so that the next start goes without: a JVM may break off on one that is not
   * whole.
   *
   * @return false if this start took none
   */
  boolean discard() {
    if (isThere) {
      LOG.warn("The registry ended by itself with {}; that is taken away", kept);
      try {
        Files.deleteIfExists(kept);
      } catch (IOException e) {
        LOG.warn("{} could not be taken away", kept, e);
        return false;
      }
    }
    return isThere;
  }

  /**
   * Puts what a registry that has ended in order left behind where others find it, whole or not at
   * all.
   */
  void keep() {
    if (isThere || !Files.exists(made)) {
      return;
    }
    try {
      Path beside = Files.createTempFile(kept.resolveSibling(""), "classes-", ".part");
      try {
        Files.move(made, beside, StandardCopyOption.REPLACE_EXISTING);
        Files.move(beside, kept, StandardCopyOption.ATOMIC_MOVE);
      } finally {
        Files.deleteIfExists(beside);
      }
    } catch (IOException e) {
      LOG.warn("The registry goes on starting slowly: {} could not be kept", kept, e);
    }
  }
}
