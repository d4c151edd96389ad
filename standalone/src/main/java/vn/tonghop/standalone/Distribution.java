package vn.tonghop.standalone;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import vn.tonghop.standalone.process.StartException;

/**
 * The folder that the build lays out: {@code lib/}, {@code registry/} and the agent of child
 * processes. The one place that knows the names in it.
 */
public record Distribution(Path folder) {
  /** Set by the launcher and by the tests. */
  public static final String PROPERTY = "tonghop.dist";

  private static final String REGISTRY = "registry";

  /** Throws StartException when the folder is not there, i.e. the project is not built. */
  public static Distribution find() {
    String set = System.getProperty(PROPERTY);
    Path folder = set != null ? Path.of(set) : besideThisClass();
    if (!Files.isDirectory(folder)) {
      throw new StartException(
          "not built: " + folder + " is missing; run mvn -DskipTests package, or set " + PROPERTY);
    }
    return new Distribution(folder.toAbsolutePath());
  }

  /**
   * In {@code dist/lib/a.jar} when built, beside {@code tonghop.jar} in the unpacked zip, beside
   * {@code target/classes} when run from an editor.
   */
  private static Path besideThisClass() {
    CodeSource source = Distribution.class.getProtectionDomain().getCodeSource();
    try {
      Path code = Path.of(source.getLocation().toURI());
      if (Files.isDirectory(code)) {
        return code.resolveSibling("dist");
      }
      Path unpacked = code.resolveSibling("");
      return Files.isDirectory(unpacked.resolve(REGISTRY))
          ? unpacked
          : code.resolveSibling("..").normalize();
    } catch (URISyntaxException e) {
      throw new StartException("the program's own folder has no path: " + source.getLocation(), e);
    }
  }

  /** The registry's folder, with its runner and libraries. */
  public Path registry() {
    return folder.resolve(REGISTRY);
  }

  /** Sample reports: in the checkout that the folder was built in, or beside it in an image. */
  public Path samples() {
    Path beside = folder.resolve("samples");
    return Files.isDirectory(beside) ? beside : folder.resolve("../../../samples").normalize();
  }

  /** The agent that ends a child process with its parent. */
  public Path parentWatch() {
    return folder.resolve("tonghop-standalone-parent-watch.jar");
  }
}
