package vn.tonghop.producer.outbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is known of an entry's reports: the revisions they got, where their records stand, and their
 * answers. Facts are only ever added; the last one counts.
 */
final class EntryLog {

  private static final long UNKNOWN = -1;

  private final Disk disk;
  private final Path file;
  private final long[] offsets;
  private final long[] answerAt;
  private final BitSet answered;
  private final Map<Integer, Integer> revisions = new HashMap<>();
  private final ByteArrayOutputStream pending = new ByteArrayOutputStream();
  private long length;

  private EntryLog(Disk disk, Path file, int items) {
    this.disk = disk;
    this.file = file;
    this.offsets = new long[items];
    this.answerAt = new long[items];
    this.answered = new BitSet(items);
    Arrays.fill(offsets, UNKNOWN);
    Arrays.fill(answerAt, UNKNOWN);
  }

  /**
   * The log of an entry of so many reports, as far as it was written. A last line that a kill cut
   * short was never relied on, and goes.
   *
   * @throws DamagedException if anything before it is not as it was written
   */
  static EntryLog open(Disk disk, Path file, int items, boolean mend)
      throws IOException, DamagedException {
    EntryLog log = new EntryLog(disk, file, items);
    if (Files.exists(file)) {
      log.replay(mend);
    }
    return log;
  }

  private void replay(boolean mend) throws IOException, DamagedException {
    byte[] all = Files.readAllBytes(file);
    int start = 0;
    for (int end = indexOf(all, start); end >= 0; end = indexOf(all, start)) {
      String line = new String(all, start, end - start, StandardCharsets.UTF_8);
      Optional<JsonNode> fact = SealedLine.read(line);
      if (fact.isEmpty() || !isWithin(fact.get())) {
        if (indexOf(all, end + 1) < 0) {
          break;
        }
        throw new DamagedException(file.getFileName() + ": byte " + start);
      }
      take(fact.get(), start);
      start = end + 1;
    }
    length = start;
    if (mend && start < all.length) {
      disk.truncate(file, start);
      disk.force(file);
    }
  }

  private boolean isWithin(JsonNode fact) {
    int n = fact.path("n").asInt(-1);
    return n >= 0 && n < offsets.length;
  }

  private static int indexOf(byte[] all, int from) {
    for (int i = from; i < all.length; i++) {
      if (all[i] == '\n') {
        return i;
      }
    }
    return -1;
  }

  private void take(JsonNode fact, long at) {
    int n = fact.path("n").asInt();
    if (fact.has("revision")) {
      revisions.put(n, fact.path("revision").asInt());
    }
    if (fact.has("offset")) {
      offsets[n] = fact.path("offset").asLong();
    }
    if (fact.has("answer")) {
      answerAt[n] = at;
      answered.set(n);
    }
  }

  /** The report that came without a revision has this one. On disk after {@link #force}. */
  void numbered(int n, int revision) {
    revisions.put(n, revision);
    add(SealedLine.object().put("n", n).put("revision", revision));
  }

  /** The revision that a report got that came without one; null as long as it has none. */
  @Nullable Integer revision(int n) {
    return revisions.get(n);
  }

  /** The report's record stands there. On disk after {@link #force}. */
  void sent(int n, long offset) {
    offsets[n] = offset;
    add(SealedLine.object().put("n", n).put("offset", offset));
  }

  /** The report has its answer. On disk after {@link #force}. */
  void answered(int n, Answer answer) {
    answerAt[n] = length + pending.size();
    answered.set(n);
    ObjectNode fact = SealedLine.object().put("n", n);
    fact.set("answer", answer.toJson());
    add(fact);
  }

  private void add(ObjectNode fact) {
    pending.writeBytes(SealedLine.write(fact));
  }

  /** Returns when all facts would outlast a power failure. */
  void force() throws IOException {
    if (pending.size() > 0) {
      if (Files.exists(file) && Files.size(file) > length) {
        // What an append to a full disk left behind must not stand in the midst of the log.
        disk.truncate(file, length);
      }
      disk.append(file, pending.toByteArray());
      disk.force(file);
      if (length == 0) {
        disk.force(Disk.folder(file));
      }
      length += pending.size();
      pending.reset();
    }
  }

  boolean isSent(int n) {
    return offsets[n] != UNKNOWN;
  }

  long offset(int n) {
    return offsets[n];
  }

  boolean isAnswered(int n) {
    return answered.get(n);
  }

  /** How many have their answer. */
  int answers() {
    return answered.cardinality();
  }

  /** How many stand in the topic. */
  int sent() {
    return (int) Arrays.stream(offsets).filter(offset -> offset != UNKNOWN).count();
  }

  /** Highest offset of a record; -1 if there is none. */
  long lastOffset() {
    return Arrays.stream(offsets).max().orElse(UNKNOWN);
  }

  /** Forgets where a record stood that is no longer there. */
  void lost(int n) {
    offsets[n] = UNKNOWN;
  }

  /** An answer that is on disk. */
  Answer answer(int n) throws IOException {
    JsonNode fact =
        SealedLine.readAt(file, answerAt[n])
            .orElseThrow(() -> new IOException(file + ": byte " + answerAt[n]));
    return Answer.of(fact.path("answer"));
  }
}
