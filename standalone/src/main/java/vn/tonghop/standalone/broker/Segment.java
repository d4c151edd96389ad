package vn.tonghop.standalone.broker;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.kafka.common.InvalidRecordException;
import org.apache.kafka.common.errors.CorruptRecordException;
import org.apache.kafka.common.record.internal.DefaultRecordBatch;
import org.apache.kafka.common.record.internal.FileLogInputStream.FileChannelRecordBatch;
import org.apache.kafka.common.record.internal.FileRecords;
import org.apache.kafka.common.record.internal.MemoryRecords;
import org.apache.kafka.common.record.internal.RecordBatch;

/**
 * One file of a log, as far as it can be read: that is where Kafka would cut it off.
 *
 * @param next the offset after the last record that can be read
 * @param sound bytes up to there
 */
record Segment(Path file, long next, int sound) {

  static final String ENDING = ".log";

  private static final int LENGTH_AT = Long.BYTES;
  private static final int BEFORE_CONTENT = LENGTH_AT + Integer.BYTES;
  private static final int MAGIC_AT = BEFORE_CONTENT + Integer.BYTES;

  /** Reads all of it and checks each batch against its checksum. */
  static Segment read(Path file) throws IOException {
    long next = Long.parseLong(file.getFileName().toString().replace(ENDING, ""));
    int sound = 0;
    try (FileRecords records = FileRecords.open(file.toFile(), false)) {
      for (FileChannelRecordBatch batch : records.batches()) {
        batch.ensureValid();
        if (batch.baseOffset() < next) {
          break;
        }
        next = batch.nextOffset();
        sound = batch.position() + batch.sizeInBytes();
      }
    } catch (CorruptRecordException | InvalidRecordException cutHere) {
      return new Segment(file, next, sound);
    }
    return new Segment(file, next, sound);
  }

  /** Whether all of it can be read. */
  boolean isWhole() throws IOException {
    return sound == Files.size(file);
  }

  /**
   * Whether a whole batch stands behind the place where it cannot be read: it was written after
   * that place was, so this is no write that a kill broke off.
   */
  boolean hasRecordsBehind() throws IOException {
    try (FileChannel channel = FileChannel.open(file)) {
      ByteBuffer rest = channel.map(MapMode.READ_ONLY, sound, channel.size() - sound);
      for (int at = 1; at <= rest.limit() - DefaultRecordBatch.RECORD_BATCH_OVERHEAD; at++) {
        if (rest.get(at + MAGIC_AT) == RecordBatch.CURRENT_MAGIC_VALUE
            && rest.getLong(at) >= next
            && isBatch(rest, at)) {
          return true;
        }
      }
      return false;
    }
  }

  private static boolean isBatch(ByteBuffer bytes, int at) {
    int size = bytes.getInt(at + LENGTH_AT);
    if (size < DefaultRecordBatch.RECORD_BATCH_OVERHEAD - BEFORE_CONTENT
        || size > bytes.limit() - at - BEFORE_CONTENT) {
      return false;
    }
    ByteBuffer batch = bytes.slice(at, BEFORE_CONTENT + size);
    return MemoryRecords.readableRecords(batch).batchIterator().next().isValid();
  }
}
