package vn.tonghop.standalone.broker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.record.internal.FileLogInputStream.FileChannelRecordBatch;
import org.apache.kafka.common.record.internal.FileRecords;
import vn.tonghop.standalone.process.FolderTrouble;

/**
 * Kafka meets a damaged log by cutting it off where the damage begins, or by beginning an empty
 * one, and says so only in its log. So each log is read once before, and refused if something that
 * was acknowledged is missing from it. A record that a kill cut off at a log's very end was not
 * acknowledged.
 */
final class LogCheck {

  private static final String METADATA = "__cluster_metadata-0";
  private static final String COMMITTED = "replication-offset-checkpoint";
  private static final String SEGMENT = ".log";

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
      segments(partition).forEach(LogCheck::requireWholeSegment);
    }
    requireCommitted(folder);
  }

  private static List<Path> partitions(Path folder) throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(Files::isDirectory).sorted().toList();
    }
  }

  private static List<Path> segments(Path partition) throws IOException {
    if (!Files.isDirectory(partition)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(partition)) {
      return files.filter(each -> each.toString().endsWith(SEGMENT)).sorted().toList();
    }
  }

  /**
   * @return the offset after its last record
   */
  private static long requireWholeSegment(Path segment) {
    long next = Long.parseLong(segment.getFileName().toString().replace(SEGMENT, ""));
    try (FileRecords records = FileRecords.open(segment.toFile(), false)) {
      for (FileChannelRecordBatch batch : records.batches()) {
        batch.ensureValid();
        next = batch.nextOffset();
      }
      return next;
    } catch (KafkaException e) {
      throw FolderTrouble.damaged(segment, "after offset " + (next - 1), e);
    } catch (IOException e) {
      throw FolderTrouble.damaged(segment, String.valueOf(e.getMessage()), e);
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
        Path partition = folder.resolve(words[0] + "-" + words[1]);
        long committed = Long.parseLong(words[2]);
        List<Path> segments = segments(partition);
        long end = segments.isEmpty() ? 0 : requireWholeSegment(segments.get(segments.size() - 1));
        if (end < committed) {
          throw FolderTrouble.damaged(
              partition, "it ends at offset %d, not at %d".formatted(end, committed), null);
        }
      }
    }
  }
}
