package vn.tonghop.schemas.serde;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.junit.jupiter.api.Test;
import vn.tonghop.NationalTable;
import vn.tonghop.ProgressReport;
import vn.tonghop.Receipt;
import vn.tonghop.StandingChange;
import vn.tonghop.TaskLine;
import vn.tonghop.UnitStanding;

class AvroBinaryTest {
  private final AvroBinary<ProgressReport> serde = AvroBinary.of(ProgressReport.class);

  private byte[] written() {
    return serde.serializer().serialize("t", SampleReport.may());
  }

  private ProgressReport read(byte[] bytes) {
    return serde.deserializer().deserialize("t", bytes);
  }

  @Test
  void whatIsWrittenIsReadBack() {
    assertEquals(SampleReport.may().toString(), read(written()).toString());
    assertEquals(1, written()[0]);
  }

  @Test
  void theSameRecordIsAlwaysTheSameBytes() {
    assertEquals(Arrays.toString(written()), Arrays.toString(written()));
  }

  @Test
  void aBlankRecordOfEachOutputCanBeWritten() {
    assertEquals("", AvroBinary.blank(ProgressReport.class).getUnit().toString());
    assertEquals(List.of(), AvroBinary.blank(ProgressReport.class).getTasks());
    for (var type :
        List.of(Receipt.class, UnitStanding.class, StandingChange.class, NationalTable.class)) {
      assertWritable(type);
    }
  }

  private static <T extends SpecificRecord> void assertWritable(Class<T> type) {
    T blank = AvroBinary.blank(type);
    byte[] bytes = AvroBinary.of(type).serializer().serialize("t", blank);
    assertEquals(blank, AvroBinary.of(type).deserializer().deserialize("t", bytes));
  }

  @Test
  void nullStaysNull() {
    assertNull(serde.serializer().serialize("t", null));
    assertNull(serde.deserializer().deserialize("t", (byte[]) null));
  }

  @Test
  void anotherFormatIsRefusedByName() {
    byte[] bytes = written();
    bytes[0] = 2;
    var refused = assertThrows(SerializationException.class, () -> read(bytes));
    assertEquals(
        "vn.tonghop.ProgressReport: unknown format 2, this program reads 1", refused.getMessage());
    assertThrows(SerializationException.class, () -> read(new byte[0]));
  }

  @Test
  void truncatedBytesAndBytesLeftOverAreRefused() {
    byte[] bytes = written();
    for (int length = 1; length < bytes.length; length++) {
      byte[] cut = Arrays.copyOf(bytes, length);
      assertThrows(SerializationException.class, () -> read(cut), "cut at " + length);
    }
    byte[] longer = Arrays.copyOf(bytes, bytes.length + 1);
    assertThrows(SerializationException.class, () -> read(longer));
  }

  @Test
  void aRecordThatCannotBeWrittenLeavesNothingBehindForTheNext() {
    ProgressReport incomplete = new ProgressReport();
    incomplete.put("unit", "40");
    assertThrows(SerializationException.class, () -> serde.serializer().serialize("t", incomplete));
    assertEquals(SampleReport.may().toString(), read(written()).toString());
  }

  @Test
  void aRecordWithinAnotherRecordHasItsOwnSerde() {
    TaskLine line = SampleReport.may().getTasks().get(0);
    AvroBinary<TaskLine> lines = AvroBinary.of(TaskLine.class);
    byte[] bytes = lines.serializer().serialize("t", line);
    assertEquals(line.toString(), lines.deserializer().deserialize("t", bytes).toString());
  }
}
