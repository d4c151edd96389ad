package vn.tonghop.standalone.broker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.common.KafkaException;
import vn.tonghop.standalone.process.FolderTrouble;

/**
 * Kafka meets a damaged log by cutting it off where the damage begins, or by beginning an empty
 * one, and says so only in its log. So each log is read once before, and refused if something that
 * was acknowledged is missing from it. A write that a kill broke off at a log's very end was not
 * acknowledged: that is for Kafka to cut off.
 */
final class LogCheck {

  private static final String METADATA = "__cluster_metadata-0";
  private static final String COMMITTED = "replication-offset-checkpoint";

  /** Ending of the folder of a partition that Kafka is about to delete. */
  private static final String DELETED = "-delete";

  private LogCheck() {}

  /** Throws StartException, which names the file, when the folder's logs are damaged. */
  static void requireWhole(Path folder) throws IOException {
    List<Path> partitions = partitions(folder);
    if (partitions.isEmpty()) {
      return;
    }
    if (segments(folder.resolve(METADATA)).isEmpty()) {
      throw FolderTrouble.damaged(
          folder.resolve(METADATA), "the broker's list of topics is missing", null);
    }
    for (Path partition : partitions) {
      requireWholeLog(segments(partition));
    }
    requireCommitted(folder);
  }

  private static List<Path> partitions(Path folder) throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(Files::isDirectory)
          .filter(each -> !each.toString().endsWith(DELETED))
          .sorted()
          .toList();
    }
  }

  private static List<Path> segments(Path partition) throws IOException {
    if (!Files.isDirectory(partition)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(partition)) {
      return files.filter(each -> each.toString().endsWith(Segment.ENDING)).sorted().toList();
    }
  }

  private static void requireWholeLog(List<Path> segments) throws IOException {
    for (int i = 0; i < segments.size(); i++) {
      boolean last = i == segments.size() - 1;
      Segment segment = read(segments.get(i));
      if (!segment.isWhole() && (!last || segment.hasRecordsBehind())) {
        throw FolderTrouble.damaged(
            segment.file(),
            "at offset %d, byte %d".formatted(segment.next(), segment.sound()),
            null);
      }
    }
  }

  private static Segment read(Path file) {
    try {
      return Segment.read(file);
    } catch (IOException | KafkaException e) {
      throw FolderTrouble.damaged(file, String.valueOf(e.getMessage()), e);
    }
  }

  /** Kafka notes every few seconds how far each log is acknowledged. */
  private static void requireCommitted(Path folder) throws IOException {
    Path noted = folder.resolve(COMMITTED);
    if (!Files.exists(noted)) {
      return;
    }
    for (String line : Files.readAllLines(noted)) {
      String[] words = line.split(" ", -1);
      if (words.length == 3) {
        requireEnd(folder, words[0] + "-" + words[1], Long.parseLong(words[2]));
      }
    }
  }

  private static void requireEnd(Path folder, String partition, long committed) throws IOException {
    List<Path> segments = segments(folder.resolve(partition));
    long end = segments.isEmpty() ? 0 : read(segments.get(segments.size() - 1)).next();
    if (end < committed && !(segments.isEmpty() && isBeingDeleted(folder, partition))) {
      throw FolderTrouble.damaged(
          folder.resolve(partition),
          "it ends at offset %d, not at %d".formatted(end, committed),
          null);
    }
  }

  private static boolean isBeingDeleted(Path folder, String partition) throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.map(each -> each.getFileName().toString())
          .anyMatch(each -> each.startsWith(partition + ".") && each.endsWith(DELETED));
    }
  }
}
