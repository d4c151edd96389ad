package vn.tonghop.bench.ladder;

import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.tonghop.domain.report.ProgressReport;
import vn.tonghop.domain.report.ReportKind;
import vn.tonghop.domain.report.TaskLine;
import vn.tonghop.domain.report.TaskStatus;

/**
 * What one report adds to the totals of its own period, and its revision, in as few bytes as plain
 * code gets it: what must be at hand in memory to take a document's figures back.
 */
final class Compact {

  static final int MEASURES = 7;

  private static final int MOST_CODES = 64;

  private final Map<String, Integer> codes = new HashMap<>();
  private final List<String> names = new ArrayList<>();
  private final long[][] cells = new long[MOST_CODES * MOST_CODES][];
  private final int[] used = new int[MOST_CODES * MOST_CODES];
  private final ByteBuffer out = ByteBuffer.allocate(64 * 1024);

  /** Takes a cell of a state: authority, field, the seven measures. */
  interface Cell {
    void take(int authority, int field, long[] measures);
  }

  /** Number of different codes of authorities and fields that were met. */
  int codes() {
    return names.size();
  }

  /** The state of a report. */
  byte[] write(ProgressReport report, LocalDate from, LocalDate to) {
    int count = 0;
    if (report.kind() == ReportKind.SUBMIT) {
      for (TaskLine task : report.tasks()) {
        if (task.status() != TaskStatus.CANCELLED) {
          int cell = MOST_CODES * code(task.assignedBy()) + code(task.field());
          if (cells[cell] == null) {
            cells[cell] = new long[MEASURES];
            used[count++] = cell;
          }
          add(cells[cell], task, report.asOf(), from, to);
        }
      }
    }
    out.clear();
    out.putInt(report.revision());
    number(count);
    for (int i = 0; i < count; i++) {
      long[] measures = cells[used[i]];
      cells[used[i]] = null;
      number(used[i]);
      for (long measure : measures) {
        number(measure);
      }
    }
    return Arrays.copyOf(out.array(), out.position());
  }

  private static void add(
      long[] cell, TaskLine task, LocalDate asOf, LocalDate from, LocalDate to) {
    LocalDate due = task.dueOn();
    LocalDate done = task.completedOn();
    cell[0]++;
    if (done != null) {
      cell[due == null || !done.isAfter(due) ? 1 : 2]++;
      cell[5] += done.isBefore(from) || done.isAfter(to) ? 0 : 1;
    } else {
      cell[due == null || !due.isBefore(asOf) ? 3 : 4]++;
    }
    cell[6] += task.percent();
  }

  static int revision(byte[] state) {
    return ByteBuffer.wrap(state).getInt();
  }

  static void read(byte[] state, Cell take) {
    ByteBuffer in = ByteBuffer.wrap(state);
    in.position(Integer.BYTES);
    long[] measures = new long[MEASURES];
    for (long count = number(in); count > 0; count--) {
      int cell = (int) number(in);
      for (int i = 0; i < MEASURES; i++) {
        measures[i] = number(in);
      }
      take.take(cell / MOST_CODES, cell % MOST_CODES, measures);
    }
  }

  private int code(String code) {
    return codes.computeIfAbsent(
        code,
        any -> {
          names.add(any);
          return names.size() - 1;
        });
  }

  private void number(long value) {
    long rest = value;
    while (rest > 127) {
      out.put((byte) (rest | 128));
      rest >>>= 7;
    }
    out.put((byte) rest);
  }

  private static long number(ByteBuffer in) {
    long value = 0;
    for (int shift = 0; ; shift += 7) {
      byte next = in.get();
      value |= (long) (next & 127) << shift;
      if (next >= 0) {
        return value;
      }
    }
  }
}
