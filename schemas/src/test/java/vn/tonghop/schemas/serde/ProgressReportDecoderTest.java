package vn.tonghop.schemas.serde;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.specific.SpecificDatumWriter;
import org.junit.jupiter.api.Test;
import vn.tonghop.ProgressReport;
import vn.tonghop.Receipt;
import vn.tonghop.schemas.mapping.ReportMapping;
import vn.tonghop.schemas.serde.DecodedReport.Decoded;
import vn.tonghop.schemas.serde.DecodedReport.Problem;
import vn.tonghop.schemas.serde.DecodedReport.Reason;
import vn.tonghop.schemas.topic.Topics;

class ProgressReportDecoderTest {
  private static final int ID = 7;
  private static final Schema SCHEMA = ProgressReport.getClassSchema();

  private final ProgressReportDecoder decoder =
      new ProgressReportDecoder(id -> id == ID ? Optional.of(SCHEMA) : Optional.empty());

  private static byte[] wire(ProgressReport report) {
    AvroSafety.apply();
    try {
      return RecordBytes.write(
          WireFormat.header(ID), new SpecificDatumWriter<>(ProgressReport.class), report);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private Problem problem(byte[] bytes) {
    return assertInstanceOf(Problem.class, decoder.decode(bytes));
  }

  private static Reason writtenBy(String schema) {
    Schema writer = new Schema.Parser().parse(schema);
    var decoder = new ProgressReportDecoder(id -> Optional.of(writer));
    return assertInstanceOf(Problem.class, decoder.decode(wire(SampleReport.may()))).reason();
  }

  @Test
  void aReportIsReadAsItWasWritten() {
    Decoded decoded = assertInstanceOf(Decoded.class, decoder.decode(wire(SampleReport.may())));
    assertEquals(ReportMapping.fromAvro(SampleReport.may()), decoded.result());
  }

  @Test
  void everyKindOfProblemHasItsReason() {
    byte[] whole = wire(SampleReport.may());
    byte[] otherMagic = whole.clone();
    otherMagic[0] = 1;
    byte[] otherId = whole.clone();
    otherId[4] = 8;
    assertEquals(Reason.NULL_VALUE, assertInstanceOf(Problem.class, decoder.decode(null)).reason());
    assertEquals(Reason.NOT_WIRE_FORMAT, problem(new byte[4]).reason());
    assertEquals(Reason.NOT_WIRE_FORMAT, problem(otherMagic).reason());
    assertEquals(Reason.UNKNOWN_SCHEMA, problem(otherId).reason());
    assertEquals(Reason.UNREADABLE, problem(Arrays.copyOf(whole, whole.length - 1)).reason());
    assertEquals(Reason.UNREADABLE, problem(Arrays.copyOf(whole, whole.length + 1)).reason());
    assertEquals(Reason.TOO_LARGE, problem(new byte[Topics.MAX_DOCUMENT_BYTES + 1]).reason());
    assertEquals(
        Reason.UNREADABLE,
        problem(Arrays.copyOf(whole, Topics.MAX_DOCUMENT_BYTES)).reason(),
        "512 KiB are still looked at");
  }

  @Test
  void aWriterWithAnotherNameOrOtherFieldsIsNoReport() {
    assertEquals(Reason.NOT_A_PROGRESS_REPORT, writtenBy(Receipt.getClassSchema().toString()));
    assertEquals(Reason.NOT_A_PROGRESS_REPORT, writtenBy("\"string\""));
    assertEquals(
        Reason.NOT_A_PROGRESS_REPORT,
        writtenBy("{\"type\":\"record\",\"name\":\"vn.tonghop.ProgressReport\",\"fields\":[]}"));
  }

  @Test
  void aWriterWithOtherUnitsOfMeasureIsNoReport() {
    String ours = SCHEMA.toString();
    String hundredths = ours.replace("\"scale\":3", "\"scale\":2");
    String micros = ours.replace("timestamp-millis", "timestamp-micros");
    assertEquals(Reason.NOT_A_PROGRESS_REPORT, writtenBy(hundredths));
    assertEquals(Reason.NOT_A_PROGRESS_REPORT, writtenBy(micros));
  }

  @Test
  void aClaimOfTwoThousandMillionTasksIsRefusedFromTwentyBytes() {
    ByteBuffer claim = ByteBuffer.allocate(64);
    claim.put(WireFormat.header(ID));
    for (String text : List.of("40", "P", "2024-M05")) {
      claim.put((byte) (text.length() * 2)).put(text.getBytes(StandardCharsets.UTF_8));
    }
    claim.put(new byte[] {2, 0, 0, 0, 0}); // revision, kind, asOf, test, nil
    claim.put(new byte[] {(byte) 0xfe, (byte) 0xff, (byte) 0xff, (byte) 0xff, 0x0f}); // 2^31 - 1
    assertEquals(
        Reason.UNREADABLE, problem(Arrays.copyOf(claim.array(), claim.position())).reason());
  }

  @Test
  void anIndicatorOfTooManyDigitsIsLeftToTheMappingWhichNamesItsPath() {
    assertInstanceOf(Decoded.class, decoder.decode(withValue(digits("999999999999999999"))));
    assertInstanceOf(Decoded.class, decoder.decode(withValue(digits("1000000000000000000"))));
    assertEquals(Reason.UNREADABLE, problem(withValue(new byte[0])).reason());
  }

  @Test
  void whatIsSaidOfAProblemIsCutAtTwoHundredCharacters() {
    assertEquals(200, new Problem(Reason.UNREADABLE, "x".repeat(500)).detail().length());
    assertEquals(
        "x".repeat(199) + "😀", new Problem(Reason.UNREADABLE, "x".repeat(199) + "😀y").detail());
  }

  @Test
  void noBytesMakeItThrow() {
    long seed = 20_260_101L;
    Random random = new Random(seed);
    byte[] whole = wire(SampleReport.may());
    int decoded = 0;
    for (int round = 0; round < 20_000; round++) {
      byte[] mutated = mutate(whole, random);
      try {
        decoded += decoder.decode(mutated) instanceof Decoded ? 1 : 0;
      } catch (RuntimeException | Error e) {
        throw new AssertionError("seed " + seed + ", round " + round, e);
      }
    }
    assertTrue(decoded > 0 && decoded < 20_000, "some still read, some not: " + decoded);
  }

  private static byte[] mutate(byte[] whole, Random random) {
    byte[] bytes = whole.clone();
    for (int change = random.nextInt(6); change >= 0; change--) {
      int at = WireFormat.HEADER_BYTES + random.nextInt(bytes.length - WireFormat.HEADER_BYTES);
      bytes[at] = (byte) random.nextInt(256);
    }
    int shape = random.nextInt(10);
    return shape == 0
        ? Arrays.copyOf(bytes, random.nextInt(bytes.length))
        : shape == 1 ? Arrays.copyOf(bytes, bytes.length + random.nextInt(40)) : bytes;
  }

  private static byte[] digits(String unscaled) {
    return new BigInteger(unscaled).toByteArray();
  }

  /** By a writer that, unlike ours, holds no value against the schema. */
  private static byte[] withValue(byte[] unscaled) {
    try {
      GenericRecord report =
          RecordBytes.read(
              wire(SampleReport.may()), WireFormat.HEADER_BYTES, new GenericDatumReader<>(SCHEMA));
      ((GenericRecord) ((List<?>) report.get("indicators")).get(0))
          .put("value", ByteBuffer.wrap(unscaled));
      return RecordBytes.write(
          WireFormat.header(ID), new GenericDatumWriter<GenericRecord>(SCHEMA), report);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
