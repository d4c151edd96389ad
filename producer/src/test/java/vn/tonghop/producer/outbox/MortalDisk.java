package vn.tonghop.producer.outbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A disk under a process that is killed at a certain operation, in the midst of it where it writes.
 * After {@link #cutPower} only what was forced is left, whether or not a real disk would have had
 * it.
 */
final class MortalDisk implements Disk {

  /** What a kill looks like from inside: nothing may catch it. */
  static final class Killed extends Error {
    private static final long serialVersionUID = 1L;
  }

  private record Move(Path from, Path to, @Nullable String replaced) {}

  private final int last;
  private final Map<Path, Long> forced = new HashMap<>();
  private final List<Move> moves = new ArrayList<>();
  private int operations;

  /**
   * @param last number of the operation at which it dies, from 1
   */
  MortalDisk(int last) {
    this.last = last;
  }

  /** One under a process that is never killed. */
  static MortalDisk immortal() {
    return new MortalDisk(Integer.MAX_VALUE);
  }

  private boolean diesNow() {
    operations++;
    if (operations > last) {
      throw new Killed();
    }
    return operations == last;
  }

  @Override
  public void append(Path file, byte[] bytes) throws IOException {
    forced.putIfAbsent(file, Files.exists(file) ? Files.size(file) : -1L);
    if (diesNow()) {
      REAL.append(file, Arrays.copyOf(bytes, bytes.length / 2));
      throw new Killed();
    }
    REAL.append(file, bytes);
  }

  @Override
  public void force(Path place) throws IOException {
    if (diesNow()) {
      throw new Killed();
    }
    if (Files.isDirectory(place)) {
      moves.removeIf(move -> move.to().startsWith(place) || move.from().startsWith(place));
      forced.replaceAll(
          (file, length) -> file.startsWith(place) && length < 0 ? Long.valueOf(0) : length);
    } else {
      forced.put(place, Files.size(place));
    }
  }

  @Override
  public void move(Path from, Path to) throws IOException {
    if (diesNow()) {
      throw new Killed();
    }
    String replaced = Files.exists(to) ? Files.readString(to) : null;
    REAL.move(from, to);
    moves.add(new Move(from, to, replaced));
    Long length = forced.remove(from);
    if (length != null) {
      forced.put(to, length);
    }
  }

  @Override
  public void truncate(Path file, long length) throws IOException {
    if (diesNow()) {
      throw new Killed();
    }
    REAL.truncate(file, length);
  }

  @Override
  public void delete(Path file) throws IOException {
    if (diesNow()) {
      throw new Killed();
    }
    REAL.delete(file);
    forced.remove(file);
  }

  /** Takes back what was not forced: names first, the last one first, then what was written. */
  void cutPower() throws IOException {
    for (int i = moves.size() - 1; i >= 0; i--) {
      Move move = moves.get(i);
      if (Files.exists(move.to())) {
        Files.move(move.to(), move.from());
        Long length = forced.remove(move.to());
        if (length != null) {
          forced.put(move.from(), length);
        }
        if (move.replaced() != null) {
          Files.writeString(move.to(), move.replaced());
        }
      }
    }
    for (Map.Entry<Path, Long> each : forced.entrySet()) {
      if (Files.exists(each.getKey()) && Files.size(each.getKey()) > Math.max(0, each.getValue())) {
        REAL.truncate(each.getKey(), Math.max(0, each.getValue()));
      }
    }
  }
}
