package vn.tonghop.bench.drain;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** The machine's time so far, and what of it its host gave to others. */
record Steal(long stolen, long all) {

  /** The place in the first line of /proc/stat, after the name. */
  private static final int STOLEN = 7;

  /** Guest time, which is counted in user time already, stands after these. */
  private static final int KINDS = 8;

  static Steal now() {
    try (var lines = Files.lines(Path.of("/proc/stat"))) {
      return of(lines.findFirst().orElseThrow());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Of a line such as {@code cpu 1 2 3 4 5 6 7 8 9 10}. */
  static Steal of(String line) {
    long[] ticks =
        Arrays.stream(line.split(" +", -1))
            .skip(1)
            .limit(KINDS)
            .mapToLong(Long::parseLong)
            .toArray();
    return new Steal(ticks[STOLEN], Arrays.stream(ticks).sum());
  }

  /** The share that was stolen since an earlier moment, 0 to 1. */
  double shareSince(Steal before) {
    return all == before.all ? 0 : (double) (stolen - before.stolen) / (all - before.all);
  }
}
