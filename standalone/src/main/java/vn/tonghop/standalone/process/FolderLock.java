package vn.tonghop.standalone.process;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;
import vn.tonghop.producer.text.Text;

/**
 * Holds a folder for one owner. The operating system lets go of it when the process ends, however
 * that ends, so a lock file that is left behind locks nobody out.
 */
public final class FolderLock implements AutoCloseable {
  private static final String FILE = ".tonghop.lock";

  private final FileChannel channel;

  private FolderLock(FileChannel channel) {
    this.channel = channel;
  }

  /** Makes the folder if need be and locks it. Throws StartException when another holds it. */
  public static FolderLock on(Path folder) {
    try {
      Files.createDirectories(folder);
      FileChannel channel =
          FileChannel.open(
              folder.resolve(FILE), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (tryLock(channel) == null) {
        channel.close();
        throw new StartException(
            new Text(
                "thư mục %s đang bị một tiến trình khác dùng: hãy dừng tiến trình đó, hoặc chọn thư mục khác bằng --data"
                    .formatted(folder),
                "the folder %s is in use by another process: end that one, or choose another folder by --data"
                    .formatted(folder)));
      }
      return new FolderLock(channel);
    } catch (IOException e) {
      throw FolderTrouble.unusable(folder, e);
    }
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException heldByThisProcess) {
      return null;
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new StartException("a folder could not be let go: " + e, e);
    }
  }
}
