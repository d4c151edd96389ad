package vn.tonghop.standalone.security;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** Files with secrets: nobody but their owner reads them, not for a moment. */
public final class OwnerOnly {

  private OwnerOnly() {}

  /** Makes the folder unless it is there; either way it is its owner's alone. */
  static void folder(Path folder) throws IOException {
    if (isPosix(folder)) {
      Files.createDirectories(folder, mode("rwx------"));
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
    } else {
      Files.createDirectories(folder);
      restrict(folder.toFile());
    }
  }

  /** Writes the whole file or nothing; an older one is replaced. */
  public static void write(Path file, String text) throws IOException {
    write(file, text.getBytes(StandardCharsets.UTF_8));
  }

  /** The same with bytes. */
  static void write(Path file, byte[] bytes) throws IOException {
    Path target = file.toAbsolutePath();
    Path fresh = target.resolveSibling(target.getFileName() + ".new");
    Files.deleteIfExists(fresh);
    create(fresh);
    Files.write(fresh, bytes);
    Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /**
   * Writes a file that must not be there yet.
   *
   * @throws FileAlreadyExistsException if it is
   */
  public static void writeNew(Path file, String text) throws IOException {
    create(file.toAbsolutePath());
    Files.writeString(file, text);
  }

  private static void create(Path file) throws IOException {
    if (isPosix(file)) {
      Files.createFile(file, mode("rw-------"));
    } else {
      Files.createFile(file);
      restrict(file.toFile());
    }
  }

  private static FileAttribute<?> mode(String mode) {
    return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(mode));
  }

  private static boolean isPosix(Path path) {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix");
  }

  /** The nearest that a system without POSIX permissions has. */
  private static void restrict(File file) throws IOException {
    boolean done =
        file.setReadable(false, false)
            && file.setReadable(true, true)
            && file.setWritable(false, false)
            && file.setWritable(true, true);
    if (!done) {
      throw new IOException("cannot be kept from other users: " + file);
    }
  }
}
