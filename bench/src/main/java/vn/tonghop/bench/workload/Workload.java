package vn.tonghop.bench.workload;

import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import vn.tonghop.domain.period.Regime;
import vn.tonghop.domain.reference.ReferenceKind;
import vn.tonghop.domain.reference.ReferenceRows;
import vn.tonghop.domain.report.ProgressReport;

/**
 * An endless, chronological stream of invented reports. A report depends on the shape and its place
 * alone: the first thousand are the same whether a thousand or a million are asked for. They are
 * made as they are read, never held together.
 */
public final class Workload {

  /** The regime by which its periods are meant. */
  public static final Regime REGIME = Calendar.REGIME;

  private final Shape shape;
  private final Calendar calendar;
  private final Content content;

  private Workload(Shape shape) {
    this.shape = shape;
    Dice dice = new Dice(shape.seed());
    this.calendar = new Calendar(dice, shape.units());
    this.content = new Content(shape, dice, codes(shape));
  }

  public static Workload of(Shape shape) {
    return new Workload(shape);
  }

  public Shape shape() {
    return shape;
  }

  /** Reference data under which its first {@code count} reports are free of errors. */
  public ReferenceRows reference(long count) {
    int years = Math.toIntExact(count / calendar.documentsAYear()) + 1;
    return BenchReference.rows(shape.units(), years);
  }

  /** Codes of its units: each has a topic. */
  public List<String> units() {
    return codes(shape);
  }

  /** The first so many reports, one after the other. */
  public Stream<ProgressReport> reports(long count) {
    Iterable<ProgressReport> each = this::iterator;
    return StreamSupport.stream(each.spliterator(), false).limit(count);
  }

  private Iterator<ProgressReport> iterator() {
    return new Sending(shape, calendar, content);
  }

  /** Whether a programme may still get corrections once reports of a newer one are sent. */
  public static boolean mayChange(String programme, String newest) {
    return Calendar.year(programme) >= Calendar.year(newest) - Sending.YEARS_BACK;
  }

  private static List<String> codes(Shape shape) {
    return BenchReference.rows(shape.units(), 0).of(ReferenceKind.UNIT).stream()
        .map(unit -> unit.getOrDefault("code", ""))
        .toList();
  }
}
