package vn.tonghop.bench.codec;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.specific.SpecificDatumReader;
import vn.tonghop.ProgressReport;
import vn.tonghop.bench.Bench;
import vn.tonghop.bench.Experiment;
import vn.tonghop.bench.cluster.Filled;
import vn.tonghop.bench.report.Figures;
import vn.tonghop.bench.report.Goal;
import vn.tonghop.bench.report.Report;
import vn.tonghop.bench.report.Table;
import vn.tonghop.bench.workload.Shape;
import vn.tonghop.bench.workload.Workload;
import vn.tonghop.schemas.mapping.ReportMapping;
import vn.tonghop.schemas.serde.DecodedReport.Decoded;
import vn.tonghop.schemas.serde.ProgressReportDecoder;
import vn.tonghop.schemas.serde.RegistryAvroSerializer;

/** Reports a second and core through the decoder and the encoder: G10. */
public final class CodecExperiment implements Experiment {

  private static final int REPORTS = 2_000;
  private static final int HEADER = 5;
  private static final double DECODE_GOAL = 1.5e6;
  private static final double ENCODE_GOAL = 1e6;
  private static final String TOPIC = "tonghop.reports.40";

  @Override
  public String name() {
    return "codec";
  }

  /** One way to read or write. */
  private record Row(String what, Pace pace) {}

  @Override
  public void run(Bench bench, Report report) throws InterruptedException {
    long nanos = TimeUnit.MILLISECONDS.toNanos(bench.scale().pick(200L, 4_000L));
    Filled filled = bench.filled(Shape.STANDARD, bench.scale().reports());
    List<Row> rows = new ArrayList<>();
    try (RegistryAvroSerializer serializer = Filled.serializer(filled.cluster())) {
      for (Shape shape : List.of(Shape.STANDARD, Shape.STANDARD.withTitles())) {
        rows.addAll(measure(shape, serializer, nanos));
      }
    }
    goal(report, "decoded a second and core", DECODE_GOAL, rows.get(0).pace());
    goal(report, "encoded a second and core", ENCODE_GOAL, rows.get(3).pace());
    report
        .section("Reading and writing reports")
        .say(
            "One thread, %s s each after as much of warm-up, %,d different reports from memory,"
                    .formatted(Figures.plain(nanos / 1e9), REPORTS)
                + " processor time. The floor walks all bytes and makes nothing.")
        .add(table(rows));
    report.raw(
        "codec",
        rows.stream()
            .map(
                row ->
                    Map.of(
                        "what", row.what(),
                        "perSecond", row.pace().perSecond(),
                        "bytesEach", row.pace().bytesEach()))
            .toList());
  }

  private static List<Row> measure(Shape shape, RegistryAvroSerializer serializer, long nanos) {
    List<ProgressReport> reports =
        Workload.of(shape).reports(REPORTS).map(ReportMapping::toAvro).toList();
    byte[][] bytes =
        reports.stream().map(each -> serializer.serialize(TOPIC, each)).toArray(byte[][]::new);
    long size = 0;
    for (byte[] each : bytes) {
      size += each.length;
    }
    String of = ", %d bytes".formatted(size / bytes.length);
    ProgressReportDecoder decoder =
        new ProgressReportDecoder(id -> Optional.of(ProgressReport.getClassSchema()));
    FloorReader floor = new FloorReader();
    return List.of(
        new Row("decode" + of, Pace.of(REPORTS, nanos, i -> decode(decoder, bytes[i]))),
        new Row("decode, SpecificDatumReader" + of, avro(bytes, nanos)),
        new Row("decode, floor" + of, Pace.of(REPORTS, nanos, i -> floor.read(bytes[i]))),
        new Row(
            "encode" + of,
            Pace.of(REPORTS, nanos, i -> serializer.serialize(TOPIC, reports.get(i)).length)));
  }

  private static long decode(ProgressReportDecoder decoder, byte[] bytes) {
    if (decoder.decode(bytes) instanceof Decoded) {
      return 1;
    }
    throw new IllegalStateException("a report that was written cannot be read");
  }

  private static Pace avro(byte[][] bytes, long nanos) {
    SpecificDatumReader<ProgressReport> reader = new SpecificDatumReader<>(ProgressReport.class);
    BinaryDecoder[] reused = new BinaryDecoder[1];
    return Pace.of(
        REPORTS,
        nanos,
        i -> {
          try {
            reused[0] =
                DecoderFactory.get()
                    .binaryDecoder(bytes[i], HEADER, bytes[i].length - HEADER, reused[0]);
            return reader.read(null, reused[0]).getRevision();
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  private static void goal(Report report, String what, double least, Pace pace) {
    report.add(
        new Goal(
            "G10",
            "reports " + what,
            "≥ " + Figures.plain(least),
            Figures.plain(pace.perSecond()),
            pace.perSecond() >= least));
  }

  private static Table table(List<Row> rows) {
    return new Table(
        List.of("", "reports/s a core", "µs a report", "bytes allocated a report"),
        rows.stream()
            .map(
                row ->
                    List.of(
                        row.what(),
                        Figures.plain(row.pace().perSecond()),
                        Figures.plain(1e6 / row.pace().perSecond()),
                        Figures.plain(row.pace().bytesEach())))
            .toList());
  }
}
