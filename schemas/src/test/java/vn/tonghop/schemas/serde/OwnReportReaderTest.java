package vn.tonghop.schemas.serde;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Random;
import org.apache.avro.Schema;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificDatumWriter;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.tonghop.ProgressReport;
import vn.tonghop.schemas.mapping.RandomRecords;
import vn.tonghop.schemas.mapping.ReportMapping;
import vn.tonghop.schemas.mapping.ReportMapping.Result.Fits;

/** Holds the straight way from bytes to a report against the way by Avro's records. */
class OwnReportReaderTest {
  private static final int MUTATIONS = Integer.getInteger("tonghop.decoded.mutations", 50_000);
  private static final long SEED = Long.getLong("tonghop.decoded.seed", 1);
  private static final Schema SCHEMA = ProgressReport.getClassSchema();

  static {
    AvroSafety.apply();
  }

  private final OwnReportReader reader = new OwnReportReader();
  private final SpecificDatumReader<ProgressReport> avro =
      new SpecificDatumReader<>(ProgressReport.class);

  @Test
  void anyReportThatFitsIsReadStraight() {
    RandomRecords random = new RandomRecords(SEED);
    for (int i = 0; i < 5_000; i++) {
      var report = random.report();
      assertEquals(report, reader.read(wire(report), WireFormat.HEADER_BYTES));
    }
  }

  @Test
  void whateverTheBytesBothWaysAnswerAlike() {
    RandomRecords reports = new RandomRecords(SEED);
    Random random = new Random(SEED);
    MutatedBytes mutated = new MutatedBytes(random);
    byte[] other = wire(reports.report());
    int straight = 0;
    int alsoByAvro = 0;
    for (int i = 0; i < MUTATIONS; i++) {
      byte[] whole = wire(reports.report());
      byte[] bytes = mutated.of(whole, other, WireFormat.HEADER_BYTES);
      var report = reader.read(bytes, WireFormat.HEADER_BYTES);
      ReportMapping.Result byAvro = byAvro(bytes);
      if (report != null) {
        straight++;
        assertEquals(new Fits(report), byAvro, () -> HexFormat.of().formatHex(bytes));
      } else if (byAvro instanceof Fits) {
        alsoByAvro++;
      }
      other = whole;
    }
    assertTrue(straight > MUTATIONS / 5 && straight < MUTATIONS * 4 / 5, "straight " + straight);
    assertTrue(alsoByAvro < MUTATIONS / 20, "fit, but not read straight: " + alsoByAvro);
  }

  @Test
  void listsInSeveralBlocksAreReadByAvro() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(WireFormat.header(1));
    BinaryEncoder blocks =
        new EncoderFactory().configureBlockSize(64).blockingBinaryEncoder(out, null);
    ProgressReport report = SampleReport.may();
    new SpecificDatumWriter<>(ProgressReport.class).write(report, blocks);
    blocks.flush();
    byte[] bytes = out.toByteArray();
    assertNull(reader.read(bytes, WireFormat.HEADER_BYTES));
    assertEquals(
        new DecodedReport.Decoded(ReportMapping.fromAvro(report)),
        new ProgressReportDecoder(id -> Optional.of(SCHEMA)).decode(bytes));
  }

  @Test
  void aWriterThatDiffersInNothingButNotesIsReadAlike() {
    String noted =
        SCHEMA
            .toString()
            .replace("\"string\"", "{\"type\":\"string\",\"avro.java.string\":\"String\"}");
    Schema writer = new Schema.Parser().parse(noted);
    byte[] bytes = wire(new RandomRecords(SEED).report());
    assertEquals(
        new ProgressReportDecoder(id -> Optional.of(SCHEMA)).decode(bytes),
        new ProgressReportDecoder(id -> Optional.of(writer)).decode(bytes));
  }

  @Test
  void oneTextComesBackAsOneObjectWhereverItStands() {
    KnownTexts known = new KnownTexts();
    byte[] bytes = "POLITBURO Bộ Chính trị POLITBURO".getBytes(StandardCharsets.UTF_8);
    String first = known.text(bytes, 0, 9);
    assertEquals("POLITBURO", first);
    assertSame(first, known.text(bytes, bytes.length - 9, 9));
    assertEquals("POLITBUR", known.text(bytes, 0, 8));
    assertEquals("", known.text(bytes, bytes.length, 0));
  }

  @Test
  void theRememberedSchemaIsThatOfTheRecord() {
    Schema other = new Schema.Parser().parse("{\"type\":\"record\",\"name\":\"X\",\"fields\":[]}");
    var decoder = new ProgressReportDecoder(id -> Optional.of(id == 1 ? SCHEMA : other));
    byte[] ours = wire(new RandomRecords(SEED).report());
    byte[] theirs = ours.clone();
    theirs[WireFormat.HEADER_BYTES - 1] = 2;
    for (int round = 0; round < 3; round++) {
      assertInstanceOf(DecodedReport.Decoded.class, decoder.decode(ours));
      var problem = assertInstanceOf(DecodedReport.Problem.class, decoder.decode(theirs));
      assertEquals("2, X", problem.detail());
    }
  }

  @Test
  void anUnknownSchemaIsAskedForAgain() {
    boolean[] registered = new boolean[1];
    var decoder =
        new ProgressReportDecoder(id -> registered[0] ? Optional.of(SCHEMA) : Optional.empty());
    byte[] bytes = wire(new RandomRecords(SEED).report());
    assertInstanceOf(DecodedReport.Problem.class, decoder.decode(bytes));
    registered[0] = true;
    assertNotNull(assertInstanceOf(DecodedReport.Decoded.class, decoder.decode(bytes)));
  }

  private static byte[] wire(vn.tonghop.domain.report.ProgressReport report) {
    try {
      return RecordBytes.write(
          WireFormat.header(1),
          new SpecificDatumWriter<>(ProgressReport.class),
          ReportMapping.toAvro(report));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** The answer by way of Avro's records; null where Avro cannot read the bytes. */
  private ReportMapping.@Nullable Result byAvro(byte[] bytes) {
    ProgressReport report;
    try {
      report = RecordBytes.read(bytes, WireFormat.HEADER_BYTES, avro);
    } catch (IOException | RuntimeException e) {
      return null;
    }
    return ReportMapping.fromAvro(report);
  }
}
