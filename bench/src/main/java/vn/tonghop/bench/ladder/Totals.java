package vn.tonghop.bench.ladder;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import vn.tonghop.domain.period.Period;
import vn.tonghop.domain.period.Regime;
import vn.tonghop.domain.report.ProgressReport;

/**
 * The highest revision of each document and the totals of each programme and period, in memory: in
 * all, by authority, by field. The period is the report's own; which report speaks for a longer one
 * is left out, so that this stays below what any real roll-up must do.
 */
final class Totals {

  private static final int ROWS = 1 + 2 * 64;

  private final Regime regime;
  private final Compact compact = new Compact();
  private final Map<String, byte[]> latest = new HashMap<>();
  private final Map<String, long[]> totals = new HashMap<>();
  private final Map<String, LocalDate[]> days = new HashMap<>();
  private final Set<String> changed = new HashSet<>();

  Totals(Regime regime) {
    this.regime = regime;
  }

  /** Takes a report in; false if its revision or a higher one was there before. */
  boolean take(ProgressReport report) {
    String period = report.period();
    String series = report.programme() + "|" + period;
    String document = report.unit() + "|" + series;
    byte[] before = latest.get(document);
    if (before != null && Compact.revision(before) >= report.revision()) {
      return false;
    }
    LocalDate[] span = days.computeIfAbsent(period, this::span);
    byte[] after = compact.write(report, span[0], span[1]);
    latest.put(document, after);
    long[] sums = totals.computeIfAbsent(series, any -> new long[ROWS * Compact.MEASURES]);
    if (before != null) {
      Compact.read(before, (authority, field, each) -> add(sums, authority, field, each, -1));
    }
    Compact.read(after, (authority, field, each) -> add(sums, authority, field, each, 1));
    changed.add(series);
    return true;
  }

  private LocalDate[] span(String label) {
    Period period = Period.parse(regime, label).orElseThrow();
    return new LocalDate[] {period.firstDay(), period.lastDay()};
  }

  private static void add(long[] sums, int authority, int field, long[] measures, int sign) {
    for (int i = 0; i < Compact.MEASURES; i++) {
      long value = sign * measures[i];
      sums[i] += value;
      sums[(1 + authority) * Compact.MEASURES + i] += value;
      sums[(65 + field) * Compact.MEASURES + i] += value;
    }
  }

  /** Programmes and periods whose totals changed since this was last asked. */
  Set<String> changed() {
    Set<String> since = new HashSet<>(changed);
    changed.clear();
    return since;
  }

  /** The totals of a programme and period as bytes: rows that are not all zero. */
  byte[] bytes(String series) {
    long[] sums = totals.getOrDefault(series, new long[0]);
    int rows = 0;
    ByteBuffer out = ByteBuffer.allocate(sums.length * Long.BYTES);
    for (int row = 0; row < sums.length / Compact.MEASURES; row++) {
      if (sums[row * Compact.MEASURES] != 0) {
        rows++;
        for (int i = 0; i < Compact.MEASURES; i++) {
          out.putLong(sums[row * Compact.MEASURES + i]);
        }
      }
    }
    byte[] bytes = new byte[rows * Compact.MEASURES * Long.BYTES];
    out.flip().get(bytes);
    return bytes;
  }

  static byte[] key(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
