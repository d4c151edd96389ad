package vn.tonghop.bench.peer;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import vn.tonghop.domain.standing.StandingCell;
import vn.tonghop.domain.table.CodeMeasures;

/** The peer's bytes: compact, since a serde that wastes would decide the comparison. */
final class PeerSerdes {

  private static final int CARRIED = 1;
  private static final int WITHDRAWN = 2;
  private static final int NIL = 4;

  private PeerSerdes() {}

  static Serde<PeriodReport> periodReport() {
    return of(PeerSerdes::write, PeerSerdes::periodReport);
  }

  static Serde<UnitReports> unitReports() {
    return of(
        (out, reports) -> out.list(reports.latest(), each -> write(out, each)),
        in -> new UnitReports(in.list(() -> periodReport(in))));
  }

  static Serde<PeerTable> table() {
    return of(PeerSerdes::write, PeerSerdes::table);
  }

  private static void write(Packed out, PeriodReport report) {
    out.text(report.unit());
    out.text(report.body());
    out.text(report.period());
    out.number(report.lastMonth());
    out.number(report.months());
    out.number(report.revision());
    out.number(
        (report.carried() ? CARRIED : 0)
            | (report.withdrawn() ? WITHDRAWN : 0)
            | (report.nil() ? NIL : 0));
    out.list(
        report.cells(),
        cell -> {
          out.text(cell.assignedBy());
          out.text(cell.field());
          out.measures(cell.measures());
        });
  }

  private static PeriodReport periodReport(Packed in) {
    String unit = in.text();
    String body = in.text();
    String period = in.text();
    int lastMonth = (int) in.number();
    int months = (int) in.number();
    int revision = (int) in.number();
    long flags = in.number();
    List<StandingCell> cells = in.list(() -> new StandingCell(in.text(), in.text(), in.measures()));
    return new PeriodReport(
        unit,
        body,
        period,
        lastMonth,
        months,
        revision,
        (flags & CARRIED) != 0,
        (flags & WITHDRAWN) != 0,
        (flags & NIL) != 0,
        cells);
  }

  private static void write(Packed out, PeerTable table) {
    out.measures(table.total());
    write(out, table.byAssignedBy());
    write(out, table.byField());
    out.list(
        table.byUnit(),
        row -> {
          out.text(row.code());
          out.text(row.body());
          out.text(row.period());
          out.number(row.revision());
          out.number((row.carried() ? CARRIED : 0) | (row.nil() ? NIL : 0));
          out.measures(row.measures());
        });
  }

  private static PeerTable table(Packed in) {
    return new PeerTable(in.measures(), codeSums(in), codeSums(in), in.list(() -> row(in)));
  }

  private static PeerRow row(Packed in) {
    String code = in.text();
    String body = in.text();
    String period = in.text();
    int revision = (int) in.number();
    long flags = in.number();
    return new PeerRow(
        code, body, period, revision, (flags & CARRIED) != 0, (flags & NIL) != 0, in.measures());
  }

  private static void write(Packed out, CodeSums sums) {
    out.list(
        sums.sums(),
        sum -> {
          out.text(sum.code());
          out.measures(sum.measures());
        });
  }

  private static CodeSums codeSums(Packed in) {
    return new CodeSums(in.list(() -> new CodeMeasures(in.text(), in.measures())));
  }

  @SuppressWarnings("NullAway") // Kafka's interfaces mean null by null and do not say so.
  static <T> Serde<T> of(BiConsumer<Packed, T> write, Function<Packed, T> read) {
    return Serdes.serdeFrom(
        (topic, value) -> {
          if (value == null) {
            return null;
          }
          Packed out = Packed.writing();
          write.accept(out, value);
          return out.toBytes();
        },
        (topic, bytes) -> bytes == null ? null : read.apply(Packed.reading(bytes)));
  }
}
