package vn.tonghop.streams.layout;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Local folders of the former layout's tasks. Kafka Streams would take those that have a new task's
 * number for that task's own, and leave the others lie.
 */
final class FormerFolders {

  private FormerFolders() {}

  /**
   * Deletes them; what is not a task of the former layout stays.
   *
   * @param application the application's folder in its state directory, which may not exist
   */
  static void delete(Path application) {
    try {
      for (Path task : children(application)) {
        if (FormerLayout.STORES.stream()
            .anyMatch(store -> Files.isDirectory(task.resolve("rocksdb").resolve(store)))) {
          deleteAll(task);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot delete a former task in " + application, e);
    }
  }

  private static List<Path> children(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> children = Files.list(folder)) {
      return children.filter(Files::isDirectory).toList();
    }
  }

  /** What a kill leaves of it is thrown away by Kafka Streams as a task that is not whole. */
  private static void deleteAll(Path task) throws IOException {
    List<Path> all;
    try (Stream<Path> files = Files.walk(task)) {
      all = files.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path each : all) {
      Files.delete(each);
    }
  }
}
