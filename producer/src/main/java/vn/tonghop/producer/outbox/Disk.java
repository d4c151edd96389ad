package vn.tonghop.producer.outbox;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * All that the outbox does to the disk, one operation at a time: between any two of them the
 * process may be killed, and tests kill it there.
 */
interface Disk {

  /** The file system. */
  Disk REAL =
      new Disk() {
        @Override
        public void append(Path file, byte[] bytes) throws IOException {
          try (FileChannel channel =
              FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            ByteBuffer rest = ByteBuffer.wrap(bytes);
            while (rest.hasRemaining()) {
              channel.write(rest);
            }
          }
        }

        @Override
        public void force(Path place) throws IOException {
          StandardOpenOption mode =
              Files.isDirectory(place) ? StandardOpenOption.READ : StandardOpenOption.WRITE;
          try (FileChannel channel = FileChannel.open(place, mode)) {
            channel.force(true);
          }
        }

        @Override
        public void move(Path from, Path to) throws IOException {
          Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        }

        @Override
        public void truncate(Path file, long length) throws IOException {
          try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.truncate(length);
          }
        }

        @Override
        public void delete(Path file) throws IOException {
          Files.deleteIfExists(file);
        }
      };

  /** Adds to the end of a file, which is made if need be. */
  void append(Path file, byte[] bytes) throws IOException;

  /** Returns when the file, or the names in the folder, would outlast a power failure. */
  void force(Path place) throws IOException;

  /** Gives a file another name in one step, in place of what has that name. */
  void move(Path from, Path to) throws IOException;

  void truncate(Path file, long length) throws IOException;

  /** Deletes a file if it is there. */
  void delete(Path file) throws IOException;

  /** A small file with this content or, whatever happens, with the one before. */
  default void replace(Path file, byte[] bytes) throws IOException {
    Path folder = folder(file);
    Path draft = folder.resolve("." + file.getFileName() + ".tmp");
    delete(draft);
    append(draft, bytes);
    force(draft);
    move(draft, file);
    force(folder);
  }

  /** Where a file stands. */
  static Path folder(Path file) {
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null) {
      throw new IllegalArgumentException(file + " is in no folder");
    }
    return folder;
  }
}
