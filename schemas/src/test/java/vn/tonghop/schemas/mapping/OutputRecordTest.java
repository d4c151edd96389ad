package vn.tonghop.schemas.mapping;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import vn.tonghop.schemas.output.OutputRecord;
import vn.tonghop.schemas.serde.AvroBinary;
import vn.tonghop.schemas.serde.RecordBytes;

/** Fields written by hand are the bytes that Avro's own writer would have written. */
final class OutputRecordTest {

  /** What {@link AvroBinary} puts before a record. */
  private static final byte[] PREFIX = {1};

  @Test
  void receiptsAreWrittenAsAvroDoes() {
    agree(OutputRecord.RECEIPT, RandomFigures::receipt);
  }

  @Test
  void standingsAreWrittenAsAvroDoes() {
    agree(OutputRecord.STANDING, RandomFigures::standing);
  }

  @Test
  void changesOfStandingsAreWrittenAsAvroDoes() {
    agree(OutputRecord.STANDING_CHANGE, RandomFigures::change);
  }

  @Test
  void tablesAreWrittenAsAvroDoes() {
    agree(OutputRecord.TABLE, RandomFigures::table);
  }

  @Test
  void everyOutputIsHeldAgainstAvro() {
    assertEquals(
        List.of(
            OutputRecord.RECEIPT,
            OutputRecord.STANDING,
            OutputRecord.STANDING_CHANGE,
            OutputRecord.TABLE),
        OutputRecord.ALL);
  }

  private static <T> void agree(OutputRecord<T> record, Function<RandomFigures, T> values) {
    RandomFigures.forManyFigures(
        random -> {
          T value = values.apply(random);
          assertArrayEquals(avro(record.toAvro(value)), byHand(record, value), value.toString());
        });
  }

  private static <T> byte[] byHand(OutputRecord<T> record, T value) {
    try {
      return RecordBytes.write(PREFIX, out -> record.write(value, out));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @SuppressWarnings("unchecked") // The serde of a record's own class.
  private static byte[] avro(SpecificRecord record) {
    AvroBinary<SpecificRecord> serde =
        AvroBinary.of((Class<SpecificRecord>) record.getClass().asSubclass(SpecificRecord.class));
    return serde.serializer().serialize("t", record);
  }
}
