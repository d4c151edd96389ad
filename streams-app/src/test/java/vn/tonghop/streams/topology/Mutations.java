package vn.tonghop.streams.topology;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;
import vn.tonghop.domain.oracle.Arrival;
import vn.tonghop.domain.oracle.Reports;
import vn.tonghop.domain.report.ProgressReport;
import vn.tonghop.domain.report.TaskLine;
import vn.tonghop.schemas.serde.WireFormat;
import vn.tonghop.schemas.topic.Topics;

/** Makes records that nobody ought to send, of ones that somebody may. */
final class Mutations {

  private static final List<String> ODD_TEXTS =
      List.of(
          "",
          " ",
          "\u00a0",
          "\u0000",
          "40\n",
          "..",
          "%s%n",
          "40|CTCT-2024",
          "\ufeff40",
          "đơn vị",
          "😀".repeat(150),
          "x".repeat(70_000),
          "2024-q1",
          "9999-A1",
          "1000-M01");

  private static final List<String> ODD_HEADERS =
      List.of("tonghop.codes", "tonghop.topic", "traceparent", "", "đầu đề", "😀");

  private static final String JSON_SIGNS = "{}[]\",:0123456789.eE-+ntfu\\ \u0000đ";

  private final Random random;
  private final List<Arrival> models;

  Mutations(Random random, List<Arrival> models) {
    this.random = random;
    this.models = models;
  }

  byte @Nullable [] key() {
    return switch (random.nextInt(4)) {
      case 0 -> null;
      case 1 -> new byte[0];
      case 2 -> bytes(random.nextInt(50));
      default -> "CTCT-2024|2024-Q1".getBytes(UTF_8);
    };
  }

  Headers headers() {
    RecordHeaders headers = new RecordHeaders();
    for (int more = random.nextInt(3) == 0 ? random.nextInt(12) : 0; more > 0; more--) {
      headers.add(pick(ODD_HEADERS), random.nextInt(4) == 0 ? null : bytes(random.nextInt(100)));
    }
    return headers;
  }

  byte @Nullable [] value() {
    byte[] report = Wire.report(model());
    return switch (random.nextInt(13)) {
      case 0 -> null;
      case 1 -> bytes(random.nextInt(8));
      case 2 -> flipped(report, 0);
      case 3, 4 -> flipped(report, WireFormat.HEADER_BYTES);
      case 5 -> Arrays.copyOf(report, random.nextInt(report.length));
      case 6 -> spliced(report, Wire.report(model()));
      case 7 -> ByteBuffer.wrap(report).putInt(1, schemaId()).array();
      case 8 -> inserted(report, hugeLength());
      case 9 -> json().getBytes(UTF_8);
      case 10 -> spliced(Arrays.copyOf(report, WireFormat.HEADER_BYTES), bytes(300));
      case 11 ->
          random.nextInt(50) == 0
              ? Arrays.copyOf(report, Topics.MAX_DOCUMENT_BYTES + random.nextInt(2))
              : Arrays.copyOf(report, report.length + 1 + random.nextInt(20));
      default -> Wire.report(odd(model()));
    };
  }

  private ProgressReport model() {
    return pick(models).report();
  }

  private byte[] flipped(byte[] whole, int from) {
    for (int more = 1 + random.nextInt(8); more > 0; more--) {
      whole[from + random.nextInt(whole.length - from)] ^= (byte) (1 << random.nextInt(8));
    }
    return whole;
  }

  private byte[] spliced(byte[] head, byte[] tail) {
    int of = WireFormat.HEADER_BYTES + random.nextInt(head.length - WireFormat.HEADER_BYTES + 1);
    int from = random.nextInt(tail.length + 1);
    return joined(Arrays.copyOf(head, of), Arrays.copyOfRange(tail, from, tail.length));
  }

  private byte[] inserted(byte[] whole, byte[] more) {
    int at = WireFormat.HEADER_BYTES + random.nextInt(whole.length - WireFormat.HEADER_BYTES);
    return joined(
        joined(Arrays.copyOf(whole, at), more), Arrays.copyOfRange(whole, at, whole.length));
  }

  private static byte[] joined(byte[] head, byte[] tail) {
    return ByteBuffer.allocate(head.length + tail.length).put(head).put(tail).array();
  }

  private int schemaId() {
    return random.nextBoolean() ? random.nextInt(20) : random.nextInt();
  }

  /** Avro's form of a length from some millions up to 2^62, or of a negative one. */
  private byte[] hugeLength() {
    byte[] length = bytes(4 + random.nextInt(6));
    for (int i = 0; i < length.length - 1; i++) {
      length[i] |= (byte) 0x80;
    }
    length[length.length - 1] &= 0x7f;
    return length;
  }

  private String json() {
    StringBuilder text = new StringBuilder(random.nextBoolean() ? "{\"unit\":\"40\"," : "");
    for (int more = random.nextInt(60); more > 0; more--) {
      text.append(JSON_SIGNS.charAt(random.nextInt(JSON_SIGNS.length())));
    }
    return text.toString();
  }

  /** Well-formed Avro with values that no clerk means. */
  private ProgressReport odd(ProgressReport r) {
    LocalDate day = LocalDate.ofEpochDay(random.nextInt());
    TaskLine task = r.tasks().isEmpty() ? Reports.open("T", null, 1) : r.tasks().get(0);
    return switch (random.nextInt(9)) {
      case 0 -> Reports.of(r, pick(ODD_TEXTS), r.programme(), r.period(), r.asOf());
      case 1 -> Reports.of(r, r.unit(), pick(ODD_TEXTS), r.period(), r.asOf());
      case 2 -> Reports.of(r, r.unit(), r.programme(), pick(ODD_TEXTS), r.asOf());
      case 3 -> Reports.of(r, r.unit(), r.programme(), r.period(), day);
      case 4 -> Reports.withRevision(r, random.nextInt());
      case 5 -> Reports.sent(r, pick(ODD_TEXTS), Instant.ofEpochMilli(random.nextLong()));
      case 6 -> Reports.withTasks(r, List.of(oddTask(task, day), task));
      case 7 ->
          Reports.withTasks(
              r, List.of(Reports.assigned(task, pick(ODD_TEXTS), pick(ODD_TEXTS)), task));
      default -> Reports.withIndicators(r, Reports.value(pick(ODD_TEXTS), "-999999999999999.999"));
    };
  }

  private TaskLine oddTask(TaskLine task, LocalDate day) {
    return new TaskLine(
        pick(ODD_TEXTS),
        pick(ODD_TEXTS),
        task.assignedBy(),
        task.field(),
        task.status(),
        random.nextBoolean() ? day : null,
        random.nextBoolean() ? day : null,
        random.nextInt(),
        null);
  }

  private byte[] bytes(int length) {
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    return bytes;
  }

  private <T> T pick(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }
}
