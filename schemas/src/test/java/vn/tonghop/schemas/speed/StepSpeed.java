package vn.tonghop.schemas.speed;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.Schema;
import org.apache.kafka.common.serialization.Serializer;
import vn.tonghop.domain.acceptance.CheckedReport;
import vn.tonghop.domain.acceptance.ReportCheck;
import vn.tonghop.domain.period.Regime;
import vn.tonghop.domain.reference.ReferenceData;
import vn.tonghop.domain.report.ProgressReport;
import vn.tonghop.domain.report.ReportDigest;
import vn.tonghop.schemas.mapping.ReportMapping;
import vn.tonghop.schemas.registry.StubRegistry;
import vn.tonghop.schemas.serde.DecodedReport.Decoded;
import vn.tonghop.schemas.serde.ProgressReportDecoder;
import vn.tonghop.schemas.serde.RegistryAvroSerializer;

/**
 * Prints, for each step that a report goes through before its history is looked at, how many a
 * second of processor time one thread does and how many bytes it allocates for each: the median of
 * some rounds.
 */
public final class StepSpeed {

  private static final int REPORTS = 256;
  private static final int ROUNDS = 9;
  private static final long ROUND_NANOS = 500_000_000;
  private static final Schema SCHEMA = vn.tonghop.ProgressReport.getClassSchema();
  private static final Instant RECEIVED = Instant.parse("2024-03-15T00:00:00Z");

  private final ReferenceData reference = ReferenceData.bundled();
  private final ProgressReportDecoder decoder =
      new ProgressReportDecoder(id -> Optional.of(SCHEMA));
  private final ThreadMXBean thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private final String only;

  /** Whatever a step answers ends here, so that no step is optimised away. */
  private Object last = "";

  private StepSpeed(String only) {
    this.only = only;
  }

  private interface Step {
    Object of(int report);
  }

  /**
   * Measures.
   *
   * @param args a part of the names of the steps to run; none: all of them
   */
  public static void main(String[] args) {
    StepSpeed speed = new StepSpeed(args.length == 0 ? "" : args[0]);
    speed.measure("plain", TypicalReports.of(speed.reference, false, REPORTS));
    speed.measure("titled", TypicalReports.of(speed.reference, true, REPORTS));
  }

  private void measure(String name, List<ProgressReport> reports) {
    List<vn.tonghop.ProgressReport> records = reports.stream().map(ReportMapping::toAvro).toList();
    try (StubRegistry registry = new StubRegistry();
        Serializer<Object> serializer = new RegistryAvroSerializer()) {
      serializer.configure(Map.of("schema.registry.url", registry.url()), false);
      byte[][] bytes =
          records.stream().map(each -> serializer.serialize("t", each)).toArray(byte[][]::new);
      System.out.printf("%s: %d bytes%n", name, bytes[0].length);
      step("decode", i -> decode(bytes[i]));
      step("check", i -> check(reports.get(i)));
      step("digest", i -> ReportDigest.of(reports.get(i)));
      step("whole", i -> whole(bytes[i]));
      step("encode", i -> serializer.serialize("t", records.get(i)));
      step("map and encode", i -> serializer.serialize("t", ReportMapping.toAvro(reports.get(i))));
    }
  }

  private ProgressReport decode(byte[] bytes) {
    return ((ReportMapping.Result.Fits) ((Decoded) decoder.decode(bytes)).result()).report();
  }

  private CheckedReport check(ProgressReport report) {
    CheckedReport checked =
        ReportCheck.check(reference, Regime.DECREE_09_2019, report, report.unit(), RECEIVED);
    if (!checked.errors().isEmpty()) {
      throw new IllegalStateException("no typical report: " + checked.errors());
    }
    return checked;
  }

  private String whole(byte[] bytes) {
    return ReportDigest.of(check(decode(bytes)).report());
  }

  private void step(String name, Step step) {
    if (!name.contains(only)) {
      return;
    }
    long[] nanos = new long[ROUNDS];
    long allocated = 0;
    for (int round = -ROUNDS; round < ROUNDS; round++) {
      long done = 0;
      long before = thread.getCurrentThreadAllocatedBytes();
      long start = thread.getCurrentThreadCpuTime();
      long end = start;
      while (end - start < ROUND_NANOS) {
        for (int i = 0; i < REPORTS; i++) {
          last = step.of(i);
        }
        done += REPORTS;
        end = thread.getCurrentThreadCpuTime();
      }
      if (round >= 0) {
        nanos[round] = (end - start) / done;
        allocated = (thread.getCurrentThreadAllocatedBytes() - before) / done;
      }
    }
    Arrays.sort(nanos);
    if (last.equals("")) {
      throw new IllegalStateException("nothing was done");
    }
    long median = Math.max(1, nanos[ROUNDS / 2]);
    System.out.printf(
        "  %-15s %7d ns  %7d k/s  %6d B%n", name, median, 1_000_000 / median, allocated);
  }
}
